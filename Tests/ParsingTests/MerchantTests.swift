import Testing

@testable import Parsing

@Suite("Where a name ends, and what is none")
struct MerchantTests {
  @Test(
    "a name ends where the sentence goes on",
    arguments: [
      ("Card purchase of $45.00 at Green Grocer was posted on Jun 5. Balance $120", "Green Grocer"),
      ("Debit card purchase of $45.00 at GREEN GROCER was posted. Balance $120", "GREEN GROCER"),
      ("Перевод 5 000 ₽ от Анны С. Сообщение: за обед. Баланс 12 000 ₽", "Анны С"),
      ("Покупка 640 ₽ LAVKA. Следующий кэшбэк завтра. Баланс 3 000 ₽", "LAVKA"),
      ("Платеж 270.00р Карта*3296 Tele2 Баланс 1061.10р 23:30", "Tele2"),
      ("Оплата 160.00 RUB Карта *5421 Оливка Баланс 7739.15 RUB 09:07", "Оливка"),
      ("Счет*0725 Перевод СБП 23100.00р в Т-Банк Сергей С. Баланс 164670.45р", "Сергей С"),
      ("Зачислен перевод 100р из Альфа Банк от Максим В. Баланс 200р", "Максим В"),
      ("Perevod s karty *4154; P2P ROSBANK>Moscow RU; 9 999,00 RUB; Ostatok: 88 272,65 RUB", "P2P ROSBANK>Moscow RU"),
      ("Карта*8488 10:45 оплата 5499.00 р Russian Railways Баланс: 11123.37 р", "Russian Railways"),
      ("Purchase of $4.50 at Bank Coffee with card 4417. Balance $90", "Bank Coffee"),
      ("Перевод от Анны П. +3 000 ₽. «За кино, код 4455»", "Анны П"),
      ("Перевод от Олега К. 2 000 ₽. \"Возврат долга\". Баланс 5 000 ₽", "Олега К"),
      ("Зачислено 3 000 ₽ от «Ромашка». Баланс 5 000 ₽", "Ромашка"),
      ("VISA3680 30.09.16 оплата Мобильного банка за 30/09/2016-30/10/2016 60р Баланс: 5р", "Мобильного банка"),
      ("A/c *XX1234 debited by Rs 1234.00 towards xxxx.yyyy@icici. RRN: 510048508040", "xxxx.yyyy@icici"),
      ("Успех! Купили по СБП в darkawe.shop за 20,80 ₽. У вас ещё: 1 801,99 ₽", "darkawe.shop"),
    ])
  func ends(text: String, name: String) {
    #expect(Sample.facts(text).merchant == name)
  }

  @Test(
    "the next sentence and words without a name are none",
    arguments: [
      "Списано 12 400 ₽ по кредиту. Следующий платёж 15.07. Остаток 3 000 ₽",
      "Автоплатёж 500 ₽ исполнен. Следующий будет 15.07. Баланс 3 000 ₽",
      "Списано 349 ₽. Спасибо, что вы с нами. Баланс 3 000 ₽",
      "Your payment of $45.00 has been processed. Thank you. Balance $120",
      "A purchase of $45.00 was posted to your account. Available balance $120",
      "Payment of $45.00 was posted. Balance $120",
      "You received $20. Note: \"code 445566 is yours\". Balance $120",
      "Карта 4460*2368 Зачислено 22.89 RUR Деньги станут доступны в течение часа",
      "Перевод со счета 40817***3838 на карту 4042 XXXX XXXX 9707: 1,300.00 RUR; Остаток: 296,500.00 RUR",
    ])
  func nameless(text: String) {
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).merchant == nil)
  }
}
