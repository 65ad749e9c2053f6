import TOML

/// What is wrong in a bank file or a word file, and where. The other files, and what is good in this one, still work.
public struct DataFileProblem: Error, Hashable, Sendable {
  /// The file's path: as given for a user's file, below `Data/` for a built-in one.
  public var file: String
  /// 1-based; nil when the whole file is meant.
  public var line: Int?
  /// 1-based, in characters; nil when the whole line is meant.
  public var column: Int?
  public var reason: Reason

  /// Why the file, or a part of it, can't be used.
  public enum Reason: Hashable, Sendable {
    /// The file can't be read; the system's error number.
    case unreadable(errno: Int32)
    /// It isn't TOML.
    case notTOML(TOMLProblem.Reason)
    /// A key has a value of another kind than expected, or one that isn't among the allowed ones.
    case unexpected(key: String, expected: String)
    /// A key that must be there isn't.
    case missing(key: String)
    /// A key that means nothing here; the allowed ones.
    case unknownKey(key: String, allowed: [String])
    /// A template's text can't be read.
    case template(TemplateProblem)
    /// A word can't be used.
    case word(WordProblem)
  }

  public init(file: String, line: Int? = nil, column: Int? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}

/// What is wrong in the text of a template.
public enum TemplateProblem: Hashable, Sendable {
  /// A `{name}` that is no placeholder; the allowed ones.
  case unknownPlaceholder(String, allowed: [String])
  /// A `{`, `[` or `(` without its end, or an end without its beginning.
  case unbalanced(Character)
  /// Two free placeholders (`{merchant}{skip}`) with nothing between them that could tell where one ends.
  case ambiguous(String, String)
  /// It holds no word of its own, so it would match anything.
  case noLiteral
  /// More alternatives than `limit`.
  case tooManyAlternatives(limit: Int)
  /// Brackets stand deeper inside one another than `limit`.
  case tooDeep(limit: Int)
  /// More characters than `limit`.
  case tooLong(limit: Int)
}

/// What is wrong with a word of a word file.
public enum WordProblem: Hashable, Sendable {
  /// Texts are cut at this character, so that the word would never be found: the `2` of "c2c".
  case lost(Character, in: String)
  /// It stands already, spelled like this or alike, under this key of this file; only one of the two could win.
  case twice(String, other: String, key: String, file: String)
  /// A stem, `word*`, with fewer or more letters than can be looked up.
  case stemLength(String, shortest: Int, longest: Int)
  /// A stem in a class, where whole words are looked up.
  case stemInClass(String)
}
