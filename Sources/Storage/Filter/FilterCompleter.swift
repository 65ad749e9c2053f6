/// Finds what could be written where the cursor stands: keys, then the values of the key that was written.
struct FilterCompleter {
  let text: String
  let column: Int
  let names: FilterNames

  /// How many are offered at most.
  private static let limit = 30

  var completions: [Completion] {
    let characters = Array(text)
    let cursor = min(max(column, 0), characters.count)
    let token = FilterLexer.tokens(of: String(characters[..<cursor])).last { $0.range.upperBound == cursor }
    switch token?.kind {
    case .word(let word): return keys(begunWith: word, from: cursor - word.count, to: end(characters, cursor))
    case .keyed(let keyed): return values(of: keyed, to: end(characters, cursor))
    case .quoted: return []
    case .open, .close, .minus, nil: return keys(begunWith: "", from: cursor, to: cursor)
    }
  }

  /// What is replaced reaches to the end of the word that the cursor stands in.
  private func end(_ characters: [Character], _ cursor: Int) -> Int {
    characters[cursor...].firstIndex { $0.isWhitespace || "()\",".contains($0) } ?? characters.count
  }

  private func keys(begunWith word: String, from start: Int, to end: Int) -> [Completion] {
    let folded = FilterText.folded(word)
    var found: [Completion] = []
    for key in FilterKey.allCases {
      guard let name = ([key.rawValue] + key.synonyms).first(where: { $0.hasPrefix(folded) }) else { continue }
      found.append(Completion(range: start..<end, text: name + ":", meaning: .key(key.rawValue)))
    }
    guard !folded.isEmpty else { return found }
    for key in [FilterKey.is, .category, .channel] {
      found += matching(key, folded).map { word in
        Completion(range: start..<end, text: "\(key.rawValue):\(word.shown)", meaning: .value(key: key.rawValue, value: word.name))
      }
    }
    return Array(found.prefix(Self.limit))
  }

  private func values(of keyed: FilterLexer.Keyed, to end: Int) -> [Completion] {
    guard let key = FilterKey(name: keyed.key) else { return [] }
    let begun = keyed.isQuoted ? keyed.value : String(keyed.value.split(separator: ",", omittingEmptySubsequences: false).last ?? "")
    let start = column(of: begun, in: keyed)
    let folded = FilterText.folded(begun)
    let values: [(shown: String, name: String)] =
      switch key {
      case .bank: banks(folded)
      case .sender: known(names.senders, folded)
      case .account: known(names.accounts, folded)
      case .currency: known(names.currencies, folded)
      default: matching(key, folded)
      }
    return values.prefix(Self.limit).map { shown, name in
      Completion(range: start..<max(end, start), text: shown, meaning: .value(key: key.rawValue, value: name))
    }
  }

  private func column(of begun: String, in keyed: FilterLexer.Keyed) -> Int {
    keyed.valueColumn + (keyed.isQuoted ? 0 : keyed.value.count - begun.count)
  }

  /// Known words in the language in which they are begun; the empty word is begun in English.
  private func matching(_ key: FilterKey, _ folded: String) -> [(shown: String, name: String)] {
    key.words.compactMap { word in
      ([word.name] + word.synonyms).first { $0.hasPrefix(folded) }.map { ($0, word.name) }
    }
  }

  private func banks(_ folded: String) -> [(shown: String, name: String)] {
    names.banks.filter { bank in bank.all.contains { FilterText.folded($0).hasPrefix(folded) } }.map { (quoted($0.key), $0.key) }
  }

  private func known(_ names: [String], _ folded: String) -> [(shown: String, name: String)] {
    names.filter { FilterText.folded($0).hasPrefix(folded) }.map { (quoted($0), $0) }
  }

  /// In quotes where it would fall apart without them.
  private func quoted(_ name: String) -> String {
    name.contains { $0.isWhitespace || "(),".contains($0) } ? "\"\(name)\"" : name
  }
}
