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
}
