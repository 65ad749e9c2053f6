/// Finds what can't stand inside a JSON string as it is, eight bytes at a time.
enum PlainText {
  /// Where the first quotation mark, backslash or control character stands from `start` on; the count of the bytes where none does.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    let words = UnsafeRawBufferPointer(bytes)
    while place &+ 8 <= words.count {
      let ends = ends(in: UInt64(littleEndian: words.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      if ends != 0 { return place + ends.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    return place
  }

  /// Whether eight bytes from `start` on are there and all printable ASCII that can stand in a JSON string as it is.
  @inline(__always)
  static func isPrintable(eightBytesOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    guard start &+ 8 <= bytes.count else { return false }
    let word = UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
    return (ends(in: word) | zeros(in: word ^ (ones &* 0x7F)) | word) & tops == 0
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of the lowest byte that ends plain text is set, and no bit below it. ("Determine if a word has a byte less than n" of the
  /// Bit Twiddling Hacks; a borrow can set bits above the first one only.)
  @inline(__always)
  private static func ends(in word: UInt64) -> UInt64 {
    // With one bit turned a quotation mark (0x22) is 0x20, the next above the control characters, and a blank isn't.
    let turned = word ^ (ones &* 0x02)
    let controls = (turned &- ones &* 0x21) & ~turned
    let backslashes = zeros(in: word ^ (ones &* UInt64(UInt8(ascii: "\\"))))
    return (controls | backslashes) & tops
  }

  /// The top bit of the lowest byte that is 0 is set.
  @inline(__always)
  private static func zeros(in word: UInt64) -> UInt64 { (word &- ones) & ~word }
}
