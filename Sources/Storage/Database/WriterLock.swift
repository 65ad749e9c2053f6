#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to write to a database, held by at most one connection on the machine: an exclusive `flock` on a file beside the database.
///
/// SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write or checkpoint at the same moment, so every write and every
/// checkpoint happens while this is held. The file holds the writer's process id for the error message; it is never removed, since removing
/// a lock file lets two holders in.
struct WriterLock: ~Copyable {
  private let descriptor: Int32
  private let database: String

  /// - Throws: `permission`, `readOnly` or `other` when the lock file can't be opened.
  init(besides database: String) throws(StoreError) {
    self.database = database
    descriptor = open(database + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError(path: database, errno: errno) }
    fchmod(descriptor, 0o600)
  }

  deinit {
    close(descriptor)
  }

  /// Runs `work` while holding the lock. When another writer holds it for more than `patience` milliseconds, throws `locked`.
  func holding<Result>(patience: Int, _ work: () throws -> Result) throws -> Result {
    try acquire(patience: patience)
    defer { flock(descriptor, LOCK_UN) }
    return try work()
  }

  private func acquire(patience: Int) throws {
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw StoreError(path: database, errno: errno) }
      guard waited < patience else { throw StoreError(path: database, reason: .locked(pid: holder())) }
      let pause = waited < 20 ? 1 : 10
      usleep(UInt32(pause * 1000))
      waited += pause
    }
    leavePid()
  }

  /// Whether nobody holds the lock. Makes no lock file.
  static func isFree(besides database: String) -> Bool {
    let descriptor = open(database + ".lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) == 0
  }

  /// Waits until nobody holds the lock, at most `patience` milliseconds; for readers that found something unfinished. Makes no lock file.
  static func waitUntilFree(besides database: String, patience: Int) {
    var waited = 0
    while !isFree(besides: database), waited < patience {
      usleep(10_000)
      waited += 10
    }
  }

  private func leavePid() {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private func holder() -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes[..<count], as: UTF8.self).prefix { $0.isNumber })
  }
}
