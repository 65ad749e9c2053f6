import Model
import Testing

@testable import Parsing

@Suite("Which way the money went")
struct DirectionTests {
  @Test(
    "verbs and signs tell the direction",
    arguments: [
      ("Покупка 100 ₽ KAFE", .outgoing), ("Рokupkа 100 ₽ KAFE", .outgoing), ("Списание 100 ₽ Баланс 5 ₽", .outgoing),
      ("Выдача наличных 100 ₽ Баланс 5 ₽", .outgoing), ("Внесение наличных 100 ₽ Баланс 105 ₽", .incoming),
      ("Зачисление 100 ₽ Баланс 105 ₽", .incoming), ("Возврат 100 ₽ KAFE Баланс 105 ₽", .incoming),
      ("Перевод 100 ₽ Павлу Т. Баланс 5 ₽", .outgoing), ("Перевод 100 ₽ от Павла Т. Баланс 105 ₽", .incoming),
      ("Вам перевели 100 ₽. Баланс 105 ₽", .incoming), ("Вам перевёл Иван Т. 100 ₽. Баланс 105 ₽", .incoming),
      ("АННА ИВАНОВНА Т. перевел(а) Вам 100.00 RUB", .incoming), ("Мария перевела вам 100 ₽. Баланс 105 ₽", .incoming),
      ("Вы перевели 100 ₽ Анне Т. Баланс 5 ₽", .outgoing), ("Перевод между своими счетами 100 ₽", .transfer),
      ("-100 ₽ KAFE Баланс 5 ₽", .outgoing), ("+100 ₽ KAFE Баланс 105 ₽", .incoming), ("Rs 100 debited from A/c XX4417", .outgoing),
      ("Rs 100 credited to A/c XX4417", .incoming), ("USD 5 spent on Credit Card XX4417", .outgoing),
      ("USD 5 refunded to Debit Card XX4417", .incoming), ("Credit Card XX4417 used for USD 5 at KAFE", .outgoing),
      ("Cash-in of PHP 100 received", .incoming), ("Баланс увеличен на 100 ₽. Доступно 105 ₽", .incoming),
      ("Проценты по вкладу 100 ₽ Баланс 105 ₽", .incoming), ("Комиссия 100 ₽ Баланс 5 ₽", .outgoing),
    ] as [(String, Direction)])
  func directions(text: String, direction: Direction) {
    #expect(Sample.facts(text).direction == direction)
  }

