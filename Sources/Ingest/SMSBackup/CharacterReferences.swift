extension TagScanner {
  /// Resolves the reference at the `&` under the position and moves behind it. An `&` that begins none stays what it is.
  ///
  /// Backups write a character beyond the basic plane as two references, one for each half of its UTF-16 pair. XML forbids that; here the
  /// halves are joined, and a half alone becomes U+FFFD.
  func reference(into slot: Int, of values: inout AttributeValues) throws(InputError) {
    _ = try input.ensure(Self.lookahead)
    guard let (found, length) = Self.parse(input.visible) else {
      values.append("&", to: slot)
      input.position += 1
      return
    }
    input.position += length
    switch found {
    case .scalar(let scalar):
      values.append(scalar, to: slot)
    case .highHalf(let high):
      if case (.lowHalf(let low), let lowLength)? = Self.parse(input.visible) {
        input.position += lowLength
        let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        values.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: slot)
      } else {
        values.appendReplacement(to: slot)
      }
    case .lowHalf, .noCharacter:
      values.appendReplacement(to: slot)
    }
  }

  private enum Reference {
    case scalar(Unicode.Scalar)
    case highHalf(UInt32)
    case lowHalf(UInt32)
    case noCharacter
  }

  /// - Returns: what the reference at the beginning of `bytes` stands for and how long it is; nil when there is none.
  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (Reference, Int)? {
    guard bytes.count >= 4, bytes[0] == UInt8(ascii: "&") else { return nil }
    if bytes[1] == UInt8(ascii: "#") { return parseNumber(bytes) }
    for (name, scalar) in names where bytes.count >= name.count && bytes.prefix(name.count).elementsEqual(name) {
      return (.scalar(scalar), name.count)
    }
    return nil
  }

  private static let names: [([UInt8], Unicode.Scalar)] = [
    (Array("&quot;".utf8), "\""), (Array("&amp;".utf8), "&"), (Array("&apos;".utf8), "'"), (Array("&lt;".utf8), "<"),
    (Array("&gt;".utf8), ">"),
  ]

  /// `&#10;` and `&#x0A;`, with at most ten digits.
  private static func parseNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> (Reference, Int)? {
    let isHexadecimal = bytes[2] | 0x20 == UInt8(ascii: "x")
    let start = isHexadecimal ? 3 : 2
    var index = start
    var value: UInt64 = 0
    while index < bytes.count, index - start < 10, let digit = digit(bytes[index], isHexadecimal: isHexadecimal) {
      value = value * (isHexadecimal ? 16 : 10) + UInt64(digit)
      index += 1
    }
    guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return nil }
    let length = index + 1
    guard value > 0, value <= 0x10FFFF else { return (.noCharacter, length) }
    let number = UInt32(value)
    if let scalar = Unicode.Scalar(number) { return (.scalar(scalar), length) }
    return (number < 0xDC00 ? .highHalf(number) : .lowHalf(number), length)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal: byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal: byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
