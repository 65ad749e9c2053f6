/// A TOML 1.0 text that has been read: its values, each with its place, and what is wrong in it.
///
/// A line with a mistake is left out and told, the others are read: nothing good is lost because something beside it was bad. What stands
/// below a table's header with a mistake is left out with it. Reading takes time in proportion to the text, whatever it holds, and tables
/// and arrays inside one another are bounded (`deepest`), so that no text can exhaust the stack.
///
///     let document = TOMLDocument("theme = \"light\"\n[rules]\nhot = \"24h\"\n")
///     document.root["rules"]?.table?["hot"]?.string  // 24h
///     document.root["rules"]?.table?.place(of: "hot")  // line 3, column 1
///
/// Format: https://toml.io/en/v1.0.0
public struct TOMLDocument: Sendable {
  public let root: TOMLTable
  /// In the order of the text; the first `mostProblems` of them.
  public let problems: [TOMLProblem]

  /// So many tables and arrays may stand inside one another.
  public static let deepest = 64
  /// Reading ends behind so many mistakes: it isn't TOML that was meant.
  public static let mostProblems = 50

  /// Reads a text.
  public init(_ source: String) {
    self.init(bytes: Array(source.utf8))
  }

  /// Reads bytes, which should be UTF-8; a mark of byte order at their beginning is passed over.
  public init(bytes: [UInt8]) {
    var parser = TOMLParser(bytes)
    parser.parse()
    root = parser.root.table(depth: 0)
    problems = parser.problems
  }
}
