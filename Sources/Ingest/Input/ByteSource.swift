#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where an input gets its bytes.
protocol ByteSource: AnyObject {
  /// Fills the beginning of `buffer`, which isn't empty.
  /// - Returns: how many bytes came; 0 at the end.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError) -> Int
}

/// Why no more bytes come.
enum ByteSourceError: Error {
  /// The system's error number.
  case system(Int32)
  /// What the bytes come out of is broken.
  case input(InputError)
}

/// The bytes of an open file or pipe, from where it stands.
final class DescriptorSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool

  /// An owned descriptor is closed at the end.
  init(_ descriptor: Int32, owned: Bool) {
    self.descriptor = descriptor
    isOwned = owned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError) -> Int {
    while true {
      let got = Self.systemRead(descriptor, buffer)
      if got >= 0 { return got }
      guard errno == EINTR else { throw .system(errno) }
    }
  }

  private static func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
