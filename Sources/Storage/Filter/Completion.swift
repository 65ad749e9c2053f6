/// One way to go on writing a filter line.
public struct Completion: Hashable, Sendable {
  /// The columns to replace, in characters from 0.
  public var range: Range<Int>
  /// What to put there.
  public var text: String
  public var meaning: Meaning

  public init(range: Range<Int>, text: String, meaning: Meaning) {
    self.range = range
    self.text = text
    self.meaning = meaning
  }

  /// What is completed, so that the list of completions can explain it.
  public enum Meaning: Hashable, Sendable {
    /// A key, by its English name.
    case key(String)
    /// A value of a key, both by their English names; for banks the bank's key.
    case value(key: String, value: String)
  }
}
