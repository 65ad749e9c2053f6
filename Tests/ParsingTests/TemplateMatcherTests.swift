import Model
import Testing

@testable import Parsing

@Suite("Matching templates")
struct TemplateMatcherTests {
  private func bank(_ templates: TemplateSource...) -> KnownBank {
    KnownBank(BankFile(bank: Bank(key: "bank", name: "Bank", currency: "RUB"), templates: LazyTemplates { templates }))
  }

  private func template(_ text: String, _ category: Model.Category? = .payment, _ direction: Direction? = .outgoing) -> TemplateSource {
    var source = TemplateSource(text: text)
    source.category = category
    source.direction = direction
    return source
  }

  @Test(
    "words fold: case, ё, look-alike letters, spaces and line breaks",
    arguments: [
      "Расчёт по карте 240р KAFE", "РАСЧЕТ ПО КАРТЕ 240р KAFE", "Pасчет\nпо  картe\u{A0}240р KAFE", "  расчёт по\u{200B} карте 240р KAFE ",
      "Расчёт по карте 240р KAFE!",
    ])
  func folding(text: String) {
    let found = BankFileTests.read(text, bank: bank(template("Расчёт по карте {amount} {merchant}")))
    #expect(found.template == 0)
    #expect(found.values == ["amount": "240", "merchant": "KAFE"])
  }

  @Test(
    "a template fits the whole text or not at all",
    arguments: ["Расчёт по карте 240р", "Сегодня расчёт по карте 240р KAFE", "Расчёт карте 240р KAFE", "Расчёт", ""])
  func misfit(text: String) {
    #expect(BankFileTests.read(text, bank: bank(template("Расчёт по карте {amount} {merchant} итог"))).template == nil)
  }

  @Test("of templates that fit, the one with more words of its own wins; of equal ones the first")
  func choice() {
    let known = bank(template("Оплата {skip}"), template("Оплата {amount} {merchant} спасибо"), template("Оплата {amount} {place} спасибо"))
    let found = BankFileTests.read("Оплата 240р KAFE спасибо", bank: known)
    #expect(found.template == 1)
    #expect(found.values["merchant"] == "KAFE")
  }

  @Test("a free placeholder ends at the first place where the rest fits")
  func free() {
    let known = bank(template("Оплата {merchant} Баланс: {balance}"))
    let found = BankFileTests.read("Оплата MAGAZIN Баланс вкуса 5 Баланс: 300р", bank: known)
    #expect(found.values["merchant"] == "MAGAZIN Баланс вкуса 5")
    #expect(found.values["balance"] == "300")
  }

  @Test("what the template says wins over the recognisers, and these fill what it leaves open")
  func precedence() {
    let text = "Пришло 500р от KAFE карта *4417"
    let known = bank(template("Пришло {amount} от {skip}", .payment, .outgoing))
    var reader = Reader()
    var copy = text
    let reading = copy.withUTF8 { reader.read($0, body: 0, bank: known) }
    #expect(reading.direction == .outgoing)
    #expect(reading.isTransaction)
    #expect(reading.card?.text == "4417")
    #expect(reading.fromTemplate == .amount)
  }

  @Test("a push's title is left out where the template doesn't name it")
  func titles() {
    let known = bank(template("Оплата {amount} {merchant}"))
    let head = "Новая операция\n"
    var text = head + "Оплата 240р KAFE"
    var reader = Reader()
    let reading = text.withUTF8 { reader.read($0, body: head.utf8.count, bank: known) }
    #expect(reading.template == 0)
    #expect(text.withUTF8 { reader.read($0, body: 0, bank: known) }.template == nil)
  }

  @Test("a hostile text costs no more steps than pieces times the bound")
  func bounded() {
    // Every word could begin or end each of these, and free placeholders keep all beginnings alive.
    var templates: [TemplateSource] = []
    for first in ["а", "б", "в", "г", "д", "е"] {
      for second in ["а", "б", "в", "г", "д", "е"] {
        templates.append(template("{skip} \(first) {merchant} \(second) {place} \(first) {device} конец"))
        templates.append(template("[\(first) ]{amount} {skip} \(second) {time} {card} \(first) {merchant}"))
      }
    }
    let tree = TemplateTree(sources: templates)
    var matcher = TemplateMatcher()
    var pieces = Pieces()
    let words = ["а", "б", "в", "г", "д", "е", "240р", "12:31", "*4417", "."]
    var state: UInt64 = 7
    for length in [10, 100, 1_000, 3_000] {
      var text = ""
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + " "
      }
      text.withUTF8 { bytes in
        let message = Message(bytes: bytes, lexemes: pieces.cut(bytes), defaultCurrency: 0)
        _ = matcher.match(message, body: 0, in: tree)
        let steps = matcher.steps
        #expect(steps <= (message.count + 1) * (TemplateMatcher.mostThreads + 1) * 2)
        #expect(steps > 0)
      }
    }
  }
}
