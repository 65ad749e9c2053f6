import Testing

@testable import TOML

@Suite("TOML texts are read, and what is wrong in them is told with its place")
struct TOMLDocumentTests {
  @Test("every kind of value is read")
  func values() throws {
    let document = TOMLDocument(
      """
      text = "a\\tb \\u00e9"
      raw = 'C:\\new'
      long = \"\"\"
      first
      sec\\
         ond""\"""
      whole = -1_000
      hex = 0xFF
      octal = 0o17
      bits = 0b101
      part = 6.25e-1
      endless = -inf
      yes = true
      day = 1979-05-27
      moment = 1979-05-27 07:32:00.5+03:00
      list = [1, # one
        "two",
      ]
      inline = { a.b = 1, c = [] }
      """)
    #expect(document.problems == [])
    let root = document.root
    #expect(root["text"]?.string == "a\tb é")
    #expect(root["raw"]?.string == "C:\\new")
    #expect(root["long"]?.string == "first\nsecond\"\"")
    #expect(["whole", "hex", "octal", "bits"].map { root[$0]?.int } == [-1_000, 255, 15, 5])
    #expect(root["part"]?.content == .float(0.625))
    #expect(root["endless"]?.content == .float(-.infinity))
    #expect(root["yes"]?.bool == true)
    #expect(root["day"]?.content == .moment("1979-05-27"))
    #expect(root["moment"]?.content == .moment("1979-05-27 07:32:00.5+03:00"))
    #expect(root["list"]?.array?.map(\.content) == [.integer(1), .string("two")])
    #expect(root["inline"]?.table?["a"]?.table?["b"]?.int == 1)
    #expect(root.keys.first == "text" && root.keys.last == "inline")
  }

  @Test("tables come together from headers, dots and repeated headers")
  func tables() {
    let root = TOMLDocument("a.b = 1\n[t]\nx = 1\n[t.u]\ny = 2\n[[step]]\nn = 1\n[[step]]\nn = 2\n[step.more]\nz = 3\n").root
    #expect(root["a"]?.table?["b"]?.int == 1)
    #expect(root["t"]?.table?["u"]?.table?["y"]?.int == 2)
    #expect(root["step"]?.array?.compactMap { $0.table?["n"]?.int } == [1, 2])
    #expect(root["step"]?.array?.last?.table?["more"]?.table?["z"]?.int == 3)
  }

  @Test("keys, values and the insides of quotes know where they stand, in scalars")
  func places() throws {
    let root = TOMLDocument("# é\r\n[ы]\n").root
    #expect(root.keys.isEmpty)
    let table = try #require(TOMLDocument("# é\r\n[t]\n  \"ключ\" = [\"é\", \"two\"]\n").root["t"]?.table)
    let value = try #require(table["ключ"])
    #expect(table.place == TOMLPlace(line: 2, column: 1))
    #expect(value.keyPlace == TOMLPlace(line: 3, column: 3))
    #expect(value.array?.map(\.place) == [TOMLPlace(line: 3, column: 14), TOMLPlace(line: 3, column: 19)])
    #expect(table.place(of: "none") == table.place)
  }

  @Test(
    "a mistake is told where it stands",
    arguments: [
      ("[", 1, 2, TOMLProblem.Reason.expected(.key)), ("a = 1\n[\n", 2, 2, .expected(.key)), ("[.", 1, 2, .expected(.key)),
      ("[[[", 1, 3, .expected(.key)), ("s=[\u{2028}", 1, 4, .expected(.value)), ("a", 1, 2, .expected(.equals)),
      ("a =", 1, 4, .expected(.value)), ("a = b", 1, 5, .expected(.value)), ("a = 1 2", 1, 7, .expected(.endOfLine)),
      ("[a", 1, 3, .expected(.closingBracket)), ("[[a]", 1, 5, .expected(.closingBrackets)),
      ("a = [1 2]", 1, 8, .expected(.commaOrBracket)), ("a = {b = 1 c}", 1, 12, .expected(.commaOrBrace)),
      ("a = 01", 1, 5, .expected(.number)), ("a = 1__0", 1, 5, .expected(.number)), ("a = 2026-02-30", 1, 5, .expected(.date)),
      ("a = 1\na = 2", 2, 1, .twice("a", first: TOMLPlace(line: 1, column: 1))),
      ("[t]\n[t]", 2, 2, .twice("t", first: TOMLPlace(line: 1, column: 1))),
      ("a = {}\n[a.b]", 2, 2, .notOpen("a", first: TOMLPlace(line: 1, column: 1))),
      ("a = \"x\nb = 1", 1, 5, .unfinished(.text)), ("a = '''x\nb = 1", 1, 5, .unfinished(.text)),
      ("a = [1,\n2", 1, 5, .unfinished(.array)),
      ("a = {b = 1,", 1, 5, .unfinished(.table)), ("a = \"\\q\"", 1, 6, .unknownEscape("\\q")),
      ("a = \"\\ud800\"", 1, 6, .unknownEscape("\\ud800")), ("a = 9223372036854775808", 1, 5, .tooLarge("9223372036854775808")),
      ("a = \"\u{1}\"", 1, 6, .control(1)), ("# \u{7F}", 1, 3, .control(0x7F)),
    ])
  func mistakes(source: String, line: Int, column: Int, reason: TOMLProblem.Reason) {
    let problems = TOMLDocument(source).problems
    #expect(problems.first == TOMLProblem(place: TOMLPlace(line: line, column: column), reason: reason))
  }

  @Test("lines beside a mistake are read, but nothing falls into a table above its header")
  func rest() {
    let document = TOMLDocument("a = 1\nb = = 2\nc = 3\n[t]\nx = 1\n[u\nx = 2\ny = 3\n[v]\nz = 4\n")
    #expect(document.problems.map(\.place.line) == [2, 6])
    #expect(document.root.keys == ["a", "c", "t", "v"])
    #expect(document.root["t"]?.table?.keys == ["x"])
    #expect(document.root["v"]?.table?["z"]?.int == 4)
  }

  @Test("bytes that are no UTF-8 are told by their place; a mark of byte order is passed over")
  func bytes() {
    let broken = TOMLDocument(bytes: Array("a = 1\nb = \"".utf8) + [0xCF, 0xF0] + Array("\"".utf8))
    #expect(broken.problems == [TOMLProblem(place: TOMLPlace(line: 2, column: 6), reason: .notUTF8)])
    #expect(TOMLDocument("\u{FEFF}a = 1").root["a"]?.keyPlace == TOMLPlace(line: 1, column: 1))
  }

  @Test(
    "whatever is nested without end is refused and exhausts nothing",
    arguments: [
      "a = " + String(repeating: "[", count: 100_000), "a = " + String(repeating: "{a = ", count: 100_000),
      String(repeating: "a.", count: 100_000) + "a = 1", "[" + String(repeating: "a.", count: 100_000) + "a]",
    ])
  func depth(source: String) {
    let problems = TOMLDocument(source).problems
    #expect(problems.contains { $0.reason == .tooDeep(limit: TOMLDocument.deepest) })
    #expect(problems.count <= TOMLDocument.mostProblems)
  }
}
