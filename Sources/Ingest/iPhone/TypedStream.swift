/// Gets the text out of an attributed string in NeXT's typedstream archive, as `message.attributedBody` holds it.
///
/// Of the archive nothing is built: the first string object's class is looked for, and behind it the bytes it was written with (type `+`).
enum TypedStream {
  /// The text; nil when the bytes aren't such an archive or end early.
  static func text(_ bytes: [UInt8], repair: inout TextRepair) -> String? {
    guard bytes.starts(with: signature), var index = bytes.firstIndex(behind: className, from: signature.count) else { return nil }
    // The class's version and what it inherits from come in between: some ten bytes, thirty when it is named in full.
    guard let start = bytes.firstIndex(behind: newType, from: index), start - index <= 48 else { return nil }
    index = start
    guard let length = integer(bytes, &index), length >= 0, length <= bytes.count - index else { return nil }
    return bytes[index..<index + length].withUnsafeBufferPointer { repair.string($0) }
  }

  /// Version 4, then the word "streamtyped" with its length.
  private static let signature: [UInt8] = [0x04, 0x0B] + Array("streamtyped".utf8)
  /// The class name with its length.
  private static let className: [UInt8] = [0x08] + Array("NSString".utf8)
  /// A type description seen for the first time, of one character: bytes with their count.
  private static let newType: [UInt8] = [0x84, 0x01, UInt8(ascii: "+")]

  /// A number as typedstream packs it: one byte, or 0x81 and two, or 0x82 and four, the low one first.
  private static func integer(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    let size: Int
    switch first {
    case 0x81: size = 2
    case 0x82: size = 4
    case 0x00..<0x80:
      index += 1
      return Int(first)
    default: return nil
    }
    guard index + size < bytes.count else { return nil }
    let value = bytes[index + 1...index + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    index += 1 + size
    return value
  }
}

extension [UInt8] {
  /// The index behind the first occurrence of `pattern` at or after `start`.
  fileprivate func firstIndex(behind pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < count, let found = self[index...].firstIndex(of: pattern[0]) {
      if self[found...].starts(with: pattern) { return found + pattern.count }
      index = found + 1
    }
    return nil
  }
}