  @Test(
    "interest, dividends and loans come in when they are paid to the client, and go out when they are charged",
    arguments: [
      ("Interest of $1.23 was paid to your account. Balance $121.23", .incoming), ("Interest paid $1.23. Balance $121.23", .incoming),
      ("Dividend of $12.00 was paid to your account. Balance $132", .incoming),
      ("Salary of $2,000 was paid into your account ending 4417", .incoming),
      ("Loan of $5,000 disbursed to your account. Balance $5,120", .incoming),
      ("Your loan of Rs 50,000 has been disbursed to a/c XX2086. Avl bal Rs 52,300", .incoming),
      ("Interest charge of $12.40 on card ending 7720. Balance $412", .outgoing),
      ("Interest of $12.40 was charged to card ending 7720", .outgoing), ("You paid interest of $12.40. Balance $412", .outgoing),
      ("Interest-free instalment of $45.00 paid from card 1234", .outgoing),
      ("Interest paid on your loan: Rs 1,200 from a/c XX2086. Avl bal Rs 300", .outgoing),
      ("Rs 1,200 is paid from your a/c XX2086 to GREEN GROCER. Avl bal Rs 300", .outgoing),
      ("You paid $45.00 to your card account. Balance $75", .outgoing), ("Проценты 120 ₽ списаны. Баланс 500 ₽", .outgoing),
    ] as [(String, Direction)])
  func interest(text: String, direction: Direction) {
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).direction == direction)
  }

  @Test(
    "a verb that nobody knows gives no direction",
    arguments: [
      "Бумзельнуто 500 ₽ счёт *4417 Баланс 700 ₽", "Счёт карты *6599 изменён на сумму 100 000 сум",
      "Blorped EUR 40.00, account XX2086. Balance EUR 120.00", "Изменение остатка 250 ₽ карта *4417 Остаток 1 000 ₽",
    ])
  func open(text: String) {
    let facts = Sample.facts(text)
    #expect(facts.isTransaction)
    #expect(facts.direction == nil)
    #expect(facts.isOpen)
    #expect(facts.amount.map { $0.minorUnits > 0 } == true)
  }

  @Test(
    "balances before and after, the client's own account, who sends and who gets decide without a verb",
    arguments: [
      ("4080*7766 Operation Amount: 4037.00 RUR. Old Balance: 154.04 RUR. New Balance: 4191.04 RUR", .incoming),
      ("Amount 37.00 EUR. Old balance 154.04 EUR, new balance 117.04 EUR", .outgoing),
      ("AED 1,900.00 has been transferred to your account 370-11XXXXX5-01. Available Balance now is AED 8,485.10", .incoming),
      ("A swift payment of AED 700.00 has been made to your account ******3000 on 05-08-2026.", .incoming),
      ("EUR 40.00 was moved from your account XX2086 to JOHN", .outgoing),
      ("120.00 UAH переказ на вашу картку Visa *1492. Залишок: 255.42 UAH", .incoming),
      ("Na Vash schet *4417 perevedeno 300 RUB", .incoming), ("Hesabınıza 500,00 TL aktarıldı. Bakiye 700,00 TL", .incoming),
      ("38 410,00 ₽ Фыва счёт *3077 Доступно: 38 410,00 ₽", .incoming),
      ("An amount of AED 26 has been debited to your account no. XX2801", .outgoing),
      ("Перевод на карту *5520 60 000 ₸ Остаток 67 172 ₸", .incoming), ("Приём перевода 50 ₽ карта *6376 Доступно 203 ₽", .incoming),
      ("Вы перевели 500 ₽ на вашу карту *4417 в другом банке. Баланс 20 ₽", .outgoing),
      ("На счёт *7428 3 000 ₽ платёж. Отправитель: ООО Василёк. Баланс 4 000 ₽", .incoming),
      ("Карта *4417 12.06 14:20 640 ₽ LAVKA Остаток 1 000 ₽", .outgoing),
    ] as [(String, Direction)])
  func structure(text: String, direction: Direction) {
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).direction == direction)
  }

  @Test(
    "a noun of income, a fee, cashback beside a purchase and held money each go their way",
    arguments: [
      ("Премия 42000.00р Счет *4417 Баланс 51000.00р 10:05", .incoming), ("Отпускные 18300р Счет *4417 Баланс 61200р", .incoming),
      ("Стипендия 2900р Счет *4417 Баланс 3100р", .incoming), ("Налоговый вычет 13000р Счет *4417 Баланс 15000р", .incoming),
      ("Депозит 50000.00РУБ в BANKOMAT ZERNO Баланс 62871.00РУБ", .incoming), ("CASH PRIEM: 6000.00 RUR OSTATOK: 6783.00 RUR", .incoming),
      ("3100.00UAH Надходження 16-05-2026 Рахунок: *4417 Доступно: 5060.99UAH", .incoming),
      ("Hesaba medaxil: ***7382 Mebleg: 30.00 AZN Balans: 130.00 AZN", .incoming),
      ("Выплата % на остаток по карте 210.49р Баланс: 59 922.64р", .incoming),
      ("Выплата процентов по вкладу\nНа вклад: 640.20 ₽", .incoming),
      ("You have earned AED 119.92 as interest on your savings", .incoming),
      ("Начислена комиссия 99 RUR за обслуживание карты *4417.", .outgoing),
      ("50.00 RUB komissiya za uslugu sms-info 4*4417", .outgoing),
      ("- 199 RUB. Пакет услуг. Комиссия за обслуживание в августе.", .outgoing),
      ("Комиссия за запрос баланса 50р Карта*0470 Баланс 44 002.92р", .outgoing),
      ("Покупка 480.00 RUB Кешбэк: 2.10 RUB KAFE ZERNO по карте #4417", .outgoing), ("Покупка 480 ₽, KAFE ZERNO. Кэшбэк +5 ₽", .outgoing),
      ("Перевод 480 ₽ Ивану И. Кэшбэк 4 ₽", .outgoing), ("Покупка 480 ₽ KAFE ZERNO. Вернём 4 ₽", .outgoing),
      ("Кэшбэк за покупки 340 ₽ зачислен на счёт *4040", .incoming), ("Наличные 1 900 ₽ ATM 174 Баланс: 28 694 ₽", .outgoing),
      ("Заблокировано 292 ₴ LAVKA Картка *5753 Доступно: 550 ₴", .outgoing),
      ("Авторизация на сумму 762 RUR карта *9492 Доступно 4549 RUR", .outgoing),
      ("Внесён платёж. Списали 2 480 ₽ с карты *4417. Доступно 83 863 ₽", .outgoing),
      ("Ваш Cr.Card XX1584 was used for AED 997.50. Avl. Cr.limit is AED 4493", .outgoing),
    ] as [(String, Direction)])
  func nouns(text: String, direction: Direction) {
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).direction == direction)
  }

  @Test("the cashback beside a purchase isn't its sum")
  func cashbackBeside() {
    #expect(Sample.facts("Покупка 480 ₽, KAFE ZERNO. Кэшбэк +5 ₽").amount?.minorUnits == -480_00)
  }
}
