/// A few words, by their `Lexeme.value`; asking for one that isn't among them mostly costs a look at a bit.
struct WordSet {
  /// A bit for each word's value; others may share it.
  private var bits = SIMD4<UInt64>()
  private var values: Set<UInt64> = []

  /// The words of a text, separated by blanks.
  init(_ words: String) {
    for word in words.split(separator: " ") {
      let value = Lexeme.value(ofWord: String(word))
      values.insert(value)
      bits[Self.place(value)] |= Self.bit(value)
    }
  }

  @inline(__always)
  func contains(_ value: UInt64) -> Bool {
    bits[Self.place(value)] & Self.bit(value) != 0 && values.contains(value)
  }

  @inline(__always)
  private static func place(_ value: UInt64) -> Int { Int(value >> 6 & 3) }

  @inline(__always)
  private static func bit(_ value: UInt64) -> UInt64 { 1 << (value & 63) }
}
