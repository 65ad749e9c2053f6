import Testing

@testable import Parsing

@Suite("Cards and accounts")
struct CardTests {
  @Test(
    "the last digits are found however the rest is hidden",
    arguments: [
      ("Карта *4417 Покупка 100 ₽ Баланс 5 ₽", "4417"), ("Карта **** 4417 Покупка 100 ₽", "4417"), ("Карта •• 4417 Покупка 100 ₽", "4417"),
      ("VISA4417 Покупка 100р KAFE Баланс: 5р", "4417"), ("MIR-4417 Покупка 100р KAFE Баланс: 5р", "4417"),
      ("ЕCMC4417 25.05.15 21:10 покупка 100р Баланс: 5р", "4417"), ("Karta 4*4417 Pokupka 100 RUB", "4417"),
      ("Счёт 40817***120 Списание 100 ₽ Баланс 5 ₽", "120"), ("A/c XX4417 debited by Rs 100", "4417"),
      ("Your account ending with 4417 is debited by USD 5", "4417"), ("Card:5167-4417 Paid USD 5", "4417"),
      ("Карта ...4417 Покупка 100 ₽ Баланс 5 ₽", "4417"), ("Покупка 100 ₽ картой 447624******4417. Баланс 5 ₽", "4417"),
      ("Перевод 100 ₽ с карты *4417 на карту *2086. Баланс 5 ₽", "4417"), ("Перевод 100 ₽ на карту *2086 получен. Баланс 5 ₽", "2086"),
      ("尾号4417的储蓄卡消费支出人民币128.50元", "4417"), ("Karta 4.4417 Pokupka 100 RUB", "4417"),
      ("С вашего счёта 40817810411111111857 произведён перевод на карту № **** 4321 на сумму 19000,00 RUB", "1857"),
      ("7010 Vasha oplata proshla uspeshno Summa: 40 BYN Ostatok: 290 BYN", "7010"),
      ("Pago de 16,00 EUR con tu tarjeta terminada en 2940", "2940"),
      ("Сберкарта8105 зачислен перевод 100р от Максим В.", "8105"), ("Вклад D-017 Пополнение 100 ₽", "017"),
      ("Your #4417 has been credited by USD 5", "4417"),
    ])
  func cards(text: String, card: String) {
    #expect(Sample.facts(text).card == card)
  }

  @Test(
    "a phone, a code to dial, a date or somebody else's hidden number is no card",
    arguments: [
      "Наберите *100#", "Tk 100 received from 01XXXXXXXXX", "Покупка 100 ₽ 12.05.2024 KAFE", "Позвоните 8 800 555-35-35", "Код 4417",
    ])
  func none(text: String) {
    #expect(Sample.facts(text).card == nil)
  }
}
