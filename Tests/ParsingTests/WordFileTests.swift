import Data
import Foundation
import Model
import Testing

@testable import Parsing

@Suite("Word files")
struct WordFileTests {
  @Test("the program's own files have no mistake, no lost character and no word twice")
  func builtIn() {
    var check = WordCheck()
    for (path, toml) in BuiltInData.words {
      let (file, problems) = WordFile.read(toml, path: path)
      #expect(problems.isEmpty, "\(problems)")
      check.add(file)
    }
    #expect(BuiltInData.words.count > 50)
    #expect(check.problems.isEmpty, "\(check.problems)")
  }

  @Test("each meaning and each class that the recognisers name has words, and no file names another")
  func names() {
    let files = BuiltInData.words.map { WordFile.read($0.toml, path: $0.path).file }
    let meanings = Set(files.flatMap { $0.meanings.map(\.concept.name) })
    #expect(meanings == Set(Concept.named.keys))
    let classes = Set(files.flatMap { $0.classes.map(\.class) })
    #expect(classes == Set(WordClass.allCases))
  }

  @Test("the examples of a file are read as it says", arguments: BuiltInData.words.map(\.path))
  func examples(path: String) throws {
    let toml = try #require(BuiltInData.words.first { $0.path == path }?.toml)
    let examples = WordFile.read(toml, path: path).file.examples
    #expect(!examples.isEmpty)
    for example in examples {
      #expect(!example.expected.isEmpty)
      let read = try Self.read(example.text)
      for (field, value) in example.expected { #expect(read[field] == value, "\(field) of: \(example.text)") }
    }
  }

  @Test("mistakes are told with line, column and what was expected; the rest of the file works")
  func mistakes() {
    let toml = """
      # A language of nobody.
      [meaning]
      debit = "gorbed gorb* c2c"
      credt = "narbed"
      balance = \"""
      sorb gorbed
      Sörb ab*\"""
      limit = 5

      [class]
      money = "zorb zorb* zorb"
      monye = "zarb"

      [words]
      debit = "zurb"
      """
    let (file, problems) = WordFile.read(toml, path: "x.toml")
    #expect(Self.places(problems) == ["12:1", "4:1", "8:1", "14:1"].sorted())
    #expect(problems.contains { $0.reason == .unknownKey(key: "credt", allowed: Concept.named.keys.sorted()) })
    #expect(problems.contains { $0.reason == .unknownKey(key: "words", allowed: ["meaning", "class", "example"]) })
    #expect(problems.contains { $0.reason == .unexpected(key: "limit", expected: "a text in quotes, with blanks between its words") })
    var check = WordCheck()
    check.add(file)
    #expect(Self.places(check.problems) == ["3:23", "6:6", "7:1", "7:6", "11:15", "11:21"].sorted())
    let reasons = check.problems.map(\.reason)
    #expect(reasons.contains(.word(.lost("2", in: "c2c"))))
    #expect(reasons.contains(.word(.twice("Sörb", other: "sorb", key: "balance", file: "x.toml"))))
    #expect(reasons.contains(.word(.stemLength("ab*", shortest: 3, longest: 31))))
    #expect(reasons.contains(.word(.stemInClass("zorb*"))))
    let lexicon = Lexicon(WordBook([file]))
    #expect(lexicon.entry(.whole, Self.hash("gorbed"))?.concept == .debit)
    #expect(lexicon.entry(.stem, Self.hash("gorb"))?.concept == .debit)
    #expect(WordBook([file]).words(of: .money) == ["zorb", "zorb*", "zorb"])
  }

  @Test("a file that isn't TOML is told with its place, and the others are read")
  func broken() {
    let book = WordBook(
      builtIn: [("Words/en.toml", "[meaning]\ndebit = \"paid\"\n")],
      users: [("a.toml", .success("[meaning]\ndebit = paid\n")), ("b.toml", .success("[meaning]\ncredit = \"came PAID\"\n"))])
    #expect(book.problems.map { "\($0.file):\($0.line ?? 0)" } == ["a.toml:2", "b.toml:2"])
    #expect(book.problems.last?.reason == .word(.twice("PAID", other: "paid", key: "debit", file: "Words/en.toml")))
    #expect(Lexicon(book).entry(.whole, Self.hash("came"))?.concept == .credit)
    #expect(Lexicon(book).entry(.whole, Self.hash("paid"))?.concept == .debit)
  }

  @Test("“ост” in Cyrillic letters is what is left, “oct” in Latin ones a month")
  func october() {
    #expect(Sample.facts("Карта 4417: оплата 640 ₽. Ост 5 300 ₽").balance?.minorUnits == 530_000)
    #expect(Sample.facts("Your card 4417 was debited by USD 20.00 on Oct 25 2016").balance == nil)
  }

  private static func places(_ problems: [DataFileProblem]) -> [String] {
    problems.map { "\($0.line ?? 0):\($0.column ?? 0)" }.sorted()
  }

  private static func hash(_ word: String) -> FNV1a { word.unicodeScalars.reduce(into: FNV1a()) { $0.mix($1.value) } }

  /// What `kolokol parse --json` says of a text, each field as text.
  private static func read(_ text: String) throws -> [String: String] {
    var stream = ParseStream(parser: MessageParser(catalog: BankCatalog(files: [])))
    var writer = MeaningWriter()
    Array((text + "\n").utf8).withUnsafeBufferPointer { stream.feed($0) { writer.write($0) } }
    let object = try #require(JSONSerialization.jsonObject(with: Data(writer.take())) as? [String: Any])
    return object.compactMapValues { $0 as? String ?? ($0 as? NSNumber)?.stringValue }
  }
}
