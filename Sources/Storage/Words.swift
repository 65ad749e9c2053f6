/// Texts as search sees them: lower-case words of letters and digits with ё written е, parted by single blanks.
///
/// What is stored and what is searched for go through the same folding, so the index needs no rules of its own.
enum Words {
  /// The folded words of a text.
  static func folded(_ text: String) -> [String] {
    text.lowercased().replacing("ё", with: "е").split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// What goes into the full-text index for a notification.
  static func indexed(title: String?, text: String) -> String {
    folded((title ?? "") + " " + text).joined(separator: " ")
  }

  /// A full-text query for words that all occur, the last one perhaps unfinished; nil when the text holds no word.
  static func match(_ text: String) -> String? {
    let words = folded(text)
    guard let last = words.last else { return nil }
    return (words.dropLast().map { "\"\($0)\"" } + ["\"\(last)\"*"]).joined(separator: " ")
  }
}
