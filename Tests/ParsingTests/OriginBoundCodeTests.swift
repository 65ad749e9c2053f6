import Testing

@testable import Parsing

@Suite("Codes bound to an origin")
struct OriginBoundCodeTests {
  // The messages of the specification's examples, and what its text says of them.
  @Test(
    "the specification's examples give their host, code and embedded host",
    arguments: [
      ("747723 is your ExampleCo authentication code.\n\n@example.com #747723", "example.com", "747723", nil),
      (
        "747723 is your ExampleCo authentication code.\n\n@example.com #747723 @ecommerce.example", "example.com", "747723",
        "ecommerce.example"
      ),
      ("@example.com #747723 @ecommerce.example $future", "example.com", "747723", "ecommerce.example"),
      ("@EXAMPLE.com #G-81", "example.com", "G-81", nil), ("Hello\r\n@example.com #1", "example.com", "1", nil),
      ("Hello\r@example.com #1\tend", "example.com", "1", nil), ("@example.com #1  @other.example", "example.com", "1", nil),
      ("@example.com #1 @other/example", "example.com", "1", nil), ("@example.com #a#b", "example.com", "a#b", nil),
    ] as [(String, String, String, String?)])
  func bound(message: String, host: String, code: String, embedded: String?) throws {
    let found = try #require(OriginBoundCode(message))
    #expect(found.host == host)
    #expect(found.origin == "https://\(host)")
    #expect(found.code == code)
    #expect(found.embeddedHost == embedded)
    #expect(message.hasPrefix(found.explanation))
  }

  @Test("the explanation is all but the last line")
  func explanation() {
    #expect(OriginBoundCode("747723 is your code.\n\n@example.com #747723")?.explanation == "747723 is your code.\n\n")
    #expect(OriginBoundCode("@example.com #747723")?.explanation.isEmpty == true)
  }

  @Test(
    "anything else isn't one",
    arguments: [
      "", "@", "@example.com", "@example.com ", "@example.com #", "@ #1", "something @example.com #747723", "#747723 @example.com",
      "@example.com code #747723", "@example.com  #747723", "@example.com\t#747723", "@example.com #747723\nBye", "@example.com #747723\n",
      "@https://example.com #1", "@example.com:8443 #1", "@example.com/a #1", "@exam\u{0}ple.com #1", "@exa|mple.com #1",
    ])
  func unbound(message: String) {
    #expect(OriginBoundCode(message) == nil)
  }

  @Test(
    "a message with one has its code, unless its sentences tell another",
    arguments: [
      ("Log in at once.\n@bank.example #Ab-81", "Ab-81"), ("Code 111222 was the last one, now 333444.\n@bank.example #333444", "333444"),
      ("Your code: 111222\n@bank.example #333444", "111222"),
    ])
  func reading(text: String, code: String) {
    let parser = MessageParser(catalog: BankCatalog(files: []))
    let facts = parser.parse(sender: "", channel: nil, title: nil, text: text).facts
    #expect(facts.code == code)
    #expect(facts.category == .code)
  }

  @Test("a handle and a tag are no code in a message")
  func handles() {
    let parser = MessageParser(catalog: BankCatalog(files: []))
    #expect(parser.parse(sender: "", channel: nil, title: nil, text: "Follow us:\n@kolokolbank #news").facts.code == nil)
  }

  /// Chromium takes these otherwise than the text of the specification says: it passes over a line break at the end, and ends a code at `#`.
  static let differing = ["chromium-Newlines": nil, "chromium-CharRanges1": "cannot-contain-hashes#yes"] as [String: String?]

  @Test(
    "others' vectors hold, or differ where the specification does", .enabled(if: Corpus.directory != nil, "no corpus beside the project"))
  func corpus() throws {
    let rows = try Corpus.rows("origin-bound-codes.jsonl")
    #expect(rows.count >= 50)
    for row in rows {
      let found = OriginBoundCode(row.text)
      if let code = Self.differing[row.id] {
        #expect(found?.code == code, "\(row.id)")
        continue
      }
      #expect((found != nil) == row.expected.valid, "\(row.id)")
      if let code = row.expected.code { #expect(found?.code == code, "\(row.id)") }
      if let origin = row.expected.topOrigin { #expect(found?.origin == origin, "\(row.id)") }
      if let host = row.expected.host { #expect(found?.host == host, "\(row.id)") }
      if let explanation = row.expected.explanatory { #expect(found?.explanation == explanation, "\(row.id)") }
      let embedded = row.expected.embedded ?? row.expected.embeddedOrigin.map { String($0.dropFirst("https://".count)) }
      // Rows that label no code say nothing of what follows it.
      if row.expected.code != nil { #expect(found?.embeddedHost == embedded, "\(row.id)") }
    }
  }
}
