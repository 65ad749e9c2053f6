import Model

/// The words of `AccessWords` by the hashes of their folded letters.
struct AccessLexicon: Sendable {
  static let shared = AccessLexicon()

  private let whole: Table
  private let stems: Table

  private init() {
    var whole: [UInt64: AccessClasses] = [:]
    var stems: [UInt64: AccessClasses] = [:]
    for (language, text) in AccessWords.all {
      for line in text.split(separator: "\n") {
        var words = line.split(separator: " ").map(String.init)
        guard !words.isEmpty, let one = AccessClass(rawValue: words.removeFirst()) else {
          preconditionFailure("No class stands in front of: \(line)")
        }
        for word in words {
          let isStem = word.hasSuffix("*")
          for spelling in Transliteration.spellings(of: isStem ? String(word.dropLast()) : word, in: language) {
            let hash = Self.hash(of: spelling)
            if isStem { stems[hash, default: AccessClasses()].insert(one) } else { whole[hash, default: AccessClasses()].insert(one) }
          }
        }
      }
    }
    self.whole = Table(whole)
    self.stems = Table(stems)
  }

  /// Letters alone: an apostrophe inside a word belongs to the letter before it.
  private static func hash(of word: String) -> UInt64 {
    var hash = FNV1a()
    for scalar in word.unicodeScalars where scalar.properties.isAlphabetic { hash.mix(Folding.folded(scalar).value) }
    return hash.value
  }

  /// The classes of a word: those of all its letters and of the stems it begins with.
  func classes(of lexeme: Lexeme, in bytes: UnsafeBufferPointer<UInt8>) -> AccessClasses {
    let letters = Lexicon.shared.letters
    var classes = whole[lexeme.value] ?? AccessClasses()
    var hash = FNV1a()
    var position = Int(lexeme.start)
    var count = 0
    while position < Int(lexeme.end), count < Self.longestStem {
      let (info, length) = letters.low(at: position, in: bytes) ?? CharacterTable.character(at: position, in: bytes)
      position += max(length, 1)
      guard info.role == CharacterInfo.Role.letter.rawValue else { continue }
      hash.mix(info.folded)
      count += 1
      if count >= Self.shortestStem, let found = stems[hash.value] { classes.formUnion(found) }
    }
    return classes
  }

  private static let shortestStem = 3
  private static let longestStem = 20

  /// A table with open addressing behind a filter, since most of what is looked up isn't there.
  private struct Table: Sendable {
    private let filter: Kept<UInt64>
    private let keys: Kept<UInt64>
    private let classes: Kept<AccessClasses>

    init(_ entries: [UInt64: AccessClasses]) {
      var count = 2
      while count < 2 * entries.count { count *= 2 }
      var keys = [UInt64](repeating: 0, count: count)
      var classes = [AccessClasses](repeating: AccessClasses(), count: count)
      var filter = [UInt64](repeating: 0, count: Self.filterWords)
      for (key, value) in entries {
        var place = Self.place(of: key, count)
        while keys[place] != 0 { place = (place + 1) & (count - 1) }
        keys[place] = key
        classes[place] = value
        filter[Self.word(of: key)] |= 1 &<< key
      }
      self.filter = Kept(filter)
      self.keys = Kept(keys)
      self.classes = Kept(classes)
    }

    @inline(__always)
    subscript(key: UInt64) -> AccessClasses? {
      guard filter[Self.word(of: key)] & 1 &<< key != 0 else { return nil }
      var place = Self.place(of: key, keys.count)
      while keys[place] != 0 {
        if keys[place] == key { return classes[place] }
        place = (place + 1) & (keys.count - 1)
      }
      return nil
    }

    private static let filterWords = 1 << 11

    @inline(__always)
    private static func word(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 6) & (filterWords - 1) }

    @inline(__always)
    private static func place(of key: UInt64, _ count: Int) -> Int { Int(truncatingIfNeeded: key >> 20) & (count - 1) }
  }
}
