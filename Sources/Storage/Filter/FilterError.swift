/// What is wrong with a filter line, and where.
public struct FilterError: Error, Hashable, Sendable {
  /// Where it is wrong, in characters from 0.
  public var column: Int
  /// How many characters are wrong; 0 at the end of the line.
  public var length: Int
  public var reason: Reason

  public init(column: Int, length: Int, reason: Reason) {
    self.column = column
    self.length = length
    self.reason = reason
  }

  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// No such key; suggestions are keys that look like it.
    case unknownKey(String, suggestions: [String])
    /// The key doesn't know the value; suggestions are whole terms such as `bank:sberbank`.
    case unknownValue(key: String, value: String, suggestions: [String])
    /// The key stands without a value.
    case missingValue(key: String)
    /// The key doesn't take `>` and the like.
    case comparison(key: String, sign: String)
    /// Nothing in it is a letter or digit, so nothing can be found.
    case noWord(String)
    case notANumber(String)
    /// Not two to six digits.
    case notACard(String)
    /// Not one of the ways to write a date.
    case notADate(String)
    /// A range whose end lies before its start.
    case emptyRange(String)
    case unclosedQuote
    case unclosedParenthesis
    case unexpectedParenthesis
    /// `or`, `not` or `-` with nothing behind (or before) it.
    case missingOperand(of: String)
    /// Parentheses or negations nested deeper than the limit.
    case tooDeep(limit: Int)
    /// More terms than the limit.
    case tooLong(limit: Int)
    /// A line of more characters than the limit.
    case longLine(limit: Int)
  }
}
