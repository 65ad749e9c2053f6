/// Rules that a line of Swift keeps or breaks by itself.
enum SourceRules {
  /// Calls that end the program where an error should have been handled, unfinished work, and switched-off checks that nobody explains.
  static func violations(in file: SourceFile) -> [Violation] {
    let raw = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let code = SwiftCode(file.text).lines
    return zip(raw, code).enumerated().flatMap { index, line in
      var messages: [String] = []
      if isUnfinished(line.0) { messages.append("unfinished work; do it or leave it out") }
      if endsProgram(line.1) { messages.append("ends the program; throw, handle the error or make the case impossible") }
      if switchesCheckOff(line.1), !isExplained(index, in: raw) {
        messages.append("a check is switched off; a comment above says why it holds all the same")
      }
      if readsStrangersBytes(file.path), trapsOnExtremes(line.1) {
        messages.append("ends the program on what a file may say; .magnitude, .dropFirst and index(_:offsetBy:limitedBy:) don't")
      }
      return messages.map { Violation(path: file.path, line: index + 1, message: $0) }
    }
  }

  /// Rooms whose numbers and lengths come out of files.
  private static func readsStrangersBytes(_ path: String) -> Bool {
    ["Model", "TOML", "Parsing", "Detection", "Ledger", "Storage", "Ingest"].contains { path.hasPrefix("Sources/\($0)/") }
  }

  /// `abs` of the least number and an index beyond the end stop the program.
  private static func trapsOnExtremes(_ code: Substring) -> Bool {
    code.holds("abs(") && code.contains(#/\babs\(/#) || code.holds("offsetBy:") && !code.holds("limitedBy:")
  }

  // Each looks for a plain word first: a pattern on every line of the project takes half a minute in a debug build.

  private static func isUnfinished(_ line: Substring) -> Bool {
    (line.holds("TODO") || line.holds("FIXME")) && line.contains(#/\b(?:TODO|FIXME)\b/#)
  }

  private static func endsProgram(_ code: Substring) -> Bool {
    (code.holds("try!") || code.holds("as!") || code.holds("fatalError"))
      && code.contains(#/\b(?:try!|as!|fatalError\s*\()/#)
  }

  private static func switchesCheckOff(_ code: Substring) -> Bool {
    code.holds("nonisolated(unsafe)") || code.holds("@unchecked Sendable")
  }

  private static func isExplained(_ index: Int, in lines: [Substring]) -> Bool {
    lines[index].contains("//") || index > 0 && lines[index - 1].contains(#/^\s*\/\//#)
  }

  /// Ways to the terminal past `Console`, which takes only what was made safe; the room Terminal and `embed`, which prints for builds, have their own.
  static func unsafeOutput(in file: SourceFile) -> [Violation] {
    let isAllowed = ["Sources/kolokol/Support/Console.swift", "Sources/Terminal/", "Sources/embed/"].contains { file.path.hasPrefix($0) }
    guard !isAllowed else { return [] }
    let ways: [StaticString] = [
      "print(\"", "Swift.print(", "debugPrint(", "standardOutput", "standardError", "fputs(", "write(STDOUT_FILENO", "write(STDERR_FILENO",
    ]
    return file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      guard ways.contains(where: line.holds) else { return [Violation]() }
      return [Violation(path: file.path, line: index + 1, message: "writes past Console, which takes only what is safe")]
    }
  }

  /// Paths that exist on one machine only: a file of the project works on every machine.
  static func machinePaths(in file: SourceFile) -> [Violation] {
    let pattern = #/(?:^|[\s"'`(=:])(/(?:home|root|Users|work|mnt|srv|opt|farm)/[\w.~-]+)/#
    let places = ["/home", "/root", "/Users", "/work", "/mnt", "/srv", "/opt", "/farm"]
    guard places.contains(where: file.text.contains) else { return [] }
    return file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      line.matches(of: pattern).map {
        Violation(path: file.path, line: index + 1, message: "\($0.1) is a path of one machine")
      }
    }
  }
}
