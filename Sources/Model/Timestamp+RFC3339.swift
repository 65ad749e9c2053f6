extension Timestamp {
  /// `2021-03-12T14:02:11Z`, for machines: RFC 3339 in UTC, with milliseconds only where there are any.
  public var rfc3339: String {
    let date = CivilDate(self, offsetSeconds: 0)
    // The day's beginning may lie before the first moment there is.
    let inDay = (milliseconds % 86_400_000 + 86_400_000) % 86_400_000
    let seconds = Int(inDay / 1_000)
    let fraction = Int(inDay % 1_000)
    // Every event and every line for a machine has one of these, so it is put together in one go.
    return String(unsafeUninitializedCapacity: 64) { buffer in
      var text = PaddedDigits(buffer: buffer)
      text.append(date.year, width: 4)
      text.append("-", date.month)
      text.append("-", date.day)
      text.append("T", seconds / 3_600)
      text.append(":", seconds / 60 % 60)
      text.append(":", seconds % 60)
      if fraction != 0 {
        text.append(".")
        text.append(fraction, width: 3)
      }
      text.append("Z")
      return text.count
    }
  }

  /// Numbers with leading zeros, written into a buffer that is large enough for any time.
  private struct PaddedDigits {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func append(_ mark: Unicode.Scalar) {
      buffer[count] = UInt8(ascii: mark)
      count += 1
    }

    mutating func append(_ mark: Unicode.Scalar, _ number: Int) {
      append(mark)
      append(number, width: 2)
    }

    mutating func append(_ number: Int, width: Int) {
      let isBelow = number < 0
      if isBelow { append("-") }
      var rest = number.magnitude
      var digits = 0
      while rest > 0 {
        rest /= 10
        digits += 1
      }
      digits = max(digits, width - (isBelow ? 1 : 0))
      rest = number.magnitude
      for place in stride(from: count + digits - 1, through: count, by: -1) {
        buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      count += digits
    }
  }
}
