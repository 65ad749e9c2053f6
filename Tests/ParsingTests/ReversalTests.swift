import Model
import Testing

@testable import Parsing

@Suite("Operations that were taken back")
struct ReversalTests {
  @Test(
    "money that came back moved, comes in, and is told as a reversal, in every language",
    arguments: [
      "Отмена покупки 640 ₽ LAVKA, карта *2086. Баланс 1 840 ₽",
      "Отмена операции: 640 ₽ LAVKA, карта *2086",
      "Отмена. Покупка 640 ₽ LAVKA. Карта *4417",
      "Отмена OZON 500 ₽. Баланс 900 ₽",
      "ОТМЕНА Оплата 1 250р MIR7720 LAVKA Доступно 3 612р",
      "Отмена выдачи наличных 500р ATM 4417 Баланс: 807р",
      "Покупка отменена. Карта *4417. 640 ₽, LAVKA. Доступно 1 840 ₽",
      "Возврат 640 ₽ LAVKA на карту *4417",
      "Скасування 67,00₴ LAVKA Баланс 721,49₴",
      "Транзакцію 15,00₴ скасовано. LAVKA Баланс 626,48₴",
      "Payment of AED 40 at DESERT MART was cancelled and the amount has been credited back to your card ending with 8027",
      "Your purchase of $6.10 at BAKERY with card 4417 was reversed",
      "Tranz. anulata: Plata retail. Suma: 60,00 MDL. Card: *7466. Suma disp.: 1.147,18 MDL.",
      "STORNO VISA **8498 Iznos 130,00 RSD Mesto TAKSI",
      "Anulowano transakcję 56,78 PLN kartą *4401. Saldo: 1 204,00 PLN",
      "Compra anulada: 23,99 EUR en LIBRERIA SOL con tarjeta *6060",
      "Storniert: Kartenzahlung 42,10 EUR, Karte *8080. Kontostand 1.310,44 EUR",
    ])
  func cameBack(text: String) {
    let facts = Sample.facts(text)
    #expect(facts.isTransaction)
    #expect(facts.direction == .incoming)
    #expect(facts.isReversal)
  }

  @Test("its shop stays")
  func shop() {
    #expect(Sample.facts("Отмена покупки 640р LAVKA Баланс: 1000р").merchant == "LAVKA")
  }

  @Test("income that is taken back goes out")
  func incomeTakenBack() {
    let facts = Sample.facts("Отмена зачисления 500 ₽ карта *4417. Баланс 20 ₽")
    #expect(facts.isTransaction)
    #expect(facts.direction == .outgoing)
    #expect(facts.isReversal)
  }

  @Test(
    "what was called off before it was made, a released hold and a refusal give nothing back",
    arguments: [
      "Перевод 5 000 ₽ Ивану И. отменён", "Вы отменили перевод 5 000 ₽ на карту *4417", "Подписка отменена. 349 ₽ больше не спишем",
      "Карта 4417 Разблокировано 500 RUB Доступно 7 050 RUB SAMOKAT", "Блокировка 1 000 ₽ на карте *4417 снята",
      "Покупка 640 ₽ отменена: недостаточно средств. Карта *4417", "Your standing instruction for Rs 199 has been cancelled",
    ])
  func nothingBack(text: String) {
    let facts = Sample.facts(text)
    #expect(!facts.isTransaction)
    #expect(!facts.isReversal)
  }

  @Test(
    "cashback, interest and what a sender writes are no reversal",
    arguments: [
      "Кэшбэк 340 ₽ зачислен на счёт *4040", "Проценты по вкладу 340 ₽ зачислены. Баланс 900 ₽",
      "Перевод 5 000 ₽ от Анны С. Сообщение: отмена заказа. Баланс 12 000 ₽", "Покупка 640 ₽ LAVKA. Кэшбэк 5 ₽. Баланс 12 000 ₽",
    ])
  func noReversal(text: String) {
    let facts = Sample.facts(text)
    #expect(facts.isTransaction)
    #expect(!facts.isReversal)
  }
}
