import Model
import Testing

@testable import Parsing

@Suite("Titles of pushes")
struct TitleTests {
  @Test("no value crosses the border between a push's title and its text")
  func title() throws {
    let bank = """
      id = "koop"
      name = "Koopbank"
      country = "RU"
      languages = ["ru"]
      senders = ["KOOP"]

      [[template]]
      text = "{device} отключён от Копилка {time}"
      category = "security"
      security = "device_unbound"
      example = [{ text = "Redmi Note 12 отключён от Копилка 14.05.2018 15:32:35", device = "Redmi Note 12" }]

      """
    let (file, problems) = BankFile.readBuiltIn(bank, path: "koop.toml")
    #expect(problems.isEmpty)
    let parser = MessageParser(catalog: BankCatalog(files: [try #require(file)]))
    let meaning = parser.parse(
      sender: "KOOP", channel: .push, title: "Устройство отключено", text: "Redmi Note 4 отключён от Копилка 14.05.2018 15:32:35")
    #expect(meaning.facts.security == SecurityFact(kind: .deviceUnbound, device: "Redmi Note 4"))
  }
}
