/// How Cyrillic words are spelt in Latin letters: in each of the ways banks and operators do it.
enum Transliteration {
  /// A word as it stands, and transliterated where its language writes Cyrillic.
  static func spellings(of word: String, in language: String) -> [String] {
    guard let table = tables[language], word.unicodeScalars.contains(where: { (0x400...0x4FF).contains($0.value) }) else { return [word] }
    var spellings = [""]
    for letter in word.lowercased() {
      let ways = table[letter] ?? common[letter] ?? [String(letter)]
      // A word with many such letters is spelt in one scheme throughout.
      if spellings.count * ways.count > 64 {
        spellings = spellings.map { $0 + ways[0] }
      } else {
        spellings = ways.flatMap { way in spellings.map { $0 + way } }
      }
    }
    // After a vowel Belarusian writes "ўваход" for "уваход".
    let afterVowel = language == "be" && word.hasPrefix("у") ? ["ў" + word.dropFirst()] : []
    return [word] + afterVowel + spellings
  }

  private static let common: [Character: [String]] = [
    "а": ["a"], "б": ["b"], "в": ["v"], "г": ["g"], "д": ["d"], "е": ["e"], "ё": ["e", "yo"], "ж": ["zh", "j"], "з": ["z"], "и": ["i"],
    "й": ["y", "j", "i"], "к": ["k"], "л": ["l"], "м": ["m"], "н": ["n"], "о": ["o"], "п": ["p"], "р": ["r"], "с": ["s"], "т": ["t"],
    "у": ["u"], "ф": ["f"], "х": ["h", "kh"], "ц": ["ts", "c"], "ч": ["ch"], "ш": ["sh"], "щ": ["shch", "sch", "sh"], "ъ": [""],
    "ы": ["y", "i"], "ь": [""], "э": ["e"], "ю": ["yu", "ju", "iu", "u"], "я": ["ya", "ja", "ia"], "'": [""],
  ]

  private static let tables: [String: [Character: [String]]] = [
    "ru": common, "every": common,
    "uk": ["г": ["h", "g"], "ґ": ["g"], "є": ["ye", "ie", "e"], "и": ["y", "i"], "і": ["i"], "ї": ["yi", "i"]],
    "be": ["г": ["h", "g"], "і": ["i"], "ў": ["u", "w"], "ы": ["y"]],
  ]
}
