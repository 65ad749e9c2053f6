import Ingest
import Ledger
import Model
import Storage

/// The texts of the log: verifying, checkpoints, erasing, evidence; in one language.
public struct LedgerStrings: Sendable {
  /// What differs from what was written down, and what to do.
  public let fault: @Sendable (LedgerFault) -> String
  /// The last line of a verification that went well.
  public let verified: @Sendable (LedgerVerdict) -> String
  /// Under it, when it was held to nothing that was kept elsewhere: what that means, and what to keep.
  public let onlyItsOwn: String
  /// The first line of one that didn't.
  public let failed: @Sendable (_ count: Int) -> String
  /// What comes of reading the texts again: all are stored as they read, or some otherwise; what that can mean, and what to do.
  public let readingsSame: @Sendable (_ messages: Int) -> String
  public let readingsDiffer: @Sendable (RereadingReport) -> String
  /// In the header, when the log isn't what it was: what to do.
  let sealBroken: String
  /// Under the first faults of all, or of a kind: how many more there are.
  public let moreFaults, moreOfKind: @Sendable (_ n: Int) -> String
  /// Below them all, where some weren't named.
  public let allFaults: String
  /// Why the key can't be used.
  public let key: @Sendable (KeyFile.Failure) -> String
  public let keyForeign: @Sendable (_ path: String) -> String
  public let noSuchLeaf: @Sendable (_ leaf: String) -> String
  public let unreadableFile: @Sendable (_ path: String) -> String
  /// The file that was given as a checkpoint is none, signed or not.
  public let holdsNoCheckpoint: @Sendable (_ path: String) -> String
  /// Under a printed checkpoint: what to do with it.
  public let keepElsewhere: String
  /// The file beside the database held no checkpoint and was written anew.
  public let checkpointWasTorn: @Sendable (_ path: String) -> String
  public let keyIsThere: @Sendable (_ path: String) -> String
  public let keyReplaced: @Sendable (_ path: String) -> String
  /// The clock wasn't set back at this entry.
  public let nothingToExplain: @Sendable (_ leaf: Int) -> String
  public let explained: @Sendable (_ leaf: Int) -> String
  /// In the place of a message's text.
  let erasedText: String
  public let erased: @Sendable (_ count: Int) -> String
  /// It is done, but somebody reads what was there before; what to do.
  public let erasedWhileRead: @Sendable (_ path: String) -> String
  public let askErase: @Sendable (_ count: Int) -> String
  public let notErased: String
}
