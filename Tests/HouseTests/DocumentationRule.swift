/// Each public declaration has a documentation comment.
///
/// One comment may speak for a run of stored properties directly below it, and a type's for the run it begins with.
/// Some need no words, for there is nothing to say that isn't said:
/// what a protocol of the standard library asks for, by name; an initialiser that only fills the stored properties of the same names;
/// enum cases and a protocol's requirements, which have no `public` of their own.
///
/// A value, so that its patterns are made once and not for each of some ten thousand lines.
struct DocumentationRule {
  private let declaration =
    #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:final|nonisolated|override|static|indirect|private\(set\))\s+)*(?:public|open)\s+((?:(?:final|nonisolated|override|static|class|indirect|convenience|required|mutating|private\(set\)|package\(set\)|internal\(set\))\s+)*(?:struct|class|enum|actor|protocol|func|var|let|init|subscript|typealias|case)\b.*)/#
  private let witness =
    #/^(?:init\(from\b|init\(rawValue:|func encode\(to\b|func hash\(into\b|static func [<=>~]|(?:let|var) rawValue\b|var (?:description|debugDescription|errorDescription)\b|func makeIterator\b|mutating func next\b)/#
  private let initialiser = #/\binit\s*\(/#
  private let filling = #/^\s*(?:self\.)?(\w+) = \1$/#
  private let property = #/\b(?:let|var)\b/#
  private let type = #/\b(?:struct|class|enum|actor)\b.*\{$/#
  private let documentation = #/^\s*\/\/\/|\*\/\s*$/#
  private let attribute = #/^\s*@\w/#

  func violations(in file: SourceFile) -> [Violation] {
    guard file.text.holds("public") || file.text.holds("open") else { return [] }
    let raw = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let code = SwiftCode(file.text).lines
    return code.indices.compactMap { index in
      guard code[index].holds("public") || code[index].holds("open") else { return nil }
      guard let declaration = publicDeclaration(code[index]) else { return nil }
      if isWitness(declaration) || isFillingInitialiser(at: index, in: code) || hasDocumentation(above: index, raw, code) { return nil }
      return Violation(path: file.path, line: index + 1, message: "no documentation comment: public \(declaration)")
    }
  }

  /// What stands after `public` and its companions: `struct Foo {`, `static func bar()`; nil when the line declares nothing public.
  private func publicDeclaration(_ line: Substring) -> Substring? {
    line.firstMatch(of: declaration)?.1
  }

  private func isWitness(_ declaration: Substring) -> Bool {
    declaration.contains(witness)
  }

  /// Whether the initialiser that begins here has a body of nothing but `self.name = name`.
  private func isFillingInitialiser(at index: Int, in code: [Substring]) -> Bool {
    guard code[index].contains(initialiser) else { return false }
    guard let opening = code[index...].firstIndex(where: { $0.hasSuffix("{") }) else { return code[index].hasSuffix("{}") }
    if code[index].hasSuffix("{}") { return true }
    let indentation = code[index].prefix { $0 == " " }
    guard let closing = code[opening...].firstIndex(of: indentation + "}") else { return false }
    return code[(opening + 1)..<closing].allSatisfy { $0.contains(filling) }
  }

  private func isStoredProperty(_ line: Substring) -> Bool {
    line.contains(property) && !line.contains("{")
  }

  private func opensType(_ line: Substring) -> Bool {
    line.contains(type)
  }

  private func hasDocumentation(above index: Int, _ raw: [Substring], _ code: [Substring]) -> Bool {
    var above = index - 1
    while above >= 0 {
      if raw[above].contains(documentation) { return true }
      let belongsToRun = isStoredProperty(code[index]) && (isStoredProperty(code[above]) || opensType(code[above]))
      guard belongsToRun || raw[above].contains(attribute) else { return false }
      above -= 1
    }
    return false
  }
}
