/// Looks for words that could never be found, and for words of which only one could win.
struct WordCheck {
  private(set) var problems: [DataFileProblem] = []
  private var seen: [Lookup: Holder] = [:]

  /// How a word is looked up: among the meanings or in a class, by its folded letters.
  private struct Lookup: Hashable {
    var `class`: WordClass?
    var letters: Spellings.Letters
    var isStem: Bool
  }

  private struct Holder {
    var word: Substring
    var key: String
    var path: String
    var concept: Concept?
  }

  /// Checks the words of a file, after those of the files before it.
  mutating func add(_ file: WordFile) {
    for (concept, words) in file.meanings {
      check(words, Holder(word: "", key: concept.name, path: file.path, concept: concept), nil)
    }
    for (found, words) in file.classes { check(words, Holder(word: "", key: found.rawValue, path: file.path), found) }
  }

  private mutating func check(_ words: WordFile.List, _ holder: Holder, _ found: WordClass?) {
    for word in WordBook.words(of: words.text) {
      var holder = holder
      holder.word = word
      guard let mistake = mistake(in: word, holder, found) else { continue }
      let place = words.place(of: word)
      problems.append(DataFileProblem(file: holder.path, line: place.line, column: place.column, reason: .word(mistake)))
    }
  }

  private mutating func mistake(in word: Substring, _ holder: Holder, _ found: WordClass?) -> WordProblem? {
    let isStem = word.hasSuffix("*")
    let body = isStem ? word.dropLast() : word
    if isStem, found != nil { return .stemInClass(String(word)) }
    if let lost = Self.lost(in: body) { return .lost(lost, in: String(word)) }
    let lookup = Lookup(class: found, letters: Spellings(of: body).typed, isStem: isStem)
    if isStem, !(Lexicon.shortestStem...Lexicon.longestStem).contains(lookup.letters.count) {
      return .stemLength(String(word), shortest: Lexicon.shortestStem, longest: Lexicon.longestStem)
    }
    guard let other = seen[lookup] else {
      seen[lookup] = holder
      return nil
    }
    // "Oct" and "ост": the scanner tells them apart.
    if (other.concept == .month) != (holder.concept == .month), Spellings.isCyrillic(word) != Spellings.isCyrillic(other.word) {
      return nil
    }
    return .twice(String(word), other: String(other.word), key: other.key, file: other.path)
  }

  /// The first character of a word that texts are cut at, so that what is left would be another word: the `2` of "c2c".
  private static func lost(in word: Substring) -> Character? {
    var before: Unicode.Scalar?
    for scalar in word.unicodeScalars {
      switch CharacterInfo.Role(rawValue: CharacterTable.info(of: scalar.value).role) {
      case .letter, .ideograph: before = scalar
      case .ignored: break
      default:
        guard scalar == "'", let letter = before, "oOgG".unicodeScalars.contains(letter) || Spellings.isCyrillic(word) else {
          return Character(scalar)
        }
      }
    }
    return before == nil ? word.first ?? "*" : nil
  }
}
