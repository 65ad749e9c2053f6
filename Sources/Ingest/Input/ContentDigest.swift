/// A running digest of bytes: FNV-1a, 64 bits (the Internet-Draft draft-eastlake-fnv has the constants and test vectors).
///
/// It tells whether the part of a file that was read before is still the same. It is no security boundary: a file that collides on purpose
/// hides only what its own author could have left out. One multiplication a byte; no library to build for it.
struct ContentDigest: Hashable, Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var value = value
    for byte in bytes {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    self.value = value
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
