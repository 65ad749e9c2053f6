import Ledger

/// Why the database couldn't be used, with what the user needs to mend it. Nothing was changed when one of these is thrown.
public struct StoreError: Error, Hashable, Sendable {
  /// The database file.
  public var path: String
  public var reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What stood in the way.
  public enum Reason: Hashable, Sendable {
    /// No such file, and none was to be made.
    case notFound
    /// The system takes no new file or directory there; the number is the system's.
    case cannotBeMade(errno: Int32)
    /// The path names a directory or something else that isn't a file.
    case notAFile
    /// The file isn't an SQLite database.
    case notADatabase
    /// An SQLite database of some other program; the number is its application id.
    case notOurs(applicationID: Int32)
    /// Written by a newer program; `known` is the newest version this program reads.
    case newer(version: Int, known: Int)
    /// Written by an older program and opened read-only, so that it can't be brought up to date.
    case outdated(version: Int, known: Int)
    /// Damaged; the detail is SQLite's.
    case damaged(detail: String)
    /// The file, its directory or the store itself may only be read.
    case readOnly
    /// The system denies access.
    case permission
    /// Another process writes; its process id when it could be told.
    case locked(pid: Int32?)
    case diskFull
    /// The system lets this process, or all together, open no more files.
    case tooManyFiles
    /// The system couldn't read or write there; the number is the system's.
    case unreadable(errno: Int32)
    /// No temporary directory can be made there; the number is the system's.
    case noTemporaryDirectory(errno: Int32)
    /// There is no database in it yet: somebody is making it, or was stopped doing so.
    case unfinished
    /// The read was given up through its `Interruption`.
    case interrupted
    /// The key that checkpoints are signed with can't be used.
    case key(KeyFile.Failure)
    /// The key file holds another key than the log's.
    case foreignKey(path: String)
    /// The log isn't what it was; nothing is signed or handed out over it.
    case ledger(LedgerFault)
    /// The schema isn't what this program makes; nothing is written through it.
    case schema([SchemaDifference])
    /// The store was closed.
    case closed
    /// Anything else, in SQLite's or the system's words.
    case other(message: String)
  }
}
