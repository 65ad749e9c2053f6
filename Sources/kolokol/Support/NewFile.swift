import Foundation

/// Files and directories that the program makes where none are; what is there is never written over.
enum NewFile {
  /// Why one couldn't be made, as the system's number.
  struct Failure: Error {
    var errno: Int32
  }

  /// Writes a file.
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: where; nothing may be there.
  ///   - isPrivate: whether nobody but its owner may read it, from its first byte on; else as the user's mask has it.
  /// - Throws: `Failure`.
  static func write(_ bytes: Data, to path: String, isPrivate: Bool = false) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    if isPrivate { fchmod(descriptor, 0o600) }
    do {
      try file.write(contentsOf: bytes)
      try file.close()
    } catch {
      throw Failure(errno: Self.number(of: error))
    }
  }

  /// Makes a directory that nobody but its owner may enter.
  /// - Throws: `Failure`.
  static func makeDirectory(_ path: String) throws(Failure) {
    guard mkdir(path, 0o700) == 0 else { throw Failure(errno: errno) }
  }

  /// The system's number behind an error of Foundation's.
  private static func number(of error: any Error) -> Int32 {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain ? Int32(truncatingIfNeeded: cause.code) : EIO
  }
}
