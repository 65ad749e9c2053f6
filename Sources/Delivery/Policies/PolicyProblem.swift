import TOML

/// What is wrong in a policy file, and where. The other files still work.
public struct PolicyProblem: Error, Hashable, Sendable {
  /// The file's path: as given for a user's file, below `Data/` for a built-in one.
  public var file: String
  /// 1-based; nil when the whole file is meant.
  public var line: Int?
  public var column: Int?
  public var reason: Reason

  /// Why the file can't be used.
  public enum Reason: Hashable, Sendable {
    /// The system's own words.
    case unreadable(String)
    /// It isn't TOML.
    case notTOML(TOMLProblem.Reason)
    /// A key has a value of another kind than expected, or one that isn't among the allowed ones.
    case unexpected(key: String, expected: String)
    /// A key that must be there isn't.
    case missing(key: String)
    /// A key or table that means nothing here; the allowed ones.
    case unknownKey(key: String, allowed: [String])
    /// A message would be tried twice over the same channel; the steps of a cascade must not repeat one another.
    case repeatedChannel(String)
    /// Messages of this category would never be sent by this chosen channel.
    case noStep(category: String, chosen: String)
  }
}
