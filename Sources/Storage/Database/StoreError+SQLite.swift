import Foundation
import GRDB
import Ledger

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
      self.init(path: path, error)
    case let error as FileFailure:
      self.init(path: error.path, errno: error.errno)
    case let error as KeyFile.Failure:
      self.init(path: path, reason: .key(error))
    case let error as CocoaError:
      // Foundation wraps what the system said.
      let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
      let number = cause?.domain == NSPOSIXErrorDomain ? Int32(truncatingIfNeeded: cause?.code ?? 0) : EIO
      self.init(path: (error.userInfo[NSFilePathErrorKey] as? String) ?? path, errno: number)
    default:
      self.init(path: path, reason: .other(message: error.localizedDescription))
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
      case EMFILE, ENFILE: .tooManyFiles
      case EIO: .unreadable(errno: code)
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

  /// The system's number, where the system is to blame; else that of failing input and output.
  public var systemError: Int32 {
    switch reason {
    case .noTemporaryDirectory(let errno), .unreadable(let errno), .cannotBeMade(let errno): errno
    default: EIO
    }
  }

  /// Whether it is too old, or not there yet, which can be over in a moment.
  var isAboutVersion: Bool {
    switch reason {
    case .unfinished, .outdated: true
    default: false
    }
  }

  /// Whether the key that checkpoints are signed with is what stands in the way.
  var isAboutKey: Bool {
    switch reason {
    case .key, .foreignKey: true
    default: false
    }
  }

  /// What SQLite's error means. "Can't open" says nothing of why; the system does when it is asked again.
  fileprivate init(path: String, _ error: DatabaseError) {
    if error.resultCode == .SQLITE_CANTOPEN {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        self.init(path: path, errno: errno)
        return
      }
      close(descriptor)
    }
    self.init(path: path, reason: Reason(error))
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
    case .SQLITE_IOERR: self = .unreadable(errno: EIO)
    case .SQLITE_INTERRUPT: self = .interrupted
    default: self = .other(message: error.description)
    }
  }
}
