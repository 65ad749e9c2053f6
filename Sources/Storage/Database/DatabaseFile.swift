#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The database as a file: looked at before SQLite touches it, and made private to its owner whatever the umask.
enum DatabaseFile {
  /// The bytes every SQLite database begins with, and where its header keeps the application id (https://www.sqlite.org/fileformat.html).
  private static let magic = Array("SQLite format 3\0".utf8)
  private static let headerSize = 100
  private static let applicationIDOffset = 68

  /// Where a path leads whose last part is a link: lock, checkpoint and key lie beside the database itself, as SQLite's own files do. Otherwise two who
  /// call it by two names would both be writers.
  static func resolved(_ path: String) throws(StoreError) -> String {
    var place = path
    for _ in 0..<linkLimit {
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(place, &target, target.count)
      guard count > 0 else { return place }
      let name = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      place = name.hasPrefix("/") ? name : (place.lastIndex(of: "/").map { String(place[...$0]) } ?? "") + name
    }
    throw StoreError(path: path, errno: ELOOP)
  }

  /// How many links may lead to one another, as in Linux.
  private static let linkLimit = 40

  /// Makes sure that there is a file to open, and that nothing speaks against opening it.
  /// - Returns: whether it is empty, so that a database has to be made of it.
  static func prepare(_ path: String, access: Store.Access) throws(StoreError) -> Bool {
    if let status = try status(of: path) {
      if status.st_size > 0 { try checkHeader(of: path) }
      guard access == .readWrite else {
        if status.st_size == 0 { throw StoreError(path: path, reason: .unfinished) }
        return false
      }
      // Whoever took his own right to write away meant it, also where the system would let him write all the same.
      guard status.st_mode & S_IWUSR != 0 else { throw StoreError(path: path, reason: .readOnly) }
      // A copy may have been made with wider permissions; where it isn't ours to change, SQLite will say what is wrong.
      if status.st_mode & 0o077 != 0 { chmod(path, status.st_mode & 0o600) }
      return status.st_size == 0
    }
    guard access == .readWrite else { throw StoreError(path: path, reason: .notFound) }
    try makeDirectory(parent(of: path))
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(making: path, errno: errno) }
    fchmod(descriptor, 0o600)
    close(descriptor)
    return true
  }

  /// Whether something was going to be written into the database itself and may be written half: only while it is being made.
  static func hasJournal(_ path: String) throws(StoreError) -> Bool { try size(of: path + "-journal") ?? 0 > 0 }

  /// The size in bytes; nil when there is no such file.
  static func size(of path: String) throws(StoreError) -> Int? { try status(of: path).map { Int($0.st_size) } }

  private static func status(of path: String) throws(StoreError) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw StoreError(path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(path: path, reason: .notAFile) }
    return status
  }

  /// Refuses what isn't SQLite, and other programs' databases, before SQLite could leave files of its own beside them.
  private static func checkHeader(of path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(path: path, errno: errno) }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: headerSize)
    var count = 0
    repeat { count = pread(descriptor, &header, headerSize, 0) } while count < 0 && errno == EINTR
    guard count >= 0 else { throw StoreError(path: path, errno: errno) }
    guard count == headerSize, header.starts(with: magic) else {
      throw StoreError(path: path, reason: .notADatabase)
    }
    let applicationID = header[applicationIDOffset..<applicationIDOffset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    guard applicationID == UInt32(Schema.applicationID) else {
      throw StoreError(path: path, reason: .notOurs(applicationID: Int32(bitPattern: applicationID)))
    }
  }

  private static func makeDirectory(_ path: String) throws(StoreError) {
    guard !path.isEmpty, access(path, F_OK) != 0 else { return }
    try makeDirectory(parent(of: path))
    guard mkdir(path, 0o700) == 0 else {
      if errno == EEXIST { return }
      throw StoreError(making: path, errno: errno)
    }
    chmod(path, 0o700)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
