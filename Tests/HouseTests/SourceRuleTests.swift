import Testing

@Suite("The sources keep the house's rules")
struct SourceRuleTests {
  private static let shipped = ["Sources", "Themes", "Data", "Plugins"]

  @Test("nothing shipped ends the program, is unfinished, or switches a check off unexplained")
  func linesKeepTheRules() throws {
    let files = try Project.swiftFiles(below: Self.shipped)
    #expect(!files.isEmpty)
    let found = files.flatMap(SourceRules.violations)
    #expect(found.isEmpty, Violation.list(found))
  }

  @Test("every public declaration is documented")
  func publicIsDocumented() throws {
    let files = try Project.swiftFiles(below: ["Sources", "Themes", "Data"])
    let found = files.flatMap(DocumentationRule().violations)
    #expect(found.isEmpty, Violation.list(found))
  }

  @Test("nothing is written to a terminal but by Console, which takes only what was made safe, and the room Terminal")
  func noUnsafeOutput() throws {
    let found = try Project.swiftFiles(below: ["Sources"]).flatMap(SourceRules.unsafeOutput)
    #expect(found.isEmpty, Violation.list(found))
    for line in ["print(\"x\")", "FileHandle.standardError.write(data)", "fputs(name, stderr)", "_ = write(STDOUT_FILENO, bytes, 1)"] {
      #expect(SourceRules.unsafeOutput(in: SourceFile(path: "Sources/kolokol/Bad.swift", text: line)).count == 1, "\(line)")
    }
    #expect(SourceRules.unsafeOutput(in: SourceFile(path: "Sources/kolokol/Good.swift", text: "print(rows, setting)")) == [])
  }

  @Test("no file knows a path of one machine")
  func noMachinePaths() throws {
    let files = try Project.files(below: [
      "Sources", "Tests", "Themes", "Data", "Plugins", "Benchmarks", "Scripts", "docs", ".ci", "Makefile", "Package.swift", "README.md",
      "CONTRIBUTING.md",
    ])
    #expect(files.contains { $0.path == "Makefile" })
    let found = files.flatMap(SourceRules.machinePaths)
    #expect(found.isEmpty, Violation.list(found))
  }

  @Test(
    "a line that breaks a rule is found",
    arguments: [
      "let rows = try! store.rows()", "let view = thing as! Row", "default: fatalError(\"can't happen\")", "fatalError ()",
      "// TODO: later", "/* FIXME */ let a = 1", "final class Box: @unchecked Sendable {", "nonisolated(unsafe) var shared = 0",
      "let text = \"\\(try! read())\"", "let size = abs(amount)", "let second = text.index(first, offsetBy: 2)",
    ])
  func badLineIsFound(line: String) {
    let file = SourceFile(path: "Sources/Model/Bad.swift", text: "let fine = 1\n\(line)\n")
    #expect(SourceRules.violations(in: file).map(\.line) == [2])
  }

  @Test(
    "a line that only speaks of it is let through",
    arguments: [
      "// no try! and no fatalError( here", "let advice = \"as! ends the program\"", "let raw = #\"try! \\(as!)\"#", "try store.rows()",
      "view as? Row", "let todo = methodology()", "let size = amount.magnitude",
      "let second = text.index(first, offsetBy: 2, limitedBy: text.endIndex)", "let cabs(x)",
      "// the lock below guards it\nfinal class Box: @unchecked Sendable {",
      "let open = \"(\" /* nested /* try! */ still */",
    ])
  func goodLinePasses(line: String) {
    #expect(SourceRules.violations(in: SourceFile(path: "Sources/Model/Good.swift", text: line)) == [])
  }

  @Test(
    "an undocumented public declaration is found",
    arguments: [
      "public struct Coin {", "  public var size: Int", "  public static func mint() {}", "  public private(set) var worn = false",
      "@discardableResult\n  public func flip() -> Bool {", "  @inlinable public func turn() {", "open class Mint {",
      "  public init(_ other: Coin) {\n    size = other.size\n  }", "  static public let large = Coin()",
      "/// How wide it is.\n  public var width: Int\n  public func flip() {",
      "/// How wide it is.\n  public var width: Int\n\n  public var height: Int",
      "/// A point.\npublic struct Point {\n  public init(_ x: Int) {\n    self.x = abs(x)\n  }",
    ])
  func undocumentedIsFound(source: String) {
    #expect(DocumentationRule().violations(in: SourceFile(path: "Sources/Model/Bad.swift", text: source)).count == 1)
  }

  @Test(
    "a documented declaration and one that needs no words are let through",
    arguments: [
      "/// A coin.\npublic struct Coin {", "  /// Turns it.\n  @discardableResult\n  public func flip() -> Bool {",
      "/** A coin. */\npublic struct Coin {", "  var inner: Int", "public import Model", "public extension Coin {",
      "  public init(size: Int) {\n    self.size = size\n  }", "  public init(\n    size: Int\n  ) {\n    self.size = size\n  }",
      "  public init() {}",
      "  public static func < (left: Coin, right: Coin) -> Bool {", "  public func hash(into hasher: inout Hasher) {",
      "let text = \"\"\"\n  public struct Coin {\n  \"\"\"",
      "/// How large it is.\n  public var width: Int\n  public var height = 2",
      "/// A point.\npublic struct Point: Sendable {\n  public var x: Int\n  public var y: Int",
    ])
  func documentedPasses(source: String) {
    #expect(DocumentationRule().violations(in: SourceFile(path: "Sources/Model/Good.swift", text: source)) == [])
  }

  @Test("a path of one machine is found, a system's or a relative one isn't")
  func machinePathIsFound() {
    // Put together here, or this file would break the rule it tests.
    let text = ["let a = \"/", "home/ann/bell.db\"\n", "let b = \"/usr/bin/env\"\n", "let c = \"docs/home/ann\"\n", "cd /", "work/main\n"]
      .joined()
    #expect(SourceRules.machinePaths(in: SourceFile(path: "Makefile", text: text)).map(\.line) == [1, 4])
  }
}
