/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers from the same seed on every machine, at two multiplications each.
public struct RandomStream: Sendable {
  @usableFromInline var state: UInt64

  /// A stream that is all its own for each seed, also for neighbouring ones.
  @inlinable
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `limit` − 1; 0 when `limit` is 1 or less. The bias is below limit / 2^64.
  @inlinable
  public mutating func below(_ limit: Int) -> Int {
    guard limit > 1 else { return 0 }
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// A number of the closed range.
  @inlinable
  public mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `percent` of 100 cases.
  @inlinable
  public mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// A number from 0 up to, but not, 1.
  @inlinable
  public mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A stream of its own, whose numbers have nothing to do with those still to come here.
  @inlinable
  public mutating func fork() -> RandomStream {
    RandomStream(seed: next())
  }
}
