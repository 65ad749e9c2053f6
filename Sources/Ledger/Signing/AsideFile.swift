#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file beside the database couldn't be read or written.
public struct FileFailure: Error, Hashable, Sendable {
  /// Which.
  public var path: String
  /// The system's number.
  public var errno: Int32

  public init(path: String, errno: Int32) {
    self.path = path
    self.errno = errno
  }
}

/// A private file that is written beside the one whose place it takes, so that this is the old one or the new one, whole, at every moment. It has a
/// name of its own, never follows a link, and is on the disk before it takes the place.
///
/// Whoever makes one holds the writer's lock: what others left there is over.
public struct AsideFile: Sendable {
  /// Where it lies until it takes the place.
  public let path: String
  private let target: String

  private static let suffix = ".new"

  /// Writes it.
  init(for target: String, _ bytes: [UInt8]) throws(FileFailure) {
    self.target = target
    path = "\(target).\(getpid())-\(String(UInt32.random(in: 0 ... .max), radix: 36))\(Self.suffix)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path: path, errno: errno) }
    fchmod(descriptor, 0o600)
    var failure: Int32 = 0
    if !FileBytes.write(bytes, to: descriptor) || fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    guard failure == 0 else {
      unlink(path)
      throw FileFailure(path: target, errno: failure)
    }
  }

  /// One that was left when whoever made it was stopped.
  private init(left path: String, for target: String) {
    self.path = path
    self.target = target
  }

  /// Takes the place, and removes what others left.
  public func takePlace() throws(FileFailure) {
    guard rename(path, target) == 0 else {
      let failure = FileFailure(path: target, errno: errno)
      unlink(path)
      throw failure
    }
    FileBytes.syncDirectory(of: target)
    for left in Self.all(for: target) { unlink(left.path) }
  }

  /// What it holds; nil where it is gone.
  func read() -> [UInt8]? { try? FileBytes.read(path) }

  /// Those that haven't taken the place yet.
  static func all(for target: String) -> [AsideFile] {
    let (folder, name) = FileBytes.split(target)
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [AsideFile] = []
    while let entry = readdir(stream) {
      let other = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if other.hasPrefix(name + "."), other.hasSuffix(suffix) { found.append(AsideFile(left: folder + other, for: target)) }
    }
    return found
  }
}

/// Whole files as bytes.
enum FileBytes {
  /// What is longer is none of ours.
  private static let limit = 1 << 20

  /// Nil when there is no such file.
  static func read(_ path: String) throws(FileFailure) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw FileFailure(path: path, errno: errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFailure(path: path, errno: errno) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Whether all of them could be written; else `errno` says why not.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Brings to the disk that a name in a directory stands for another file; where a file system can't, the next checkpoint of the database does.
  static func syncDirectory(of path: String) {
    let folder = split(path).folder
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// The directory, with its slash, and the name.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
