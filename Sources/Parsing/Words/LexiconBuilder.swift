import Model

/// Puts words into the lexicon's table.
struct LexiconBuilder {
  private(set) var places = [Lexicon.Place](repeating: Lexicon.Place(), count: 1 << 13)
  /// How all stems begin, by the hash of their first letters, and how many letters they have.
  private(set) var stems: [(beginning: FNV1a, letters: Int)] = []
  private var count = 0
  /// Transliterated spellings, which give way to every word that is typed.
  private var transliterated: [(letters: Spellings.Letters, isStem: Bool, entry: Lexicon.Entry)] = []

  /// Adds the words of a text, separated by white space. A word that is there already keeps its meaning, and takes what it lacks.
  mutating func add(_ text: String, _ entry: Lexicon.Entry) {
    for word in WordBook.words(of: text) {
      let isStem = word.hasSuffix("*")
      let spellings = Spellings(of: isStem ? word.dropLast() : word)
      let hash = spellings.typed.reduce(into: FNV1a()) { $0.mix($1) }
      if !isStem, Spellings.isCyrillic(word), concept(of: .whole, hash) == .month {
        insert(.cyrillic, hash, entry)
      } else {
        add(spellings.typed, isStem: isStem, entry)
      }
      spellings.eachTransliterated { transliterated.append(($0, isStem, entry)) }
    }
  }

  /// Adds the transliterated spellings of all words that were added; of two that are alike that with the first concept counts.
  mutating func addTransliterated() {
    for word in transliterated.sorted(by: { $0.entry.concept.rawValue < $1.entry.concept.rawValue }) {
      add(word.letters, isStem: word.isStem, word.entry)
    }
    transliterated = []
  }

  private mutating func add(_ letters: Spellings.Letters, isStem: Bool, _ entry: Lexicon.Entry) {
    guard !letters.isEmpty else { return }
    var hash = FNV1a()
    var beginning = hash
    for (index, letter) in letters.enumerated() {
      if index > 0, CharacterTable.isIdeograph(letter) { insert(.beginning, hash, Lexicon.Entry()) }
      hash.mix(letter)
      if index + 1 == Lexicon.shortestStem { beginning = hash }
    }
    insert(isStem ? .stem : .whole, hash, entry)
    if isStem { stems.append((beginning, letters.count)) }
  }

  private mutating func insert(_ part: Lexicon.Part, _ hash: FNV1a, _ entry: Lexicon.Entry) {
    if 2 * count >= places.count { grow() }
    let key = Lexicon.Place.key(part, hash)
    let index = index(of: key)
    if places[index].isEmpty {
      places[index] = Lexicon.Place(key: key, entry: entry)
      count += 1
    } else if places[index].currency == 0 {
      places[index].currency = entry.currency
    }
  }

  private func concept(of part: Lexicon.Part, _ hash: FNV1a) -> Concept {
    let place = places[index(of: Lexicon.Place.key(part, hash))]
    return place.isEmpty ? .none : Concept.allCases[Int(place.concept)]
  }

  /// Where a key stands, or the empty place where it belongs.
  private func index(of key: UInt64) -> Int {
    var index = Lexicon.Place.index(of: key) & (places.count - 1)
    while !places[index].isEmpty, !places[index].has(key) { index = (index + 1) & (places.count - 1) }
    return index
  }

  private mutating func grow() {
    let old = places
    places = [Lexicon.Place](repeating: Lexicon.Place(), count: 2 * old.count)
    for place in old where !place.isEmpty { places[index(of: place.key)] = place }
  }
}
