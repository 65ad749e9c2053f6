import Model
import Testing

@testable import Parsing

@Suite("Which number is the sum, the balance, the card")
struct ValueTests {
  @Test(
    "the sum is what moved, not a number beside it",
    arguments: [
      ("RM0.00 BANK: RM49.50 was charged to your Debit Card ending 4417 at KEDAI RUNCIT", 4950),
      ("4*17 16:08 OPLATA 913.73RUR (N3906188 LAVKA). Bal:85422.18RUR", 91373),
      ("Карта *029 +200 000 ₸ Доступно: 478 713.85 ₸, из них: Собственные: 0 ₸", 20_000_000),
      ("Списано 355.38 ₽ с карты *4417. Пополните карту на сумму 9031.21 ₽", 35538),
      ("VISA-4417 01-03-18 12:38 perevod na karty 992.00 ostatok 1477.47 RUB", 99200),
      ("Popovnennya. Card:4040-4417 Sum=50.25(UAH) Balance=70(UAH)", 5025),
      ("Schet A(RUR): Izmenenie: -1000.00; Ostatok: 1105.00; 28/03/13 06:30.", 100_000),
      ("Alerty: obciazenie konta ...147534704 * 169,80 PLN 23-03-2021 * Saldo po operacji: 977,28 PLN", 16980),
    ])
  func amounts(text: String, minor: Int64) {
    #expect(Sample.facts(text).amount.map { abs($0.minorUnits) } == minor)
  }

  @Test(
    "the balance is what is left, in its own currency",
    arguments: [
      ("Balans scheta 4070255511 byl izmenen v storonu umensheniya na 27.85 RUR. Tekuschiy balans - 2,417.12 RUR.", 241_712, "RUB"),
      ("Остаток на 05.11.26 на счете 4070255511 составляет 49,405.00", 4_940_500, "RUB"),
      ("Balance for account 4417 is $2,750.00", 275_000, "USD"),
      ("Balans karty 4417 uvelichen na 433.28 RUB. Dostupno: 17572.39 RUB", 1_757_239, "RUB"),
      ("Balans Vashey Karty #4417 umenshilsya na 1.70 BYN; Ostatok: 605.29 BYN", 60529, "BYN"),
      ("Old Balance: 154.04 RUR. Operation Amount: 4037.00 RUR. New Balance: 4191.04 RUR.", 419_104, "RUB"),
      ("СЧЁТ4417 03:18 Выплата % на остаток по карте 10.49р Баланс: 922.64р", 92264, "RUB"),
      ("Priliv: 2.181,97 RSD Raspoloziva sredstva: 2.183,97 RSD", 218_397, "RSD"),
      ("Zakup 12,50 PLN SKLEP karta 4417. Stan konta +307,77 PLN", 30777, "PLN"),
      ("Пополнение: 10000.00 ₸ Остаток баланса: 12000.00 ₸", 1_200_000, "KZT"),
      ("AED 120.00 spent at CAFE LUNA with card 4417. Avl Bal BHD 31.250", 31250, "BHD"),
    ])
  func balances(text: String, minor: Int64, currency: String) {
    #expect(Sample.facts(text).balance == Money(minorUnits: minor, currency: Currency(code: currency)))
  }

  @Test(
    "interest and an account's number are no balance",
    arguments: [
      "El saldo de tu cuenta terminada en 5040 es inferior a 80,00 EUR", "Баланс счёта 4070255511 изменён",
      "KARTA зачислены % на остаток 190.82 р.",
    ])
  func noBalance(text: String) {
    #expect(Sample.facts(text).balance == nil)
  }

  @Test(
    "the card's last digits are found where nothing labels them",
    arguments: [
      "Payment retail Card:4600...4417 Amount: 1105.00 MDL Balance: 15452.54 MDL", "Возврат 5 ₽ 479004++++++4417",
      "5.4417 Oplata tovarov Uspeshno Summa:45600 BYR Ostatok:946900 BYR",
      "4417 Vozvrat sredstv 2023-05-04 21:48:55 Summa: 11.76 BYN LAVKA", "ZSKB 4417 01.01 08:02 Oplata KAFE 852.63r, ostatok 14942.31r",
      "MC 4417; Покупка; 3120 руб; LAVKA 018; Доступно 5123.46 руб", "Расход по вкладу Р31074417 на сумму 25000р",
      "Spisano 30.00 RUB. r/s N 40702810_4417, 21:48:16. Ost 2082.60", "111.00 UAH LAVKA>CHERKASY, UA #4417 08:02:16 Dostupno: 1111.66 UAH",
      "+1241,00 PLN Przelew. Sender Account: 75..8084 Sender: JAN NOWAK On account no. 45..4417", "Карта ････4417 Покупка 5 ₽",
    ])
  func cards(text: String) {
    #expect(Sample.facts(text).card == "4417")
  }

  @Test("four digits before a code or in front of a sum are no card", arguments: ["4829 is your code for payment", "4417 RUB spisano"])
  func noCard(text: String) {
    #expect(Sample.facts(text).card == nil)
  }
}

@Suite("Names in titles and behind labels")
struct NameTests {
  private static let parser = MessageParser(catalog: BankCatalog(files: []))

