import Model
import Testing

@testable import Parsing

/// Texts of banks that no file knows, and what they say in one line: the direction, the sum, the card, what is left, the merchant.
enum MoneyTexts {}

@Suite("Money in texts of banks that no file knows")
struct MoneyTextTests {
  private func said(_ text: String) -> String {
    let facts = Sample.facts(text)
    var words = [facts.direction?.name ?? "nothing"]
    if let amount = facts.amount { words += [Sample.decimal(amount), amount.currency.code] }
    if let card = facts.card { words.append("*" + card) }
    if let balance = facts.balance { words += ["left", Sample.decimal(balance)] }
    if let merchant = facts.merchant { words += ["at", merchant] }
    return words.joined(separator: " ")
  }

  @Test("an operation is read in any language, order and punctuation", arguments: MoneyTexts.neighbours + MoneyTexts.world)
  func operations(text: String, expected: String) {
    #expect(said(text) == expected)
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).category == .payment)
  }
}
