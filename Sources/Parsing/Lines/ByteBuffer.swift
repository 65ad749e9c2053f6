#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that grow at the end, in small pieces and often: a third of the work of appending to an array.
struct ByteBuffer {
  private var bytes = [UInt8](repeating: 0, count: 1 << 12)
  private var count = 0

  /// Takes everything out.
  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return Array(bytes[..<count])
  }

  @inline(__always)
  mutating func append(byte: UInt8) {
    if count == bytes.count { grow(by: 1) }
    bytes[count] = byte
    count += 1
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    append(piece.baseAddress, piece.count)
  }

  mutating func append(_ text: StaticString) {
    append(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// A number in decimal digits, with leading zeros where it has fewer than `digits` of them.
  mutating func append(decimal number: Int64, digits: Int = 1) {
    if number < 0 { append(byte: 0x2D) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.mostDigits) { text in
      var first = text.count
      var rest = number.magnitude
      while first > 0, rest > 0 || text.count - first < digits {
        first -= 1
        text[first] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      append(UnsafeBufferPointer(rebasing: text[first...]))
    }
  }

  /// Those of `Int64.min`.
  private static let mostDigits = 19

  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>?, _ length: Int) {
    guard let start, length > 0 else { return }
    if count + length > bytes.count { grow(by: length) }
    let place = count
    bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      memcpy(base + place, start, length)
    }
    count += length
  }

  private mutating func grow(by length: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, length)))
  }
}
