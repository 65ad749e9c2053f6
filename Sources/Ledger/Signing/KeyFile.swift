#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Foundation

/// The signing key in a file of its own beside the database, with mode 0600: whoever changes the database alone can't sign what he made of it.
///
/// The file is one line in the form of other tools that sign notes: `PRIVATE+KEY+name+hint+base64`, the last of 0x01 and the 32 bytes of the secret.
public struct KeyFile: Sendable {
  /// Where it lies.
  public let path: String

  private static let prefix = "PRIVATE+KEY+"

  /// - Parameter database: the database file; the key lies beside it.
  public init(besides database: String) {
    path = database + ".key"
  }

  /// Why the key can't be used.
  public enum Failure: Error, Hashable, Sendable {
    /// There is no such file.
    case missing(path: String)
    /// It isn't a key.
    case malformed(path: String)
    /// The system's words.
    case system(path: String, message: String)
  }

  /// The key, and the name it was made for.
  public func read() throws(Failure) -> (name: String, key: SigningKey) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .system(path: path, message: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let parts = line.dropFirst(Self.prefix.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard line.hasPrefix(Self.prefix), parts.count == 3, let data = Data(base64Encoded: String(parts[2])), data.count == 33,
      data.first == 1,
      let key = SigningKey(seed: Array(data.dropFirst())), Hexadecimal.text(key.verifier(name: String(parts[0])).hint) == parts[1]
    else { throw .malformed(path: path) }
    return (String(parts[0]), key)
  }

  /// Writes a key where there is none; one that is there is never overwritten.
  public func create(_ key: SigningKey, name: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(path: path, message: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    let secret = Data([1] + key.seed).base64EncodedString()
    let line = Array("\(Self.prefix)\(name)+\(Hexadecimal.text(key.verifier(name: name).hint))+\(secret)\n".utf8)
    guard write(descriptor, line, line.count) == line.count, fsync(descriptor) == 0 else {
      throw .system(path: path, message: String(cString: strerror(errno)))
    }
  }

  /// Moves the key that is there out of the way, under a name that ends in `.old`; nothing happens where there is none.
  public func setAside() throws(Failure) {
    guard rename(path, path + ".old") == 0 || errno == ENOENT else {
      throw .system(path: path, message: String(cString: strerror(errno)))
    }
  }
}

/// The newest checkpoint in a file beside the database, so that a database that was put back to an earlier state is noticed.
public struct CheckpointFile: Sendable {
  /// Where it lies.
  public let path: String

  /// - Parameter database: the database file.
  public init(besides database: String) {
    path = database + ".checkpoint"
  }

  /// What it says; nil when there is no such file.
  public func read() -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// Replaces it, in one step; one that says the same stays, since bringing it to the disk takes as long as all else that opening the bell does.
  /// - Throws: the file system's error.
  public func write(_ checkpoint: SignedCheckpoint) throws {
    if read() == checkpoint.text { return }
    let new = path + ".new"
    try Data(checkpoint.text.utf8).write(to: URL(fileURLWithPath: new))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: new)
    guard rename(new, path) == 0 else { throw KeyFile.Failure.system(path: path, message: String(cString: strerror(errno))) }
  }
}
