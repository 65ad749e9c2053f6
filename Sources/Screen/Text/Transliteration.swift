import Foundation

/// What stands for a character on a terminal that knows only ASCII: one letter for a letter, so that columns stay as they are.
enum Transliteration {
  /// A printable ASCII character for the cell's; `?` where there is none alike.
  static func ascii(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    if first.value < 0x80 { return String(first) }
    if let mark = marks[first] { return mark }
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
    "•": "*", "●": "*", "·": "-", "★": "*", "◆": "+", "▲": "!", "✓": "v", "✗": "x", "→": ">", "←": "<", "↑": "^", "↓": "v", "▸": ">",
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
