import Data
import Model
import Testing

@testable import Parsing

@Suite("Bank files")
struct BankFileTests {
  @Test("the files that come with the program have no mistakes, and thirty banks have templates")
  func builtIn() {
    var withTemplates = 0
    for (path, toml) in BuiltInData.banks {
      let contents = BankFile.contents(of: toml, path: path)
      #expect(contents.problems.isEmpty, "\(contents.problems)")
      if !contents.templates.isEmpty { withTemplates += 1 }
    }
    #expect(withTemplates >= 30)
  }

  @Test("every template has an example, fits it, and finds its values", arguments: BuiltInData.banks.map(\.path))
  func examples(path: String) throws {
    let toml = try #require(BuiltInData.banks.first { $0.path == path }?.toml)
    let (file, _) = BankFile.readBuiltIn(toml, path: path)
    let bank = KnownBank(try #require(file))
    for (number, source) in bank.templates.tree.sources.enumerated() {
      #expect(!source.examples.isEmpty, "template \(number + 1): \(source.text)")
      for example in source.examples {
        let found = Self.read(example.text, bank: bank)
        #expect(found.template == number, "template \(number + 1) doesn't fit: \(example.text)")
        for (key, value) in example.expected { #expect(found.values[key] == value, "\(key) of: \(example.text)") }
      }
    }
  }

  @Test("a mistake is named with line, column and what was expected, and the rest of the file works")
  func mistakes() {
    let toml = """
      id = "mybank"
      name = "My Bank"
      senders = ["MyBank"]
      colour = "red"

      [[template]]
      text = "Gone {amount} at {merchnt}"

      [[template]]
      text = "Gone {amount} at {merchant}"
      direction = "sideways"

      [[template]]
      text = "Come {amount} from {merchant}"
      direction = "in"
      """
    let contents = BankFile.contents(of: toml, path: "x.toml")
    #expect(contents.problems.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["4:1", "7:26", "11:1"])
    #expect(contents.templates.map(\.number) == [2, 3])
    #expect(contents.bank?.key == "mybank")
    guard case .template(.unknownPlaceholder("merchnt", let allowed))? = contents.problems.dropFirst().first?.reason else {
      Issue.record("expected an unknown placeholder: \(contents.problems)")
      return
    }
    #expect(allowed.contains("merchant"))
  }

  @Test(
    "a file that is no bank file says why",
    arguments: [
      ("", .missing(key: "id")), ("id = \"a\"", .missing(key: "name")),
      ("id = 5\nname = \"A\"", .unexpected(key: "id", expected: "a text in quotes")),
      ("id = \"a\"\nname = \"A\"\nsenders = \"A\"", .unexpected(key: "senders", expected: "a list of texts in quotes")),
    ] as [(String, DataFileProblem.Reason)])
  func unusable(toml: String, reason: DataFileProblem.Reason) {
    #expect(BankFile.contents(of: toml, path: "x.toml").problems.map(\.reason).first == reason)
  }

  @Test("what isn't TOML is named with the reader's line and column")
  func syntax() {
    let problem = BankFile.contents(of: "id = \"a\"\nname = \"A\nsenders = []", path: "x.toml").problems.first
    #expect(problem?.line == 2)
    #expect(problem?.column != nil)
  }

  /// The template that fits and the values it found, as bank files write them.
  static func read(_ text: String, bank: KnownBank) -> (template: Int?, values: [String: String]) {
    var reader = Reader()
    var copy = text
    return copy.withUTF8 { bytes in
      let reading = reader.read(bytes, body: 0, bank: bank)
      let facts = Facts(reading, in: bytes)
      var values: [String: String] = [:]
      values["amount"] = facts.amount.map(Sample.decimal)
      values["balance"] = facts.balance.map(Sample.decimal)
      values["card"] = facts.card
      values["merchant"] = facts.merchant
      values["code"] = facts.code
      values["device"] = facts.security?.device
      values["place"] = facts.security?.place
      return (reading.template, values)
    }
  }
}
