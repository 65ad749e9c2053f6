import Ledger
import Model

/// What verifying the log found.
public struct LedgerVerdict: Hashable, Sendable {
  /// How many entries there are, and the root over them.
  public var size: Int
  public var root: Hash
  /// The log's name; nil when there is no log.
  public var origin: String?
  /// What is wrong, the earliest entry's first; none when all is well. As many as were asked for, `faultLimit` at most by default.
  public var faults: [LedgerFault]
  /// The same by kind, each where its first stands: all of them are counted, and the first few named.
  public var kinds: [LedgerFaultKind]
  /// How many things are wrong in all.
  public var faultCount: Int
  /// How many deliveries were compared with their entries, and how many were erased on purpose.
  public var deliveries: Int
  public var erased: Int
  /// How many events were compared that messages told once and don't tell any more.
  public var withdrawn: Int
  /// How many events, findings, transitions and arrangements were.
  public var records: Int
  /// How many checkpoints of its own the log was held to.
  public var checkpoints: Int
  /// How many entries the newest of these saw; the one behind them tells of it, and others may have come since. Nil without one.
  public var newestCheckpoint: Int?
  /// How many it was held to that the user kept elsewhere.
  public var keptElsewhere = 0

  /// How many faults are listed unless more are asked for.
  public static let faultLimit = 100

  /// Whether everything is as it was written down. A log with nothing in it isn't.
  public var isGood: Bool { faults.isEmpty }
}

/// Something that isn't as it was written down.
public struct LedgerFault: Hashable, Sendable {
  /// The entry it is about; nil when it is about the log as a whole.
  public var leaf: Int?
  public var reason: Reason

  /// What differs.
  public enum Reason: Hashable, Sendable {
    /// There is no log, or nothing in it: nothing was verified.
    case nothing
    /// A table of the log, by its name, is gone: the program makes all of them and drops none.
    case tableMissing(String)
    /// The schema isn't what this program makes.
    case schema(SchemaDifference)
    /// The row that says how far the log goes is missing or malformed.
    case stateMalformed
    /// The entry is missing; entries go on at another one or not at all.
    case leafMissing
    /// The entry's bytes aren't an entry of this version.
    case leafMalformed
    /// The entry belongs to another place or another log.
    case leafMoved
    /// The entry's bytes were changed.
    case leafChanged
    /// One of the entries from `leaf` to `last` was changed, together with the mark that would tell which.
    case leavesChanged(last: Int)
    /// The log says that it has `expected` entries.
    case sizeDiffers(expected: Int)
    /// The root that the log goes on from isn't that of its entries.
    case rootDiffers
    /// The clock stood earlier than at the entry before, by so many ms, and nobody explained it.
    case clockSetBack(milliseconds: Int64)
    /// A copy of this message isn't what arrived: text, sender, time or anything else of it was changed.
    case messageChanged(NotificationID)
    /// The delivery that the entry tells of is gone, and no erasure was written down.
    case messageMissing
    /// A copy of this message was put in past the log.
    case messageUnlogged(NotificationID)
    /// A copy of this message can't be checked: the log had its entry once, but has lost everything from there on.
    case messageEntryLost(NotificationID)
    /// Two copies claim the same entry; this is the second one's message.
    case messageTwice(NotificationID)
    /// What the entry's hash was salted with is gone, so that the message can't be checked.
    case saltMissing(NotificationID)
    /// This record isn't what was written down of it.
    case recordChanged(Record)
    /// The record that the entry tells of is gone.
    case recordMissing(Record)
    /// This record was put in past the log, or claims an entry that isn't its own.
    case recordUnlogged(Record)
    /// This record can't be checked: the log had its entry once, but has lost everything from there on.
    case recordEntryLost(Record)
    /// The entry withdraws this one, which is no event, or neither one that a message told nor an answer that was taken back, or withdrawn
    /// already.
    case withdrawalUnfounded(of: Int)
    /// The import with this source isn't as the entry tells.
    case importChanged(source: String)
    /// A checkpoint that lies in the database isn't one, or isn't signed by the log's key.
    case checkpointMalformed(size: Int)
    /// The checkpoint of that size, of which the entry tells, isn't in the database any more.
    case checkpointMissing(size: Int)
    /// The log's key signed this one in the database, but no entry tells of it.
    case checkpointUnlogged(size: Int)
    /// The entries below `size` aren't those that the checkpoint was made over.
    case checkpointDiffers(size: Int, from: CheckpointPlace)
    /// The log has fewer entries than when the checkpoint was made: it was cut, or put back to an earlier state.
    case rolledBack(size: Int, from: CheckpointPlace)
    /// The checkpoint is of another log: the database was replaced.
    case otherLog(origin: String, from: CheckpointPlace)
    /// The checkpoint isn't signed by the log's key.
    case checkpointUnsigned(from: CheckpointPlace)
    /// It isn't a checkpoint.
    case checkpointUnreadable(from: CheckpointPlace)
    /// The newest checkpoint is kept nowhere but in the database.
    case checkpointFileMissing(path: String)
    /// The key can't be used.
    case key(KeyFile.Failure)
    /// The key file holds another key than the log's.
    case keyForeign(path: String)
  }

  /// Something other than a message that the log tells of.
  public enum Record: Hashable, Sendable {
    /// An event by its own id; empty when only its entry is left.
    case event(id: String)
    case finding(id: String)
    /// A step in dealing with a finding, a choice of channel, a step of a device; by its number.
    case triage(id: String)
    case preference(id: String)
    case device(id: String)
  }

  /// Where a checkpoint was kept.
  public enum CheckpointPlace: Hashable, Sendable {
    case database
    /// The file beside the database, or one that the user gave.
    case file(path: String)
  }

  public init(leaf: Int?, reason: Reason) {
    self.leaf = leaf
    self.reason = reason
  }
}
