#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Foundation

/// The signing key in a file of its own beside the database, with mode 0600: whoever changes the database alone can't sign what he made of it.
///
/// The file is one line in the form of other tools that sign notes: `PRIVATE+KEY+name+hint+base64`, the last of 0x01 and the 32 bytes of the secret.
/// Who writes holds the writer's lock.
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
    /// The system's number.
    case system(path: String, errno: Int32)
  }

  /// The key, and the name it was made for.
  public func read() throws(Failure) -> (name: String, key: SigningKey) {
    let bytes: [UInt8]?
    do throws(FileFailure) {
      bytes = try FileBytes.read(path)
    } catch {
      throw .system(path: path, errno: error.errno)
    }
    guard let bytes else { throw .missing(path: path) }
    guard let key = Self.key(in: bytes) else { throw .malformed(path: path) }
    return key
  }

  /// The keys that were written to take this one's place, and of which nothing says that they have: whoever wrote them was stopped.
  public func waiting() -> [(name: String, key: SigningKey, file: AsideFile)] {
    AsideFile.all(for: path).compactMap { file in
      file.read().flatMap(Self.key).map { ($0.name, $0.key, file) }
    }
  }

  /// Writes a key where there is none; one that is there is never overwritten.
  public func create(_ key: SigningKey, name: String) throws(Failure) {
    guard access(path, F_OK) != 0 else { throw .system(path: path, errno: EEXIST) }
    try take(try prepare(key, name: name))
  }

  /// Writes a key to take this one's place later.
  public func prepare(_ key: SigningKey, name: String) throws(Failure) -> AsideFile {
    let secret = Data([1] + key.seed).base64EncodedString()
    let line = "\(Self.prefix)\(name)+\(Hexadecimal.text(key.verifier(name: name).hint))+\(secret)\n"
    do throws(FileFailure) {
      return try AsideFile(for: path, Array(line.utf8))
    } catch {
      throw .system(path: error.path, errno: error.errno)
    }
  }

  /// Puts a key that was prepared in the place; what was there keeps its content under another name.
  public func take(_ prepared: AsideFile) throws(Failure) {
    try setAside()
    do throws(FileFailure) {
      try prepared.takePlace()
    } catch {
      throw .system(path: error.path, errno: error.errno)
    }
  }

  /// Moves the file that is there out of the way, under the first free name of `.old`, `.old2`…; nothing happens where there is none.
  public func setAside() throws(Failure) {
    var number = 1
    var old = path + ".old"
    while access(old, F_OK) == 0 {
      number += 1
      old = path + ".old\(number)"
    }
    guard rename(path, old) == 0 || errno == ENOENT else { throw .system(path: path, errno: errno) }
  }

  private static func key(in bytes: [UInt8]) -> (name: String, key: SigningKey)? {
    let text = String(decoding: bytes, as: UTF8.self)
    let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
    let parts = line.dropFirst(prefix.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard line.hasPrefix(prefix), parts.count == 3, let data = Data(base64Encoded: String(parts[2])), data.count == 33, data.first == 1,
      let key = SigningKey(seed: Array(data.dropFirst())), Hexadecimal.text(key.verifier(name: String(parts[0])).hint) == parts[1]
    else { return nil }
    return (String(parts[0]), key)
  }
}

/// The newest checkpoint in a file beside the database, so that a database that was put back to an earlier state is noticed. Who writes holds the
/// writer's lock.
public struct CheckpointFile: Sendable {
  /// Where it lies.
  public let path: String

  /// - Parameter database: the database file.
  public init(besides database: String) {
    path = database + ".checkpoint"
  }

  /// What it says; nil when there is no such file.
  public func read() throws(FileFailure) -> String? {
    try FileBytes.read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a checkpoint to take the place later; nil where the file says the same already, since bringing it to the disk takes as long as all
  /// else that opening the bell does.
  public func prepare(_ checkpoint: SignedCheckpoint) throws(FileFailure) -> AsideFile? {
    if try read() == checkpoint.text { return nil }
    return try AsideFile(for: path, Array(checkpoint.text.utf8))
  }

  /// The checkpoints that were written to take the place, and haven't yet: their writer is about to, or was stopped.
  public func waiting() -> [SignedCheckpoint] {
    AsideFile.all(for: path).compactMap { $0.read() }.compactMap { SignedCheckpoint(String(decoding: $0, as: UTF8.self)) }
  }
}
