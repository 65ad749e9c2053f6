import Foundation
import Interface
import Ledger

/// Checkpoints that the user kept elsewhere and names on the command line.
enum KeptCheckpoints {
  /// Reads the files. Whether a checkpoint is signed, and by whom, is for the verification to say.
  ///
  /// - Parameters:
  ///   - paths: the files.
  ///   - setting: whose language problems are told in.
  /// - Returns: each path with what is in the file.
  /// - Throws: `CommandFailure` with exit status 2 when one can't be read, or holds no checkpoint.
  static func read(_ paths: [String], setting: Setting) throws -> [(path: String, text: String)] {
    let strings = setting.strings.ledgerStrings
    return try paths.map { path in
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CommandFailure(message: strings.unreadableFile(path), status: ExitStatus.badUsage)
      }
      let text = Checkpoint.undoingEditors(String(decoding: data, as: UTF8.self))
      guard SignedCheckpoint(text) != nil || Checkpoint(text: text) != nil else {
        throw CommandFailure(message: strings.holdsNoCheckpoint(path), status: ExitStatus.badUsage)
      }
      return (path: path, text: text)
    }
  }
}
