import Testing

@testable import Parsing

@Suite("The names of banks")
struct BankNameTests {
  /// Such as lists show it in Russian; kolokol's `Setting` measures the same.
  private static let widest = 11
  private static let writesItselfInLatin: Set<String> = ["qiwi"]

  @Test("banks of Russia, Belarus and Ukraine have a Russian name short enough for a list, and the usual longer ones as aliases")
  func russian() {
    let catalog = BankCatalog.load(userDirectory: nil).catalog
    for bank in catalog.banks where ["RU", "BY", "UA"].contains(bank.country) && !Self.writesItselfInLatin.contains(bank.key) {
      #expect(bank.nameRu.count <= Self.widest, "\(bank.key): \(bank.nameRu)")
      #expect(bank.nameRu.contains { ("А"..."я").contains($0) }, "\(bank.key): \(bank.nameRu)")
    }
    for name in ["Райффайзенбанк", "Промсвязьбанк", "Россельхозбанк", "Русский Стандарт"] {
      #expect(catalog.banks.contains { $0.aliases.contains(name.lowercased()) }, "\(name)")
    }
  }
}