  private func merchant(_ title: String?, _ text: String) -> String? {
    Self.parser.parse(sender: "", channel: .push, title: title, text: text).facts.merchant
  }

  @Test(
    "the title is the shop where the text is a purchase that names none",
    arguments: [
      ("Кафе Зерно", "Покупка на 660 ₽, кэшбэк 6 ₽, счет карты *4417\nДоступно 3 220 ₽"),
      ("Самокат", "Оплата через СБП на 408 ₽, счет RUB\nДоступно 8 351.22 ₽"),
      ("KAFE ZERNO", "Покупка на 4 896,28 ₽, кэшбэк 48 ₽, Юлия Х., счет карты *4417\nДоступно 52 972,9 ₽"),
      ("Ozon", "Возврат на 236 ₽, счет RUB\nБаланс 1 800.33 ₽"), ("Minutka cooking", "-2 600 ₸\nДоступно 10 758,47 ₸"),
    ])
  func titles(title: String, text: String) {
    #expect(merchant(title, text) == title)
  }

  @Test(
    "a title that tells a bank or an operation is no shop",
    arguments: [
      ("ПриватБанк", "Покупка 45.00 UAH картка *4417 Баланс 100.00 UAH"), ("Списание", "Покупка на 45 ₽, карта *4417"),
      ("Сбер", "Зачисление 5 000 ₽ на счёт *4417"),
    ])
  func banks(title: String, text: String) {
    #expect(merchant(title, text) == nil)
  }

  @Test(
    "a shop in the text wins over a program's name in the title",
    arguments: [
      ("ForteApp", "Покупка: −600.00 KZT LAVKA.KZ Карта *4417 Остаток: 133 802.00 KZT", "LAVKA.KZ"),
      ("Оплата Alma Kino", "-100 ₸ Доступно 250 145,08 ₸", "Alma Kino"),
      (nil, "+1241,00 PLN Przelew. Sender Account: 75..8084 Sender: JAN NOWAK On account no. 45..4417", "JAN NOWAK"),
      (nil, "Card charged 20.00 USD kurs 38.8345 UAH 10.03.24 15:37 Mastercard*4417. LAVKA LUNA. Balance:58023.60 UAH", "LAVKA LUNA"),
      (nil, "SPISANIE 3.94USD (102.83UAH ZA KURSOM 26.10) BALANCE 8592.72UAH WWW.LAVKA.COM LONDON", "WWW.LAVKA.COM LONDON"),
      (nil, "삼성4417승인 100원 일시불 01/09 20:07 김밥천국 누적80,090원", "김밥천국"),
    ])
  func texts(title: String?, text: String, name: String) {
    #expect(merchant(title, text) == name)
  }

  @Test(
    "where no shop is named, none is invented",
    arguments: [
      "Зачисление 750.00 RUB; Odobreno; Schet *4417; Bal:20222.71RUB", "Списание онлайн 835.08 р. Карта ***4417 Доступно 8164.92 р",
      "Списано 355.38 ₽ с карты *4417. Пополните карту на сумму 9031.21 ₽", "Списано 500 ₽ с карты VISA GOLD *4417",
      "Списано 500 ₽, карта *4417. С уважением, Ромашка", "Balans Vashey Karty #4417 umenshilsya na 1.70 BYN; Ostatok: 605.29 BYN",
    ])
  func none(text: String) {
    #expect(merchant(nil, text) == nil)
  }
}

@Suite("What a statement asks for")
struct DueTests {
  @Test(
    "the least to pay and the last day",
    arguments: [
      ("Минимальный платёж 3 200 ₽ до 25.12.2026. Задолженность 45 000 ₽", 320_000, "2026-12-25"),
      ("Внесите обязательный платёж 4 150,20 ₽ не позднее 5 января по карте *4417", 415_020, "--01-05"),
      ("Your statement is ready. Total due Rs 12,310.50. Minimum amount due: Rs 620. Due date 15/01/2027.", 62000, "2027-01-15"),
      ("Payment reminder: minimum payment $35.00 is due by May 15, 2027 for card ending 4417", 3500, "2027-05-15"),
      ("Payment reminder: minimum payment $35.00 is due by 05/07/2027 for card ending 4417", 3500, "2027-05-07"),
    ])
  func asked(text: String, minor: Int64, due: String) {
    let facts = Sample.facts(text)
    #expect(facts.minimum?.minorUnits == minor)
    #expect(facts.due?.text == due)
    #expect(!facts.isTransaction)
  }

  @Test("a payment asks for nothing", arguments: ["Покупка 500 ₽ KAFE ZERNO 25.12.2026. Баланс: 1 200 ₽", "Акция до 25.12.2026"])
  func nothing(text: String) {
    #expect(Sample.facts(text).minimum == nil)
    #expect(Sample.facts(text).due == nil)
  }

  @Test("a day is written as it is read, and no other text is one")
  func forms() {
    for text in ["2026-12-15", "--02-29"] { #expect(DueDate(text)?.text == text) }
    for text in ["", "2026-13-01", "--12", "12-15", "2026-12-32", "a-b-c"] { #expect(DueDate(text) == nil) }
  }
}
