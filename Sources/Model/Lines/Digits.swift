extension Int64 {
  /// Gives the number in decimal digits, with a sign when it is below zero.
  @inlinable package func withDecimalDigits(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // 2 to the power of 64 has 20 digits.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { digits in
      var rest = magnitude
      var first = digits.count
      // Two at a time: the long division is what takes time.
      while rest >= 10 {
        let pair = UInt32(truncatingIfNeeded: rest % 100)
        rest /= 100
        first -= 2
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair / 10)
        digits[first + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair % 10)
      }
      if rest > 0 || first == digits.count {
        first -= 1
        digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)
      }
      if self < 0 {
        first -= 1
        digits[first] = UInt8(ascii: "-")
      }
      body(UnsafeBufferPointer(rebasing: digits[first...]))
    }
  }
}

extension [UInt8] {
  /// Adds a number in decimal digits, with a sign when it is below zero.
  package mutating func append(decimal number: Int64) {
    number.withDecimalDigits { append(contentsOf: $0) }
  }
}
