/// One `import` of a source file.
struct Import: Hashable {
  var module: String
  /// Counted from 1.
  var line: Int

  /// Every import of a file, whatever stands before the word (`@testable`, `public`, …) or after it (`struct Foo.Bar`).
  static func all(in source: String) -> [Import] {
    let pattern =
      #/(?:^|;)\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)/#
    return SwiftCode(source).lines.enumerated().filter { $1.contains("import") }.flatMap { number, line in
      line.matches(of: pattern).map { Import(module: String($0.1), line: number + 1) }
    }
  }
}
