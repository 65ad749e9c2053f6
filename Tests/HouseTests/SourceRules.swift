/// Rules that a line of Swift keeps or breaks by itself.
enum SourceRules {
  /// Calls that end the program where an error should have been handled, unfinished work, and switched-off checks that nobody explains.
  static func violations(in file: SourceFile) -> [Violation] {
    let raw = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let code = SwiftCode(file.text).lines
    return zip(raw, code).enumerated().flatMap { index, line in
      let (text, code) = line
      var messages: [String] = []
      if code.contains(#/\btry!/#) { messages.append("try! ends the program; throw or handle the error") }
      if code.contains(#/\bas!/#) { messages.append("as! ends the program; use as? or a type that fits") }
      if code.contains(#/\bfatalError\s*\(/#) { messages.append("fatalError ends the program; make the case impossible or throw") }
      if text.contains(#/\b(?:TODO|FIXME)\b/#) { messages.append("unfinished work; do it or leave it out") }
      if code.contains(#/@unchecked\s+Sendable|nonisolated\(unsafe\)/#), !isExplained(index, in: raw) {
        messages.append("a check is switched off; a comment above says why it holds all the same")
      }
      return messages.map { Violation(path: file.path, line: index + 1, message: $0) }
    }
  }

  private static func isExplained(_ index: Int, in lines: [Substring]) -> Bool {
    lines[index].contains("//") || index > 0 && lines[index - 1].contains(#/^\s*\/\//#)
  }

  /// Paths that exist on one machine only: a file of the project works on every machine.
  static func machinePaths(in file: SourceFile) -> [Violation] {
    let pattern = #/(?:^|[\s"'`(=:])(/(?:home|root|Users|work|mnt|srv|opt|farm)/[\w.~-]+)/#
    return file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      line.matches(of: pattern).map {
        Violation(path: file.path, line: index + 1, message: "\($0.1) is a path of one machine")
      }
    }
  }
}
