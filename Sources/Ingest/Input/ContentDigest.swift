import Model

/// A running digest of bytes: FNV-1a, 64 bits.
///
/// It tells whether the part of a file that was read before is still the same. It is no security boundary: a file that collides on purpose
/// hides only what its own author could have left out. One multiplication a byte; no library to build for it.
struct ContentDigest: Hashable, Sendable {
  private var hash = FNV1a()

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    hash.mix(bytes)
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
