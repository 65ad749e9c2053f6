/// Undoes the escapes of JSON strings.
public enum JSONEscapes {
  /// Appends in UTF-8 what a string's well-formed escapes stand for; `bytes` is what `JSONObjectScanner` found between its quotation marks.
  ///
  /// - Returns: whether half of a surrogate pair stood alone; U+FFFD is in its place.
  public static func undo(_ bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) -> Bool {
    result.reserveCapacity(result.count + bytes.count)
    var mended = false
    var index = 0
    while index < bytes.count {
      let plain = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\\") { index += 1 }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
      guard index + 1 < bytes.count else { break }
      index += 2
      switch bytes[index - 1] {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        let scalar = scalar(bytes, at: &index)
        if scalar == nil { mended = true }
        if let encoded = UTF8.encode(scalar ?? "\u{FFFD}") { result.append(contentsOf: encoded) }
      case let other: result.append(other)
      }
    }
    return mended
  }

  /// The scalar of the `\u` escape whose digits begin at `index`, joined with the one after it when they are a pair; nil for half a pair.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar? {
    let first = unit(bytes, at: index)
    index += 4
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else { return nil }
    let second = unit(bytes, at: index + 2)
    guard (0xDC00..<0xE000).contains(second) else { return nil }
    index += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    var value: UInt32 = 0
    for byte in UnsafeBufferPointer(rebasing: bytes[index..<min(index + 4, bytes.count)]) {
      value = value << 4 | UInt32(hexDigit(byte) ?? 0)
    }
    return value
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
