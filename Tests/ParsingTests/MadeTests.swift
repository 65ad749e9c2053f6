import Model
import Testing

@testable import Parsing

@Suite("Money that moved, whatever else the text announces, asks for or refuses")
struct MadeTests {
  @Test(
    "what was done stays done beside what comes next",
    arguments: [
      "Покупка 640 ₽, LAVKA. Кэшбэк 6 ₽ будет начислен 15.06. Баланс 1 200 ₽",
      "Зачисление 15 000 ₽ Зарплата. Баланс 15 500 ₽. 15.06 будет списано 12 400 ₽",
      "Списано 5 000 ₽. Перевод будет зачислен получателю в течение дня. Баланс 500 ₽",
      "Покупка 640 ₽ LAVKA. Баланс 1 200 ₽. Минимальный платёж 3 200 ₽ до 20.06",
      "Минимальный платёж 3 200 ₽ внесён. Доступно 12 000 ₽",
      "You were charged $45.00. Balance $412.00. Min payment due $25",
      "Your card was charged $45.00 at GREEN GROCER. Min payment $25 due Jun 5. Balance $412",
      "EMI due of Rs 4,500 debited from a/c XX2086. Avl bal Rs 2,300",
    ])
  func announced(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }

  @Test(
    "what was scheduled or pending and then done is done",
    arguments: [
      "Your scheduled payment of $45.00 was sent. Balance $120",
      "Your scheduled payment of $45.00 to CITY WATER was completed. Balance $120",
      "Your scheduled transfer of $45.00 has been processed. Available balance $120",
      "Your pending payment of $45.00 has been posted. Balance $120",
      "Запланированный платёж 640 ₽ выполнен. Баланс 1 200 ₽",
    ])
  func scheduled(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }

  @Test(
    "advice, and a refusal of something else, is no refusal",
    arguments: [
      "Оплата 640 ₽ LAVKA. Доступно 1 200 ₽. Если не вы — подтвердите отказ",
      "Покупка 2 300 ₽ LAVKA. Баланс 500 ₽. Для платежа 349 ₽ недостаточно средств",
      "Вы перевели 5 000 ₽ Ивану И. Баланс 500 ₽. Перевод нельзя отменить",
      "Возврат 640 ₽: отказ от товара. Баланс 1 840 ₽",
      "Rs 640 credited to a/c XX2086 for failed transaction. Avl bal Rs 1,200",
      "Refund of $64.00 for declined order posted. Balance $184",
    ])
  func advice(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }

  @Test(
    "what wasn't done, or only would be, isn't done",
    arguments: [
      "Your scheduled payment of $45.00 was not sent. Balance $120",
      "Your pending payment of $45.00 will be posted tomorrow. Balance $120",
      "Scheduled payment of $45.00 for Jun 5. If it was already made, ignore this. Balance $120",
      "Минимальный платёж 3 200 ₽ не внесён. Доступно 12 000 ₽",
      "Минимальный платёж 3 200 ₽ должен быть внесён до 20.06. Доступно 12 000 ₽",
      "Минимальный платёж 3 200 ₽. Если он уже внесён, не отвечайте. Доступно 12 000 ₽",
      "Failed transaction of Rs 640. The amount debited will be returned. Avl bal Rs 1,200",
      "We couldn't process your payment of $45.00. Available balance $12.00",
      "Покупка 640 ₽ LAVKA. Отказ. Недостаточно средств. Баланс 300 ₽",
    ])
  func undone(text: String) {
    #expect(!Sample.facts(text).isTransaction)
  }
}
