import Screen

/// Marks the words of a text that a search matched: those that begin with a word of the search, case and ё folded, as the index does.
struct Highlighter {
  private let words: [String]

  init(search: String) {
    words = search.split { !$0.isLetter && !$0.isNumber }.map { Self.fold(String($0)) }
  }

  /// Whether there is nothing to mark.
  var isIdle: Bool { words.isEmpty }

  func spans(of text: String, style: Style) -> [Span] {
    guard !words.isEmpty else { return [Span(text, style)] }
    var spans: [Span] = []
    var plain = ""
    var rest = text[...]
    while let first = rest.first {
      guard first.isLetter || first.isNumber else {
        plain.append(rest.removeFirst())
        continue
      }
      let token = rest.prefix { $0.isLetter || $0.isNumber }
      rest = rest.dropFirst(token.count)
      let folded = Self.fold(String(token))
      if words.contains(where: { folded.hasPrefix($0) }) {
        if !plain.isEmpty { spans.append(Span(plain, style)) }
        plain = ""
        spans.append(Span(String(token), Style(.match, bold: style.bold)))
      } else {
        plain += token
      }
    }
    if !plain.isEmpty { spans.append(Span(plain, style)) }
    return spans
  }

  private static func fold(_ word: String) -> String {
    word.lowercased().replacing("ё", with: "е")
  }
}
