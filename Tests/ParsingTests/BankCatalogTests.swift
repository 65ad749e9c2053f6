import Testing

@testable import Parsing

@Suite("The catalogue of banks")
struct BankCatalogTests {
  let catalog = BankCatalog.load(userDirectory: nil)

  @Test("every built-in bank file can be read")
  func builtIn() {
    #expect(catalog.problems.isEmpty, "\(catalog.problems)")
    #expect(catalog.catalog.banks.count >= 30)
  }

  @Test(
    "a sender is found under every spelling",
    arguments: [
      ("900", "sberbank"), ("SBERBANK", "sberbank"), ("сбербанк", "sberbank"), ("T-Bank", "tbank"), ("TBANK", "tbank"), ("Т‑Банк", "tbank"),
      ("VM-HDFCBK-S", "hdfcbank"), ("ru.sberbankmobile", "sberbank"), ("8 926 200 09 00", "sberbank"), ("BТВ", nil), ("", nil), ("-", nil),
    ] as [(String, String?)])
  func sender(sender: String, key: String?) {
    #expect(catalog.catalog.bank(sender: sender)?.key == key)
  }
}
