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
}
