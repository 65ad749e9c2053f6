import Model
import Testing

@testable import Ingest

@Suite("When two copies are one event")
struct SamenessTests {
  private static func copy(
    _ channel: Channel = .sms, at seconds: Double = 0, bank: String? = "sberbank", account: String = "main", text: String = "Покупка",
    title: String? = nil, _ facts: Facts = Facts()
  ) -> Notification {
    let time = Timestamp(milliseconds: 1_772_362_934_000 + Int64(seconds * 1000))
    return Notification(
      bank: bank, account: account, facts: facts, isRead: false,
      deliveries: [Delivery(channel: channel, time: time, status: .delivered, sender: "900", title: title, text: text)])
  }

  private static func sum(
    _ minor: Int64, _ currency: Currency = .rub, balance: Int64? = nil, card: String? = nil, merchant: String? = nil
  ) -> Facts {
    var facts = Facts()
    facts.amount = Money(minorUnits: minor, currency: currency)
    facts.balance = balance.map { Money(minorUnits: $0, currency: .rub) }
    facts.card = card
    facts.merchant = merchant
    return facts
  }

  private static func code(_ code: String) -> Facts {
    var facts = Facts(category: .code)
    facts.code = code
    return facts
  }

  static let whole = sum(-310_00, balance: 9001_00, card: "1234", merchant: "KOFE")

  @Test("what one copy lacks contradicts nothing, and what both say alike counts")
  func lacking() {
    let sms = Self.copy(.sms, Self.whole)
    #expect(Sameness.of(sms, Self.copy(.push, at: 60, Self.whole)) == .same(.amount, agreements: 3))
    #expect(Sameness.of(sms, Self.copy(.push, Self.sum(-310_00))) == .same(.amount, agreements: 0))
    #expect(Sameness.of(sms, Self.copy(.push, Self.sum(-310_00, merchant: "Кофе"))) == .same(.amount, agreements: 1))
    #expect(Sameness.of(sms, Self.copy(.push, Self.sum(-310_00, card: "551234"))) == .same(.amount, agreements: 1))
  }

  @Test("a direction that no text tells goes with either, and that of money that didn't move with none")
  func openDirections() {
    var open = Self.sum(310_00)
    open.isTransaction = true
    var came = open
    came.direction = .incoming
    #expect(Sameness.of(Self.copy(.sms, Self.whole), Self.copy(.push, open)) == .same(.amount, agreements: 0))
    #expect(Sameness.of(Self.copy(.sms, came), Self.copy(.push, open)) == .same(.amount, agreements: 0))
    #expect(Sameness.of(Self.copy(.sms, Self.whole), Self.copy(.push, came)) == .different(.amount))
    #expect(Sameness.of(Self.copy(.sms, Self.whole), Self.copy(.push, Self.sum(310_00))) == .different(.amount))
  }

  @Test("what both say and say otherwise parts them")
  func contradictions() {
    let sms = Self.copy(.sms, Self.whole)
    let others: [(Notification, Sameness.Difference)] = [
      (Self.copy(.push, Self.sum(-310_01, balance: 9001_00)), .amount), (Self.copy(.push, Self.sum(310_00)), .amount),
      (Self.copy(.push, Self.sum(-310_00, .usd)), .amount), (Self.copy(.push, Self.sum(-310_00, balance: 8691_00)), .balance),
      (Self.copy(.push, Self.sum(-310_00, card: "4321")), .card), (Self.copy(.push, Self.sum(-310_00, merchant: "METRO")), .merchant),
      (Self.copy(.push, account: "boris", Self.whole), .account), (Self.copy(.push, bank: "vtb", Self.whole), .bank),
      (Self.copy(.push, bank: nil, Self.whole), .bank), (Self.copy(.sms, at: 1, Self.whole), .channel),
      (Self.copy(.push, at: 300.001, Self.whole), .time), (Self.copy(.push, at: -300.001, Self.whole), .time),
      (Self.copy(.push, Self.code("4321")), .kind), (Self.copy(.push, text: "Привет"), .kind),
    ]
    for (other, difference) in others {
      #expect(Sameness.of(sms, other) == .different(difference))
      #expect(Sameness.of(other, sms) == .different(difference))
    }
    #expect(Sameness.of(sms, Self.copy(.push, at: 300, Self.whole)) == .same(.amount, agreements: 3))
  }

