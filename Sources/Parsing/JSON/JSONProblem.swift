/// Where a line stops being the JSON it should be.
public struct JSONProblem: Error, Hashable, Sendable {
  /// The index of the byte that doesn't fit.
  public var index: Int
  public var expected: Expectation

  /// What should have stood there.
  public enum Expectation: String, Sendable {
    case object
    case key
    case colon
    case value
    case commaOrBrace
    case commaOrBracket
    case endOfString
    case escape
    case noControlCharacter
    case digit
    case endOfLine
    /// Less nesting: at most 64 levels.
    case lessDepth
  }
}
