import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension StoreError {
  /// What an error of GRDB, SQLite or our own means to the user.
  init(path: String, _ error: any Error) {
    switch error {
    case let error as StoreError:
      self = error
    case let error as DatabaseError:
      self.init(path: path, reason: Reason(error))
    default:
      self.init(path: path, reason: .other(message: "\(error)"))
    }
  }

  /// What a failed system call means to the user.
  init(path: String, errno code: Int32) {
    let reason: Reason =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EISDIR: .notAFile
      case EACCES, EPERM: .permission
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .diskFull
      default: .other(message: String(cString: strerror(code)))
      }
    self.init(path: path, reason: reason)
  }

  /// What it means that something new couldn't be made.
  init(making path: String, errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self.init(path: path, reason: .cannotBeMade(errno: code))
    default: self.init(path: path, errno: code)
    }
  }
}

extension StoreError {
  /// Whether somebody else writes.
  var isLocked: Bool {
    if case .locked = reason { true } else { false }
  }
}

extension StoreError.Reason {
  fileprivate init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase
    case .SQLITE_CORRUPT: self = .damaged(detail: error.message ?? "malformed")
    // The statements are the program's own; one that finds no table finds a database that somebody else changed.
    case .SQLITE_ERROR where error.message?.hasPrefix("no such table") == true: self = .damaged(detail: error.message ?? "malformed")
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: self = .permission
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(pid: nil)
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_INTERRUPT: self = .interrupted
    default: self = .other(message: error.description)
    }
  }
}
