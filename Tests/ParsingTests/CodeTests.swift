import Testing

@testable import Parsing

@Suite("One-time codes")
struct CodeTests {
  @Test(
    "a code is found in any language and form",
    arguments: [
      ("Код 481290 для входа в интернет-банк. Никому не сообщайте", "481290"),
      ("Ваш код: 4812", "4812"),
      ("\u{1B}[31mКод 777888 для входа", "777888"),
      ("\u{1B}[1;4mYour code is \u{1B}[0m777888", "777888"),
      ("4812 — ваш код подтверждения. Не передавайте его", "4812"),
      ("Kod podtverzhdeniya: 481290. Summa 1250.00 RUB", "481290"),
      ("Parol dlya vhoda 481290, deystvuet 5 min", "481290"),
      ("Пароль: 48129 для перевода 5 000 ₽ на карту *4417", "48129"),
      ("Для подтверждения операции на 1 250 ₽ введите 481290", "481290"),
      ("Одноразовый пароль 481-290. Не говорите никому, даже сотруднику банка", "481290"),
      ("OTP: 481290. Valid 10 minutes. Never share it", "481290"),
      ("Use 481290 to verify your account", "481290"),
      ("481 290 is your login code", "481290"),
      ("Your verification code is A7K9Q2", "A7K9Q2"),
      ("Do not share this code: 48129034", "48129034"),
      ("G-481290 is your Google-like code", "G-481290"),
      ("Ваш секретный код - 4 8 1 2", "4812"),
      ("Code de vérification : 481290. Ne le partagez pas", "481290"),
      ("Ihr TAN lautet 481290 für 250,00 EUR an Max M.", "481290"),
      ("Tu código de seguridad es 481290", "481290"),
      ("Seu código é 481290. Não compartilhe", "481290"),
      ("Il tuo codice OTP è 481290", "481290"),
      ("Twój kod autoryzacyjny: 481290, kwota 56,78 PLN", "481290"),
      ("Váš ověřovací kód je 481290", "481290"),
      ("Onay kodunuz: 481290. Kimseyle paylaşmayın", "481290"),
      ("【某银行】验证码481290,5分钟内有效,请勿泄露", "481290"),
      ("認証コード:481290", "481290"),
      ("인증번호 [481290]를 입력해 주세요", "481290"),
      ("رمز التحقق الخاص بك هو 481290", "481290"),
      ("رمز یکبار مصرف: 481290", "481290"),
      ("קוד האימות שלך הוא 481290", "481290"),
      ("รหัส OTP ของคุณคือ 481290 (Ref: ABCD)", "481290"),
      ("Mã OTP của bạn là 481290", "481290"),
      ("Kode OTP Anda 481290, berlaku 5 menit", "481290"),
      ("Код підтвердження: 481290", "481290"),
      ("Растау коды: 481290", "481290"),
      ("Tasdiqlash kodi: 481290", "481290"),
      ("Din engångskod är 481290", "481290"),
      ("Uw code is 481290", "481290"),
      ("A biztonsági kód: 481290", "481290"),
      ("Codul dvs. este 481290", "481290"),
      ("Vaš kod je 481290", "481290"),
      ("Кодът ви е 481290", "481290"),
      ("Ο κωδικός σας είναι 481290", "481290"),
      ("Confirmation code 481290 for payment of USD 45.00 at SHOP, card *4417", "481290"),
    ])
  func codes(text: String, code: String) {
    #expect(Codes.find(in: text) == code)
    #expect(Sample.facts(text).category == .code)
  }

  @Test(
    "a phone number, an order, a year, a card or a word about codes is none",
    arguments: [
      "Покупка 1 250 ₽ LAVKA карта *4417 баланс 8 310 ₽",
      "Промокод LETO2024 даст скидку 20%",
      "Введите промокод 481290 в корзине",
      "Код города 495, телефон 8 800 123-45-67",
      "Позвоните 900 или 88005555550",
      "Заказ 481290 готов к выдаче",
      "Your order 481290 has been shipped",
      "Код авторизации 481290, покупка 1 250 ₽, карта *4417, остаток 300 ₽",
      "Call 18001234567 for support",
      "Договор 48129034 от 14.05.2024 подписан",
      "Рейс SU 1234 вылетает в 12:31",
      "Ref 412345678901 payment of Rs 250 received",
      "Никому не сообщайте коды и пароли из SMS",
      "С 2024 года меняем тарифы",
      "Ваш номер в очереди 4812",
      "Your parcel will arrive between 1200 and 1400",
      "Postal code 101000 is not served",
    ])
  func none(text: String) {
    #expect(Sample.facts(text).code == nil)
  }
}
