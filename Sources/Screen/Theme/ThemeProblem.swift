import TOML

/// Why a theme can't be had.
public struct ThemeProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The file can't be read; what the system said.
    case unreadable(String)
    /// Not TOML.
    case notTOML(TOMLProblem.Reason)
    /// A key that themes don't have; the keys there are.
    case unknownKey(String, known: [String])
    /// A value of the wrong kind; what should stand there.
    case wrongValue(key: String, expected: Expected)
    /// No theme has this name; the names there are.
    case unknownTheme([String])
  }

  /// What a key of a theme may hold.
  public enum Expected: Hashable, Sendable {
    /// A table, `{ … }` or `[…]`.
    case table
    /// A name from the theme's palette, or `#rrggbb`.
    case colour
    /// `#rrggbb`, or `default` for the terminal's own.
    case rgb
    /// A number, 0…255.
    case index
    /// One of the names of a terminal's 8 or 16 colours, or `default`.
    case colourName([String])
    /// A list of these.
    case attributes([String])
    case text
  }

  /// The path of the file, or the name of the theme when it is built in or there is none.
  public var file: String
  /// Counted from 1.
  public var line: Int?
  /// Counted from 1, in characters.
  public var column: Int?
  public var reason: Reason
}