  @Test("codes are compared as codes, texts word for word without their marks and look-alikes")
  func codesAndTexts() {
    #expect(Sameness.of(Self.copy(.sms, Self.code("12-34")), Self.copy(.push, Self.code("1234"))) == .same(.code, agreements: 0))
    #expect(Sameness.of(Self.copy(.sms, Self.code("1234")), Self.copy(.push, Self.code("1243"))) == .different(.code))
    let sms = Self.copy(.sms, text: "Вклад «Лучший» открыт.")
    #expect(Sameness.of(sms, Self.copy(.push, text: "вклад \"Лучший\" oткрыт", title: "СберБанк")) == .same(.text, agreements: 0))
    #expect(Sameness.of(sms, Self.copy(.push, text: "Вклад «Лучший» закрыт.")) == .different(.text))
    #expect(Sameness.of(Self.copy(.sms, text: "…"), Self.copy(.push, text: "!")) == .different(.bank), "nothing to tell by")
  }

  @Test(
    "a shop is the same in Latin and Cyrillic letters, and other shops aren't",
    arguments: [
      ("PYATEROCHKA 4012", "Пятёрочка", true), ("AZBUKA VKUSA", "Азбука вкуса", true), ("SHOKOLADNITSA", "Шоколадница", true),
      ("MAGNIT MM", "Магнит", true), ("METRO", "Метро", true), ("APTEKA 36", "Аптека 37", false), ("KOFE", "Метро", false),
      ("LENTA-17", "Лента", true),
    ])
  func shops(_ terminal: String, _ app: String, _ isSame: Bool) {
    let same = Sameness.of(Self.copy(.sms, Self.sum(-1, merchant: terminal)), Self.copy(.push, Self.sum(-1, merchant: app)))
    #expect(same == (isSame ? .same(.amount, agreements: 1) : .different(.merchant)))
  }

  // MARK: More than two

  private static func groups(_ copies: [(Channel, Double)]) -> [[Int]] {
    Pairing.groups(of: copies.map { copy($0.0, at: $0.1, sum(-310_00)) }).sorted { $0[0] < $1[0] }
  }

  @Test("equal purchases are paired in order of time, so that none is left over")
  func equalPurchases() {
    #expect(Self.groups([(.push, 0), (.sms, 50), (.push, 60), (.sms, 310)]) == [[0, 1], [2, 3]])
    #expect(Self.groups([(.push, 0), (.push, 60), (.sms, 65)]) == [[0], [1, 2]])
    #expect(Self.groups([(.push, 0), (.push, 10), (.sms, 50), (.sms, 60)]) == [[0, 2], [1, 3]])
    #expect(Self.groups([(.sms, 0), (.sms, 20)]) == [[0], [1]])
  }

  @Test("balances that cross in time are followed all the same")
  func crossing() {
    let copies = [(Channel.push, 100), (.push, 90), (.sms, 90), (.sms, 100)].enumerated().map { index, copy in
      Self.copy(copy.0, at: Double(index), Self.sum(-10, balance: copy.1, card: "1234"))
    }
    #expect(Pairing.groups(of: copies).sorted { $0[0] < $1[0] } == [[0, 3], [1, 2]])
  }

  @Test("a chain of near copies is not one event: each of a group is the same as each other")
  func chain() {
    let groups = Self.groups([(.push, 0), (.sms, 240), (.messenger, 480)])
    #expect(groups.map(\.count).sorted() == [1, 2])
    #expect(Self.groups([(.push, 0), (.sms, 60), (.messenger, 120)]) == [[0, 1, 2]])
  }

  @Test("what was parted by hand isn't put together")
  func apart() {
    let copies = [Self.copy(.push, Self.whole), Self.copy(.sms, at: 5, Self.whole)]
    #expect(Pairing.groups(of: copies) { _, _ in true } == [[0], [1]])
    #expect(Pairing.groups(of: copies) == [[0, 1]])
  }
}
