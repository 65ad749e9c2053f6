/// A few words, by their `Lexeme.value`; asking for one that isn't among them mostly costs a look at a bit.
struct WordSet {
  private var filter = WordFilter()
  /// A table with open addressing, half empty at least: what it holds are hashes already. 0 is no word's.
  private let slots: ContiguousArray<UInt64>

  /// The words of a class, in every spelling.
  init(_ found: WordClass) {
    self.init(words: WordBook.shared.words(of: found))
  }

  init(words: [Substring]) {
    var values: Set<UInt64> = []
    for word in words {
      let spellings = Spellings(of: word)
      values.insert(Lexeme.value(ofLetters: spellings.typed))
      spellings.eachTransliterated { values.insert(Lexeme.value(ofLetters: $0)) }
    }
    self.init(values)
  }

  /// The words of several sets.
  init(of sets: WordSet...) {
    self.init(Set(sets.flatMap { $0.slots.filter { $0 != 0 } }))
  }

  private init(_ values: Set<UInt64>) {
    var count = 2
    while count < 2 * values.count { count *= 2 }
    var slots = ContiguousArray<UInt64>(repeating: 0, count: count)
    for value in values {
      filter.insert(value)
      var place = Self.first(value, of: count)
      while slots[place] != 0 { place = (place + 1) & (count - 1) }
      slots[place] = value
    }
    self.slots = slots
  }

  /// Where a value's search begins; the filter takes other bits.
  @inline(__always)
  private static func first(_ value: UInt64, of count: Int) -> Int { Int(truncatingIfNeeded: value >> 20) & (count - 1) }

  @inline(__always)
  func contains(_ value: UInt64) -> Bool {
    filter.mayContain(value) && holds(value)
  }

  private func holds(_ value: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var place = Self.first(value, of: slots.count)
      while slots[place] != 0 {
        if slots[place] == value { return true }
        place = (place &+ 1) & (slots.count &- 1)
      }
      return false
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

  /// A piece of a text, if it is a word; without a branch, which would be guessed wrongly at every other piece.
  @inline(__always)
  mutating func insert(_ lexeme: Lexeme) {
    let isWord: UInt64 = lexeme.kind == .word ? .max : 0
    withUnsafeMutableBytes(of: &bits) { raw in
      raw.assumingMemoryBound(to: UInt64.self)[Self.place(of: lexeme.value)] |= Self.bit(of: lexeme.value) & isWord
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
