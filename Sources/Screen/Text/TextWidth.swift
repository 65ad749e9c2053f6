/// How many terminal cells text takes when it is drawn: unsafe characters as their marks, line ends and tabs as one space, wide characters
/// and emoji two.
public enum TextWidth {
  /// The cells of a text.
  public static func of(_ text: String) -> Int {
    if let count = plainCount(text) { return count }
    return of(text, limit: .max) ?? 0
  }

  /// The cells of a character.
  public static func of(_ character: Character) -> Int {
    of(String(character))
  }

  /// The width when that is `limit` or less, or nil; reads no more of the text than it must.
  static func of(_ text: String, limit: Int) -> Int? {
    if let count = plainCount(text) { return count <= limit ? count : nil }
    var width = 0
    var reader = PieceReader(text)
    while let item = reader.nextItem() {
      width += item.width
      if width > limit { return nil }
    }
    return width
  }

  /// The number of characters when all are printable ASCII.
  static func plainCount(_ text: String) -> Int? {
    text.utf8.allSatisfy { 0x20...0x7E ~= $0 } ? text.utf8.count : nil
  }
}
