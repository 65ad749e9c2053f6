import Model

/// Puts words into the lexicon's table.
struct LexiconBuilder {
  private(set) var places = [Lexicon.Place](repeating: Lexicon.Place(), count: 1 << 13)
  /// How all stems begin, by the hash of their first letters, and how many letters they have.
  private(set) var stems: [(beginning: FNV1a, letters: Int)] = []
  private var count = 0

  /// Adds the words of a text, separated by white space. A word that is there already keeps its meaning, and takes what it lacks.
  mutating func add(_ text: String, _ entry: Lexicon.Entry) {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let isStem = word.hasSuffix("*")
      var hash = FNV1a()
      var beginning = hash
      var letters = 0
      for scalar in (isStem ? word.dropLast() : word).unicodeScalars {
        let info = scalar.value < 0x600 ? CharacterTable.low[Int(scalar.value)] : CharacterTable.high(scalar.value)
        let role = CharacterInfo.Role(rawValue: info.role)
        guard role == .letter || role == .ideograph else { continue }
        if role == .ideograph, letters > 0 { insert(.beginning, hash, Lexicon.Entry()) }
        hash.mix(info.folded)
        letters += 1
        if letters == Lexicon.shortestStem { beginning = hash }
      }
      guard letters > 0 else { continue }
      insert(isStem ? .stem : .whole, hash, entry)
      if isStem { stems.append((beginning, letters)) }
    }
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
