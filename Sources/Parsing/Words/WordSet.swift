/// A few words, by their `Lexeme.value`; asking for one that isn't among them mostly costs a look at a bit.
struct WordSet {
  private var filter = WordFilter()
  /// In order, to be halved: hashing what is a hash already would take longer than these few steps.
  private let values: ContiguousArray<UInt64>

  /// The words of a text, separated by blanks.
  init(_ words: String) {
    self.init(Set(words.split(separator: " ").map { Lexeme.value(ofWord: String($0)) }))
  }

  /// The words of several sets.
  init(of sets: WordSet...) {
    self.init(Set(sets.flatMap(\.values)))
  }

  private init(_ values: Set<UInt64>) {
    self.values = ContiguousArray(values.sorted())
    for value in values { filter.insert(value) }
  }

  @inline(__always)
  func contains(_ value: UInt64) -> Bool {
    filter.mayContain(value) && holds(value)
  }

  private func holds(_ value: UInt64) -> Bool {
    values.withUnsafeBufferPointer { values in
      var (low, high) = (0, values.count)
      while low < high {
        let middle = (low + high) / 2
        if values[middle] < value { low = middle + 1 } else { high = middle }
      }
      return low < values.count && values[low] == value
    }
  }

  /// Whether one of the words may be among those of a text.
  @inline(__always)
  func mayOccur(in text: WordFilter) -> Bool { filter.mayMeet(text) }
}

/// Which words there are, roughly: one bit of 256 for each word's `Lexeme.value`, which others share.
struct WordFilter {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  /// The words of a text.
  init(_ lexemes: UnsafeBufferPointer<Lexeme>) {
    withUnsafeMutableBytes(of: &bits) { raw in
      let words = raw.assumingMemoryBound(to: UInt64.self)
      for lexeme in lexemes where lexeme.kind == .word { words[Self.place(of: lexeme.value)] |= Self.bit(of: lexeme.value) }
    }
  }

  mutating func insert(_ value: UInt64) {
    withUnsafeMutableBytes(of: &bits) { raw in
      raw.assumingMemoryBound(to: UInt64.self)[Self.place(of: value)] |= Self.bit(of: value)
    }
  }

  @inline(__always)
  func mayContain(_ value: UInt64) -> Bool {
    withUnsafeBytes(of: bits) { $0.assumingMemoryBound(to: UInt64.self)[Self.place(of: value)] & Self.bit(of: value) != 0 }
  }

  @inline(__always)
  func mayMeet(_ other: WordFilter) -> Bool {
    bits.0 & other.bits.0 | bits.1 & other.bits.1 | bits.2 & other.bits.2 | bits.3 & other.bits.3 != 0
  }

  @inline(__always)
  private static func bit(of value: UInt64) -> UInt64 { 1 &<< value }

  @inline(__always)
  private static func place(of value: UInt64) -> Int { Int(truncatingIfNeeded: value >> 6 & 3) }
}
