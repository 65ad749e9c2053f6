/// Whether bytes are UTF-8.
enum UTF8Check {
  /// Where the first bytes stand that are no UTF-8; nil when all are.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard (0xC2...0xF4).contains(first), index + length <= bytes.count,
        bytes[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return index }
      let second = bytes[index + 1]
      switch first {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return index
      default: index += length
      }
    }
    return nil
  }
}
