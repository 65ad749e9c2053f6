/// What a cell shows: one scalar, or a character of several.
public enum CellContent: Hashable, Sendable {
  case scalar(Unicode.Scalar)
  case cluster(String)
}

/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// What a terminal can show in one place: one character with at most four combining marks. Empty in the right half of a wide character.
  public var text: String
  public var style: Style

  public init(_ text: String = " ", style: Style = Style()) {
    self.text = text
    self.style = style
  }

  /// Whether this is the right half of the wide character to its left.
  public var isRightHalf: Bool { text.isEmpty }
}
