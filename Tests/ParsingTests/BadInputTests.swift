import Model
import Testing

@testable import Parsing

@Suite("Texts that no bank sends")
struct BadInputTests {
  @Test(
    "nothing is invented from what says nothing",
    arguments: [
      "", " ", "\n\n", "😀🎉🏳️‍🌈", "\u{0}", "\u{202E}\u{202D}\u{2066}", "\u{301}\u{301}\u{301}", ".,;:!?", "12345678901234567890123456789",
      "* * *", "\u{FFFD}\u{FFFD}",
    ])
  func nothing(text: String) {
    let facts = Sample.facts(text)
    #expect(facts.amount == nil && facts.code == nil && facts.card == nil && facts.merchant == nil && facts.security == nil)
    #expect(!facts.isTransaction)
  }

  @Test("a megabyte is read as what it begins with", arguments: ["1", "а", "😀", "Покупка 100 ₽ KAFE Баланс 5 ₽ ", "\u{0}", "*", "."])
  func megabyte(piece: String) {
    let text = "Покупка 240 ₽ KAFE\n" + String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    #expect(Sample.facts(text).amount?.minorUnits == -24_000)
  }

  @Test("text that runs from right to left, marks that turn it and NUL don't hide what it says")
  func directions() {
    #expect(Sample.facts("\u{202E}Покупка\u{202C} 240 ₽ \u{2067}KAFE\u{2069} Баланс: 5 ₽").amount?.minorUnits == -24_000)
    #expect(Sample.facts("Pokup\u{AD}ka 240 RUB Balans 5 RUB").balance?.minorUnits == 500)
    #expect(Sample.facts("Ваш код\u{0}: 481290").code == "481290")
    #expect(Sample.facts("\u{200F}رمز التحقق: 481290\u{200F}").code == "481290")
  }

  @Test("a sum too large for 64 bits is none")
  func overflow() {
    #expect(Sample.facts("Покупка 99999999999999999999 ₽ KAFE Баланс 5 ₽").amount?.minorUnits != -9_999_999_999_999_999)
    #expect(Sample.facts("Покупка 999999999999999.99 ₽ KAFE").amount == nil)
  }
}
