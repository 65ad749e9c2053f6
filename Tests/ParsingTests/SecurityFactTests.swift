import Model
import Testing

@testable import Parsing

@Suite("Security facts in texts")
struct SecurityFactTests {
  @Test(
    "who can get at the account, with the device and the place where the text names them",
    arguments: [
      ("Новое устройство Pixel 7 подключено к приложению", .deviceBound, "Pixel 7", nil),
      ("Устройство «Redmi Note 9» отключено от push-кодов", .deviceUnbound, "Redmi Note 9", nil),
      ("Устройство iPhone 13 привязано, вход из Казани", .login, "iPhone 13", "Казани"),
      ("New device Galaxy S21 registered for mobile banking", .deviceBound, "Galaxy S21", nil),
      ("Karta *4417 podklyuchena k Samsung Pay", .tokenLinked, nil, nil), ("Карта *4417 добавлена в Mir Pay", .tokenLinked, nil, nil),
      ("Вход в интернет-банк 14.05.24 12:31", .login, nil, nil), ("Vhod v mobilnyj bank vypolnen", .login, nil, nil),
      ("Login to NetBanking on 14-May-2024", .login, nil, nil), ("Пароль для входа изменён", .credentialChanged, nil, nil),
      ("PIN karty *4417 izmenen", .credentialChanged, nil, nil),
      ("Ваш номер телефона изменён на +7 900 000-00-12", .phoneChanged, nil, nil),
      ("Уведомления переключены с SMS на push", .channelChanged, nil, nil), ("Обнаружена замена SIM-карты", .simChanged, nil, nil),
      ("Карта *4417 заблокирована", .blocked, nil, nil), ("Your card XX4417 has been blocked", .blocked, nil, nil),
    ] as [(String, SecurityFact.Kind, String?, String?)])
  func facts(text: String, kind: SecurityFact.Kind, device: String?, place: String?) {
    let fact = Sample.facts(text).security
    #expect(fact?.kind == kind)
    #expect(fact?.device == device)
    #expect(fact?.place == place)
    #expect(Sample.facts(text).category == .security)
  }

  @Test(
    "everyday messages tell none",
    arguments: ["Покупка 100 ₽ KAFE Баланс 5 ₽", "Скидка 20% на заказ", "Выписка готова", "Отделение на улице Ленина переехало", ""])
  func none(text: String) {
    #expect(Sample.facts(text).security == nil)
  }
}
