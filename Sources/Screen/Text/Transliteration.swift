import Foundation

/// What stands for a character on a terminal that knows only ASCII.
///
/// Texts of messages are spelled out before they are laid out, so that no sound is lost: Russian as BGN/PCGN has it (1947), with yo for ё everywhere
/// and e for е. What is laid out already, names and words of the screens, gets one letter for a letter, so that columns stay as they are.
enum Transliteration {
  /// A text with as many letters for each as it takes; marks and unknown signs as `ascii` has them.
  static func spelled(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    let characters = Array(text.precomposedStringWithCanonicalMapping)
    var spelled = ""
    for (place, character) in characters.enumerated() {
      let lower = character.lowercased()
      guard lower.unicodeScalars.count == 1, let scalar = lower.unicodeScalars.first, let letters = spellings[scalar] else {
        spelled += character.isASCII ? String(character) : ascii(String(character))
        continue
      }
      guard character.isUppercase else {
        spelled += letters
        continue
      }
      // SHCH in a word of capitals, Shch at the beginning of another.
      let isAmongCapitals = [place - 1, place + 1].contains { characters.indices.contains($0) && characters[$0].isUppercase }
      spelled += isAmongCapitals ? letters.uppercased() : letters.prefix(1).uppercased() + letters.dropFirst()
    }
    return spelled
  }

  /// Letters that one of ASCII doesn't stand for, or not as well: Russian, Ukrainian, Belarusian, Kazakh, Serbian, and Latin ones without a base.
  private static let spellings: [Unicode.Scalar: String] = [
    "ё": "yo", "ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "\"", "ы": "y", "ь": "'",
    "э": "e", "ю": "yu", "я": "ya", "є": "ye", "ї": "yi", "ў": "w", "ґ": "g", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o",
    "ұ": "u", "ү": "u", "һ": "h", "ђ": "dj", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng",
  ]

  /// A printable ASCII character for the cell's; `?` where there is none alike.
  static func ascii(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    if first.value < 0x80 { return String(first) }
    if let mark = marks[first] { return mark }
    if first.properties.isWhitespace { return " " }
    let isUpper = first.properties.isUppercase
    let lower = isUpper ? first.properties.lowercaseMapping.unicodeScalars.first ?? first : first
    if let letter = letters[lower] { return isUpper ? letter.uppercased() : letter }
    let base = text.decomposedStringWithCompatibilityMapping.unicodeScalars.first
    return base.flatMap { 0x21...0x7E ~= $0.value ? String($0) : nil } ?? "?"
  }

  /// Cyrillic, close to what banks send when they save on SMS parts.
  private static let letters: [Unicode.Scalar: String] = Dictionary(
    uniqueKeysWithValues: zip(
      "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ".unicodeScalars,
      "abvgdeejziyklmnoprstufhccww'y'euaiieguqjlncd".map { String($0) }))

  private static let marks: [Unicode.Scalar: String] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "━": "=", "┃": "|",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": ".", "«": "\"", "»": "\"", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'",
    "•": "*", "○": "o", "●": "*", "·": "-", "★": "*", "◆": "+", "▲": "!", "✓": "v", "✗": "x", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "▸": ">",
    "▾": "v", "▬": "=", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#", "▍": "|", "▎": "|", "▏": "|", "₽": "R", "€": "E", "£": "L",
    "¥": "Y", "№": "N", "×": "x", "␛": "^", "\u{3000}": " ",
  ]
}

extension Grid {
  /// The frame with every character as ASCII, for terminals without UTF-8.
  public func asciiOnly() -> Grid {
    var grid = self
    grid.replaceTexts(Transliteration.ascii)
    return grid
  }
}
