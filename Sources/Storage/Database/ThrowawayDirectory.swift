import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A directory of our own in `TMPDIR` that goes away with everything in it: when it is let go, at the latest when the program exits, and where
/// the program was killed, when it is started the next time.
///
/// Whoever uses it holds a lock on a file in it as long as he lives, stopped or not; one that nobody holds is left over.
public final class ThrowawayDirectory: Sendable {
  /// Where it is.
  public let path: String
  private let lock: Int32

  private static let existing = Mutex<Set<String>>([])
  private static let prefix = "kolokol-"
  private static let lockName = ".held"
  private static let removesAtExit: Void = {
    atexit {
      for path in ThrowawayDirectory.existing.withLock({ $0 }) { ThrowawayDirectory.remove(path) }
    }
  }()
  /// Done once in a process: by the first to make one, or to open a database for writing.
  static let removesLeftovers: Void = removeLeftovers(in: parent)

  private static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Makes one, for its owner alone.
  /// - Throws: `noTemporaryDirectory`.
  public init() throws(StoreError) {
    Self.removesLeftovers
    var made: (path: String, lock: Int32)?
    // Somebody who looks for leftovers may take the lock in the moment before we do; then the directory is his to remove.
    for _ in 0..<3 where made == nil { made = try Self.make() }
    guard let made else { throw StoreError(path: Self.parent, reason: .noTemporaryDirectory(errno: EAGAIN)) }
    (path, lock) = made
    Self.removesAtExit
    Self.existing.withLock { _ = $0.insert(made.path) }
  }

  deinit {
    remove()
    close(lock)
  }

  /// Removes the files in it, then itself; what isn't there any more is no error.
  func remove() {
    Self.remove(path)
    Self.existing.withLock { _ = $0.remove(path) }
  }

  private static func make() throws(StoreError) -> (path: String, lock: Int32)? {
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw StoreError(path: parent, reason: .noTemporaryDirectory(errno: errno)) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let lock = open("\(path)/\(lockName)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw StoreError(path: path, reason: .noTemporaryDirectory(errno: errno)) }
    var status = stat()
    guard flock(lock, LOCK_EX | LOCK_NB) == 0, fstat(lock, &status) == 0, status.st_nlink > 0 else {
      close(lock)
      return nil
    }
    return (path, lock)
  }

  /// Removes what programs that were killed left behind: directories of this user with a name of ours and a lock that nobody holds. Links are never
  /// followed, and what has no lock is left alone: it may be somebody else's, or only just being made.
  static func removeLeftovers(in parent: String) {
    for name in names(in: opendir(parent)) where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      let path = parent + "/" + name
      let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard directory >= 0 else { continue }
      defer { close(directory) }
      var status = stat()
      guard fstat(directory, &status) == 0, status.st_uid == geteuid() else { continue }
      let lock = openat(directory, lockName, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard lock >= 0 else { continue }
      defer { close(lock) }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path) }
    }
  }

  private static func remove(_ path: String) {
    let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard directory >= 0 else { return }
    defer { close(directory) }
    for name in names(in: fdopendir(dup(directory))) { unlinkat(directory, name, 0) }
    rmdir(path)
  }

  private static func names(in stream: OpaquePointer?) -> [String] {
    guard let stream else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
