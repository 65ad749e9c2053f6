import Model
import Testing

@testable import Parsing

@Suite("Access in the languages of banks")
struct AccessTests {
  @Test(
    "every sentence of the list tells its fact, and the harmless ones none", arguments: AccessTexts.rows.map { "\($0.kind)|\($0.text)" })
  func list(row: String) throws {
    let parts = row.split(separator: "|", maxSplits: 1).map(String.init)
    let (kind, text) = (try #require(parts.first), try #require(parts.last))
    let found = Sample.facts(text).security?.kind.name ?? "-"
    if kind.hasPrefix("!") {
      #expect(found != kind.dropFirst(), "It is read now: take the mark away.")
    } else {
      #expect(found == kind)
    }
  }

  @Test("the list has sentences of every kind and language", arguments: SecurityFact.Kind.allCases)
  func everyKind(kind: SecurityFact.Kind) {
    #expect(AccessTexts.rows.contains { $0.kind == kind.name })
    #expect(Set(AccessTexts.rows.map(\.language)).count == 14)
  }

  @Test(
    "a code for a binding or a login is not the binding or the login, and stays a code",
    arguments: [
      ("Код 4821 для подключения нового устройства Redmi 9. Никому не сообщайте", .bindingRequested, "4821"),
      ("551204 is your code to add card 4412 to Google Pay", .bindingRequested, "551204"),
      ("Kod 44120 dlya privyazki ustrojstva. Nikomu ne soobshchajte", .bindingRequested, "44120"),
      ("Ihr Code zur Registrierung eines neuen Geräts lautet 441208", .bindingRequested, "441208"),
      ("Код для входа в приложение: 5541", .loginRequested, "5541"),
      ("Код 771204 для смены пароля. Никому не говорите", .changeRequested, "771204"),
    ] as [(String, SecurityFact.Kind, String)])
  func asked(text: String, kind: SecurityFact.Kind, code: String) {
    let facts = Sample.facts(text)
    #expect(facts.security?.kind == kind)
    #expect(facts.code == code)
    #expect(facts.category == .code)
  }

  @Test("what was done is told beside a code, too")
  func besideCode() {
    #expect(Sample.facts("Устройство Pixel 7 подключено. Код 441208 для входа никому не сообщайте").security?.kind == .deviceBound)
  }

  @Test(
    "attempts to pay, advice, questions, conditions and denials tell nothing",
    arguments: [
      "Попытка оплаты 500 ₽ отклонена", "Проверьте, что карта не заблокирована", "Blocked balance EUR 120.00",
      "Add your card to Apple Pay and get 10 %", "Вы меняли пароль?", "Если вы не подключали устройство, позвоните нам",
      "Устройство Pixel 7 не подключено", "Скоро вход по паролю будет отключён", "Your code was sent to your registered mobile number",
      "Отменена блокировка средств по карте *4417", "Ihr neues Gerät wurde nicht registriert", "No olvides: nunca compartas tu clave",
    ])
  func nothing(text: String) {
    #expect(Sample.facts(text).security == nil)
  }

  @Test(
    "names and places are those of the fact",
    arguments: [
      ("Зарегистрировано новое устройство: OPPO Reno 11 (Android 14), Тверь", "OPPO Reno 11", "Тверь"),
      ("Вход с устройства SM-N920C из Перми", "SM-N920C", "Перми"),
      ("Новое устройство: iPhone 13 Казань", "iPhone 13", nil),
      ("Карта *1109 добавлена в Samsung Pay", nil, nil),
      ("A new device has been linked to your account", nil, nil),
    ] as [(String, String?, String?)])
  func names(text: String, device: String?, place: String?) {
    let fact = Sample.facts(text).security
    #expect(fact != nil)
    #expect(fact?.device == device)
    #expect(fact?.place == place)
  }

  @Test("a device that a push's text names alone is that of its title's fact")
  func title() {
    let parser = MessageParser(catalog: BankCatalog(files: []))
    let meaning = parser.parse(sender: "", channel: .push, title: "Устройство отключено", text: "Redmi Note 4")
    #expect(meaning.facts.security == SecurityFact(kind: .deviceUnbound, device: "Redmi Note 4"))
  }

  @Test(
    "transliterated words are found in each of the ways they are spelt",
    arguments: ["podklyuchen", "podkljuchen", "podkliuchen", "podkluchen"])
  func transliterated(word: String) {
    #expect(Transliteration.spellings(of: "подключен", in: "ru").contains(word))
    #expect(Sample.facts("Ustrojstvo Pixel 7 \(word)o k profilyu").security?.kind == .deviceBound)
  }
}
