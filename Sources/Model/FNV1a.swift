/// A running hash: FNV-1a, 64 bits (the Internet-Draft draft-eastlake-fnv has the constants and test vectors).
///
/// One multiplication a unit and the same value on every machine, so it may be stored. It is no security boundary: whoever wants to can make
/// two inputs collide.
public struct FNV1a: Hashable, Sendable {
  /// The hash of what was mixed in so far; set it to go on from a hash that was kept.
  public var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing.
  @inlinable public init() {}

  /// Mixes in a byte, or any other whole unit of a text.
  @inlinable public mutating func mix(_ unit: some FixedWidthInteger & UnsignedInteger) {
    value = (value ^ UInt64(truncatingIfNeeded: unit)) &* 0x0000_0100_0000_01b3
  }

  /// Mixes in bytes, one after the other.
  @inlinable public mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { mix(byte) }
  }
}
