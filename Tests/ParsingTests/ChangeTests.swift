import Model
import Testing

@testable import Parsing

@Suite("What became what")
struct ChangeTests {
  @Test(
    "from which channel to which",
    arguments: [
      ("Уведомления переключены с SMS на push", "sms", "push"), ("Формат уведомлений изменён с PUSH на SMS", "push", "sms"),
      ("Теперь коды приходят в push-уведомлениях вместо СМС", "sms", "push"),
      ("Вместо СМС коды будут приходить в пуш-уведомлениях", "sms", "push"), ("Способ доставки уведомлений изменён: push", nil, "push"),
      ("Канал уведомлений изменён: было SMS, стало push", "sms", "push"), ("Канал уведомлений изменён: SMS → push", "sms", "push"),
      ("Kanal uvedomlenij izmenen: SMS -> PUSH", "sms", "push"), ("Push-уведомления подключены", nil, "push"),
      ("SMS-уведомления отключены", "sms", nil), ("Push-уведомления отключены, коды приходят по SMS", "push", "sms"),
      ("Уведомления переключены на push. Чтобы вернуть SMS, позвоните 900", nil, "push"),
      ("Уведомления теперь приходят в Telegram вместо SMS: способ изменён", "sms", "messenger"),
      ("Uvedomleniya pereklyucheny s SMS na PUSH", "sms", "push"), ("Vmesto SMS kody prikhodyat v push-uvedomleniyakh", "sms", "push"),
      ("SMS-uvedomleniya otklyucheny", "sms", nil), ("Your alerts have been switched from SMS to push", "sms", "push"),
      ("You will now receive codes as push notifications instead of SMS", "sms", "push"),
      ("Notification channel changed to push", nil, "push"),
      ("Delivery of your alerts was changed: previously push, now SMS", "push", "sms"),
    ] as [(String, String?, String?)])
  func channels(text: String, from: String?, to: String?) {
    let fact = Sample.facts(text).security
    #expect(fact?.kind == .channelChanged)
    #expect(fact?.from == from)
    #expect(fact?.to == to)
  }

  @Test(
    "the old number and the new one as the text writes them, hidden or not",
    arguments: [
      ("Ваш номер телефона изменён на +7 900 000-00-12", nil, "+7 900 000-00-12"),
      ("Номер телефона изменён с +7 900 ***-**-11 на +7 900 ***-**-12", "+7 900 ***-**-11", "+7 900 ***-**-12"),
      ("Номер телефона *0011 изменён на *0012. Не вы? Звоните 8 800 000-00-00", "*0011", "*0012"),
      ("Номер телефона для входа изменён. Новый номер: +7(900)***-**-12", nil, "+7(900)***-**-12"),
      ("Телефон изменён: старый номер *0011, новый номер *0012", "*0011", "*0012"),
      ("К профилю привязан новый номер телефона +79000000012", nil, "+79000000012"),
      ("Nomer telefona izmenen s *0011 na *0012", "*0011", "*0012"), ("Nomer telefona izmenen na +7900***0012", nil, "+7900***0012"),
      ("Your mobile number has been changed from XXXXXX0011 to XXXXXX0012", "XXXXXX0011", "XXXXXX0012"),
      ("Your phone number was updated to the number ending 0012. Call 18001234567 if it wasn't you", nil, "0012"),
      ("Номер телефона изменён по карте *4417", nil, nil),
    ] as [(String, String?, String?)])
  func numbers(text: String, from: String?, to: String?) {
    let fact = Sample.facts(text).security
    #expect(fact?.kind == .phoneChanged)
    #expect(fact?.from == from)
    #expect(fact?.to == to)
  }

  @Test(
    "the number whose SIM is another",
    arguments: [
      ("Обнаружена замена SIM-карты на номере +7 900 ***-**-12", "+7 900 ***-**-12"), ("Обнаружена замена SIM-карты", nil),
      ("SIM-karta nomera *0012 zamenena. Operacii priostanovleny", "*0012"),
      ("The SIM of your number XXXXXX0012 was replaced", "XXXXXX0012"), ("Новая SIM-карта на номере *0012", "*0012"),
    ] as [(String, String?)])
  func sim(text: String, number: String?) {
    let fact = Sample.facts(text).security
    #expect(fact?.kind == .simChanged)
    #expect(fact?.from == nil)
    #expect(fact?.to == number)
  }

  @Test(
    "an offer to switch is no switch",
    arguments: [
      "Подключите push-уведомления вместо SMS и экономьте 59 ₽ в месяц", "Podklyuchite SMS-informirovanie za 59 RUB v mesyac",
      "Скидка 20%: получите уведомления в push вместо SMS", "Покупка 100 ₽ KAFE Баланс 5 ₽",
    ])
  func offers(text: String) {
    #expect(Sample.facts(text).security == nil)
  }

  @Test("a template names the sides; where it doesn't, the recognisers find them")
  func templates() throws {
    let toml = """
      id = "mybank"
      name = "My Bank"
      senders = ["MyBank"]

      [[template]]
      text = "Теперь пишем вам: {to}, раньше писали: {from}"
      security = "channel_changed"

      [[template]]
      text = "Тариф молчания, {skip}"
      security = "channel_changed"

      [[template]]
      text = "Кабинет: номер {from} стал {to}"
      security = "phone_changed"
      """
    let parser = MessageParser(catalog: BankCatalog(files: [try #require(BankFile.read(toml, path: "x.toml").file)]))
    func fact(_ text: String) -> SecurityFact? { parser.parse(sender: "MyBank", channel: nil, title: nil, text: text).facts.security }
    #expect(fact("Теперь пишем вам: пуши, раньше писали: СМС") == SecurityFact(kind: .channelChanged, from: "sms", to: "push"))
    #expect(fact("Тариф молчания, push вместо SMS") == SecurityFact(kind: .channelChanged, from: "sms", to: "push"))
    #expect(fact("Кабинет: номер *11 стал *0012") == SecurityFact(kind: .phoneChanged, from: "*11", to: "*0012"))
  }

  @Test("JSON names both sides, and says where they stand")
  func json() throws {
    var writer = MeaningWriter()
    var stream = ParseStream(parser: MessageParser(catalog: BankCatalog(files: [])))
    let line = Array("Уведомления переключены с SMS на push\n".utf8)
    line.withUnsafeBufferPointer { stream.feed($0) { writer.write($0, explains: true) } }
    stream.finish { writer.write($0, explains: true) }
    let text = String(decoding: writer.take(), as: UTF8.self)
    #expect(text.contains(#""from":"sms","to":"push""#))
    #expect(text.contains(#"{"field":"to","from":"#))
  }
}
