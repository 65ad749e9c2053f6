import Ingest
import Model
import Parsing
import Storage
import Testing

@Suite("Events that texts tell")
struct ToldEventTests {
  private let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
  private static let noon: Int64 = 1_772_362_931_000

  private func store(_ texts: [(minutes: Int64, text: String)]) throws -> Store {
    let store = try Store.temporary()
    _ = try store.add(
      texts.map { minutes, text in
        let meaning = parser.parse(sender: "900", channel: .sms, title: nil, text: text)
        return Notification(
          bank: meaning.bank, facts: meaning.facts,
          deliveries: [
            Delivery(
              channel: .sms, endpoint: "+79000000012", time: Timestamp(milliseconds: Self.noon + minutes * 60_000), sender: "900",
              text: text)
          ])
      })
    return store
  }

  private func told(_ text: String) throws -> SecurityEvent? {
    try store([(0, text)]).events().first { $0.kind != .noticeSent && $0.kind != .messageReceived }
  }

  @Test("a switch to push that a text tells makes the chain of a takeover, as one from JSON lines does")
  func chain() throws {
    let store = try store([
      (-60 * 24 * 30, "MIR-4417 12:31 Покупка 60р METRO Баланс: 300р"), (-30, "Новое устройство Xiaomi 12 подключено к приложению"),
      (-25, "Уведомления переключены с SMS на push"),
    ])
    let change = try #require(try store.events().first { $0.kind == .channelChanged })
    #expect(change.from == "sms")
    #expect(change.to == "push")
    #expect(try store.findings().contains { $0.finding.rule == RuleID(4) })
  }

  @Test("a channel that is only switched off leaves the choice to the bank; one that nobody names is no event")
  func switchedOff() throws {
    let change = try #require(try told("SMS-уведомления отключены"))
    #expect(change.from == "sms")
    #expect(change.to == SecurityEvent.bankDecides)
    #expect(try told("Настройки уведомлений изменены") == nil)
  }

  @Test("a whole number is named as deliveries name it; one that hides digits stays as the text has it, and is no SIM's endpoint")
  func numbers() throws {
    #expect(try told("Номер телефона изменён на 8 900 000-00-12")?.to == "+79000000012")
    #expect(try told("Номер телефона изменён с *0011 на +7 900 ***-**-12")?.to == "+7 900 ***-**-12")
    #expect(try told("Обнаружена замена SIM-карты на номере +7 900 000-00-12")?.endpoint == "+79000000012")
    let hidden = try #require(try told("Обнаружена замена SIM-карты на номере +7 900 ***-**-12"))
    #expect(hidden.endpoint == nil)
    #expect(hidden.to == "+7 900 ***-**-12")
  }

  @Test("two accounts whose numbers end alike share nothing, two of the same number do")
  func shared() throws {
    func findings(_ number: String) throws -> Int {
      let store = try Store.temporary()
      let text = "Номер телефона изменён на \(number)"
      let meaning = parser.parse(sender: "900", channel: .sms, title: nil, text: text)
      _ = try store.add(
        ["anna", "boris"].map { account in
          Notification(
            bank: meaning.bank, account: account, facts: meaning.facts,
            deliveries: [Delivery(channel: .sms, time: Timestamp(milliseconds: Self.noon), sender: "900", text: text)])
        })
      return try store.findings().filter { $0.finding.rule == RuleID(15) }.count
    }
    #expect(try findings("+7 900 ***-**-12") == 0)
    #expect(try findings("+7 900 000-00-12") == 2)
  }

  @Test("a code for a binding is an attempt: an event and a finding of its own, and no device")
  func asked() throws {
    let store = try store([
      (-60 * 24 * 30, "MIR-4417 12:31 Покупка 60р METRO Баланс: 300р"),
      (0, "Код 4821 для подключения нового устройства Redmi 9. Никому не сообщайте"),
    ])
    let asked = try #require(try store.events().first { $0.kind == .bindingRequested })
    #expect(asked.device?.id == "Redmi 9")
    #expect(try store.events().allSatisfy { $0.kind != .deviceBound })
    #expect(try store.findings().map(\.finding.rule) == [RuleID(28)])
  }

  @Test("a binding that names no device is another way in; an app that is activated on a device is a binding")
  func nameless() throws {
    #expect(try told("К вашему профилю подключено новое устройство")?.kind == .keyAdded)
    #expect(try told("Приложение банка активировано на устройстве Pixel 7")?.kind == .deviceBound)
  }

  @Test(
    "other facts about access are events of their own kinds",
    arguments: [
      ("Для входа в банк создан ключ доступа", .keyAdded), ("Включена переадресация звонков", .callsForwarded),
      ("Иван П. назначен вашим доверенным лицом", .trusteeNamed), ("Самозапрет на кредиты снят", .loanBanLifted),
      ("Предоставлен доступ к вашим данным через Госуслуги", .outsideAccess), ("Адрес электронной почты изменён", .contactChanged),
    ] as [(String, EventKind)])
  func kinds(text: String, kind: EventKind) throws {
    #expect(try told(text)?.kind == kind)
  }

  @Test("a card in a wallet is evidence only near something that matters")
  func wallet() throws {
    #expect(try told("Карта *1109 добавлена в Mir Pay") == nil)
    let store = try store([(-30, "Новое устройство Xiaomi 12 подключено к приложению"), (0, "Карта *1109 добавлена в Mir Pay")])
    #expect(try store.events().contains { $0.kind == .tokenLinked })
  }

  @Test("reading anew turns what was taken for a binding into the attempt it is, and the log still verifies")
  func reread() throws {
    let store = try Store.temporary()
    let text = "Код 4821 для подключения нового устройства Redmi 9. Никому не сообщайте"
    let wrong = Facts(category: .security, security: SecurityFact(kind: .deviceBound, device: "Redmi 9"))
    let old = parser.parse(sender: "900", channel: .sms, title: nil, text: "MIR-4417 12:31 Покупка 60р METRO Баланс: 300р")
    func notification(_ facts: Facts, _ days: Int64, _ text: String) -> Notification {
      Notification(
        bank: "sberbank", facts: facts,
        deliveries: [Delivery(channel: .sms, time: Timestamp(milliseconds: Self.noon + days * 86_400_000), sender: "900", text: text)])
    }
    _ = try store.add([
      notification(old.facts, -30, "MIR-4417 12:31 Покупка 60р METRO Баланс: 300р"), notification(wrong, 0, text),
    ])
    #expect(try store.findings().contains { $0.finding.rule == RuleID(1) })
    _ = try Rereading(store: store, parser: parser).run(isApplied: true)
    #expect(try store.events().contains { $0.kind == .bindingRequested })
    #expect(try store.events().allSatisfy { $0.kind != .deviceBound })
    #expect(try store.findings().map(\.finding.rule) == [RuleID(28)])
    #expect(try store.verifyLedger().isGood)
  }

  @Test("what became what is stored, and comes back with rows and pages")
  func stored() throws {
    let store = try store([(0, "Уведомления переключены с SMS на push")])
    let row = try #require(try store.page(ListQuery(place: .everything), from: nil, limit: 1).rows.first)
    #expect(row.facts.security == SecurityFact(kind: .channelChanged, from: "sms", to: "push"))
  }
}
