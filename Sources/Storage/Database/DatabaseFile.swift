#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The database as a file: made private to its owner, whatever the umask.
enum DatabaseFile {
  /// Makes sure that there is a file to open.
  /// - Returns: whether it is empty, so that a database has to be made of it.
  static func prepare(_ path: String, access: Store.Access) throws(StoreError) -> Bool {
    if let size = try size(of: path) {
      guard access == .readWrite else { return false }
      chmod(path, 0o600)
      return size == 0
    }
    guard access == .readWrite else { throw StoreError(path: path, reason: .notFound) }
    try makeDirectory(parent(of: path))
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError(path: path, errno: errno) }
    fchmod(descriptor, 0o600)
    Glibc.close(descriptor)
    return true
  }

  /// The size in bytes; nil when there is no such file.
  private static func size(of path: String) throws(StoreError) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw StoreError(path: path, errno: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(path: path, reason: .notAFile) }
    return Int(status.st_size)
  }

  private static func makeDirectory(_ path: String) throws(StoreError) {
    guard !path.isEmpty, access(path, F_OK) != 0 else { return }
    try makeDirectory(parent(of: path))
    guard mkdir(path, 0o700) == 0 else {
      if errno == EEXIST { return }
      throw StoreError(path: path, errno: errno)
    }
    chmod(path, 0o700)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
