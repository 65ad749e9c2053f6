#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why states of accounts can't be put aside or taken up again. Nothing that was put aside is given up silently.
public struct AsideError: Error, Hashable, Sendable {
  /// The file.
  public var path: String
  /// In the system's words.
  public var reason: String
}

/// The accounts that nothing was heard of for the longest, in a file: an append-only heap with an index in memory, written anew when more
/// than half of it is out of date. The file has no name, so that it's gone with the process.
final class Aside {
  private struct Place {
    var offset: Int64
    var length: Int32
  }

  private let path: String
  private var descriptor: Int32
  private var places: [String: Place] = [:]
  private var end: Int64 = 0
  private var wasted: Int64 = 0
  private static let smallest: Int64 = 64 * 1024 * 1024

  /// In `directory`, which must be there.
  init(directory: String) throws(AsideError) {
    path = directory + "/kolokol-accounts"
    descriptor = try Self.open(path)
  }

  deinit {
    close(descriptor)
  }

  var accounts: [String] { Array(places.keys) }

  func put(_ bytes: [UInt8], of account: String) throws(AsideError) {
    if let old = places[account] { wasted += Int64(old.length) }
    try write(bytes, at: end, to: descriptor)
    places[account] = Place(offset: end, length: Int32(bytes.count))
    end += Int64(bytes.count)
    if wasted > end / 2, end > Self.smallest { try writeAnew() }
  }

  /// The state of an account, which isn't put aside any more then; nil when it wasn't.
  func take(_ account: String) throws(AsideError) -> [UInt8]? {
    guard let place = places.removeValue(forKey: account) else { return nil }
    wasted += Int64(place.length)
    return try read(place)
  }

  private func read(_ place: Place) throws(AsideError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(place.length))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { pread(descriptor, $0 + done, buffer.count - done, off_t(place.offset) + off_t(done)) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      done += count
    }
    return bytes
  }

  private func write(_ bytes: [UInt8], at offset: Int64, to file: Int32) throws(AsideError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { pwrite(file, $0 + done, buffer.count - done, off_t(offset) + off_t(done)) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      done += count
    }
  }

  private func writeAnew() throws(AsideError) {
    let fresh = try Self.open(path)
    var offset: Int64 = 0
    for (account, place) in places {
      try write(try read(place), at: offset, to: fresh)
      places[account] = Place(offset: offset, length: place.length)
      offset += Int64(place.length)
    }
    close(descriptor)
    descriptor = fresh
    end = offset
    wasted = 0
  }

  private static func open(_ path: String) throws(AsideError) -> Int32 {
    var template = Array((path + "-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw AsideError(path: path, reason: String(cString: strerror(errno))) }
    unlink(template)
    return descriptor
  }

  /// What is said when an account's bytes can't be read.
  func damaged(_ account: String) -> AsideError {
    AsideError(path: path, reason: Self.damage(of: account))
  }

  static func damage(of account: String) -> String {
    "what was put aside of \(account) can't be read"
  }

  private func failure() -> AsideError {
    AsideError(path: path, reason: String(cString: strerror(errno)))
  }
}
