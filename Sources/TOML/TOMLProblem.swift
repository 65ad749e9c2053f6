/// What is wrong in a TOML text, and where.
public struct TOMLProblem: Error, Hashable, Sendable {
  public var place: TOMLPlace
  public var reason: Reason

  /// Why a piece of the text is no TOML.
  public enum Reason: Hashable, Sendable {
    /// Something else should stand here.
    case expected(Expected)
    /// A key, or a table of that name, stands twice; where the first is.
    case twice(String, first: TOMLPlace)
    /// Keys were to be put into something that is no table, or one that its line has closed.
    case notOpen(String, first: TOMLPlace)
    /// A text, an array or a table that begins here has no end.
    case unfinished(Unfinished)
    /// An escape that TOML doesn't know, as written.
    case unknownEscape(String)
    /// A number beyond 64 bits.
    case tooLarge(String)
    /// More tables and arrays inside one another than `limit`.
    case tooDeep(limit: Int)
    /// A control character that has to be written as an escape; its scalar.
    case control(UInt32)
    /// Bytes that are no UTF-8.
    case notUTF8
  }

  /// What should have stood in a place.
  public enum Expected: Hashable, Sendable, CaseIterable {
    case key, equals, value, endOfLine, closingBracket, closingBrackets, commaOrBracket, commaOrBrace, number, date
  }

  /// What was begun and not ended.
  public enum Unfinished: Hashable, Sendable, CaseIterable {
    case text, array, table
  }
}
