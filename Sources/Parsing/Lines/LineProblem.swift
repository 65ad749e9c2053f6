/// A line of input that was left out.
public struct LineProblem: Hashable, Sendable {
  /// 1-based.
  public var line: Int
  public var mistake: LineMistake
}

/// Why a line of input can't be read.
public enum LineMistake: Hashable, Sendable {
  /// It begins like a JSON object and isn't one: what should have stood at this byte of the line, counted from 1.
  case notJSON(JSONProblem.Expectation, byte: Int)
  /// The object has no `text`, or one that is no text.
  case noText
  /// The line is longer than `limit` bytes.
  case tooLong(limit: Int)
}
