/// A few words, by their `Lexeme.value`; asking for one that isn't among them mostly costs a look at a bit.
struct WordSet {
  private var filter = WordFilter()
  private var values: Set<UInt64> = []

  /// The words of a text, separated by blanks.
  init(_ words: String) {
    for word in words.split(separator: " ") {
      let value = Lexeme.value(ofWord: String(word))
      values.insert(value)
      filter.insert(value)
    }
  }

  /// The words of several sets.
  init(of sets: WordSet...) {
    for set in sets {
      for value in set.values { filter.insert(value) }
      values.formUnion(set.values)
    }
  }

  @inline(__always)
  func contains(_ value: UInt64) -> Bool {
    filter.mayContain(value) && values.contains(value)
  }

  /// Whether one of the words may be among those of a text.
  @inline(__always)
  func mayOccur(in text: WordFilter) -> Bool { filter.mayMeet(text) }
}

/// Which words there are, roughly: a bit for each word's `Lexeme.value`, which others share.
struct WordFilter {
  private var bits = SIMD4<UInt64>()

  @inline(__always)
  mutating func insert(_ value: UInt64) { bits[Self.place(value)] |= Self.bit(value) }

  @inline(__always)
  func mayContain(_ value: UInt64) -> Bool { bits[Self.place(value)] & Self.bit(value) != 0 }

  @inline(__always)
  func mayMeet(_ other: WordFilter) -> Bool { any((bits & other.bits) .!= 0) }

  @inline(__always)
  private static func place(_ value: UInt64) -> Int { Int(value >> 6 & 3) }

  @inline(__always)
  private static func bit(_ value: UInt64) -> UInt64 { 1 << (value & 63) }
}
