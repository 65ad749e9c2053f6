import Model
import Testing

@testable import Parsing

@Suite("What people and shops are called, and what they write, decides nothing")
struct SpeechTests {
  @Test(
    "money that moved is no refusal because of a name",
    arguments: [
      "Перевод 5 000 ₽ от Анны Отказовой. Баланс 12 000 ₽",
      "Ошибкин И. перевёл вам 5 000 ₽. Баланс 12 000 ₽",
      "Отказова А. перевела вам 5 000 ₽",
      "Перевод 5 000 ₽ Недостатову К. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Отменова К. Баланс 12 000 ₽",
      "Перевод 5000р от ОТКАЗОВА А. Баланс 12000р",
      "Perevod 5000 RUB Otkazovoy A. vypolnen. Balans 12000 RUB",
      "Перевод 5 000 ₽ от Ожидаева И. Баланс 12 000 ₽",
      "Покупка 320 ₽ ОШИБКА КАФЕ. Баланс 800 ₽",
      "Purchase of $12.00 at PENDING CAFE. Balance $120",
      "Purchase of $12.00 at Rejected Records. Balance $120",
      "Purchase of $12.00 at ERROR 404 BAR. Balance $120",
      "You sent $50 to Planned Parenthood. Balance $120",
      "Will Smith sent you $50. Balance $120",
      "Transfer of $50 from Will Due. Balance $120",
      "Отправитель: Ожидаев Анна. Зачислено 5 000 ₽. Баланс 12 000 ₽",
    ])
  func names(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }

  @Test(
    "money that moved is no refusal because of what its sender wrote",
    arguments: [
      "Перевод 5 000 ₽ от Анны С. Сообщение: ошибка, верни. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. Сообщение: отмена заказа. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. Сообщение: не прошло в прошлый раз. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. Сообщение: ожидается ещё 3 000. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ Ивану И. Комментарий: недостаточно средств было. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. Комментарий: минимальный платёж. Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. «отказ от подписки». Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. «привет» отказ «и пока». Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. \"привет\" отказ \"и пока\". Баланс 12 000 ₽",
      "Перевод 5 000 ₽ от Анны С. \"отказ. Баланс 12 000 ₽",
      "Анна С. перевела вам 5 000 ₽: «будет списано потом». Баланс 12 000 ₽",
      "Зачислен перевод 5 000 ₽ по СБП от Анны С. «ждёт меня завтра»",
      "Perevod 5000 RUB ot Anny S. Soobshchenie: otkaz. Balans 12000 RUB",
      "You received $50 from Anna. Note: will be debited tomorrow. Balance $120",
      "You received $50 from Anna. Memo: pending. Balance $120",
      "You received $50 from Anna: \"declined your offer\". Balance $120",
      "Перевод 5 000 ₽ от Ивана И. Комментарий: «перейдите по ссылке». Баланс 9 000 ₽",
      "Автоплатёж 5 000 ₽ Ивану И. «создан»",
      "Вам перевод 5 000 ₽ от Иван И.: отказ",
      "Зачислено 5 000 ₽ от Ивана И. (отклонено) на счёт *1234. Доступно 6 000 ₽",
      "Зачислено 5 000 ₽ на карту *1234 от Ивана И. операция отменена",
      "Перевод 5 000 ₽ от Анны К. проверяется. Баланс 9 000 ₽",
      "+5 000 ₽ от Анна К. мало. Баланс 9 000 ₽",
      "Поступление 5 000 ₽ от Анна К. пополните мне телефон. Баланс 9 000 ₽",
      "Вам перевод 5 000 ₽ от Иван И. прошлый не дошел. Баланс 9 000 ₽",
      "Поступление 5000р Счет*1234 от ИВАН И. Баланс 6000р 12:44 отказ",
      "«отказ» — Иван И. перевёл вам 5 000 ₽. Баланс 6 000 ₽",
      "Зачислено 5 000 ₽ на карту *1234 от Ивана И. код 482190",
    ])
  func notes(text: String) {
    #expect(Sample.facts(text).isTransaction)
  }

  @Test(
    "what the bank says beside a name or a quotation still counts",
    arguments: [
      "Автоплатёж «Дом» на 4 300 ₽ не исполнен. Баланс: 120,50 ₽",
      "Покупка 640 ₽ в «LAVKA» отклонена. Карта «Летняя», баланс 300 ₽",
      "Карта *4417. Отказ. Покупка 640 ₽ LAVKA, баланс 300 ₽",
      "Покупка 640 ₽ в «LAVKA не прошла. Баланс 300 ₽",
      "Услуга «Автоплатёж» на сумму 300р для 9001234567 подключена с карты *1234",
      "Сообщение: платёж 640 ₽ отклонён. Баланс 300 ₽",
      "Txn of Rs 640 at SHOP Declined. Avl bal Rs 120",
      "OTKAZ (NEVERNYJ PIN) 50.00 BYN KARTA #1152 ATM 12 OSTATOK 3.00 BYN",
    ])
  func ownWords(text: String) {
    #expect(!Sample.facts(text).isTransaction)
  }

  @Test(
    "a note doesn't turn money round",
    arguments: [
      ("Перевод 5 000 ₽ от Анны С. Сообщение: за покупки. Баланс 12 000 ₽", Direction.incoming),
      ("Перевод 5 000 ₽ от Анны С. \"оплата за май\" Баланс 12 000 ₽", .incoming),
      ("Перевод 5 000 ₽ от Анны С. Сообщение: списание долга", .incoming),
      ("Перевод 5 000 ₽ Ивану И. Сообщение: возврат долга. Баланс 12 000 ₽", .outgoing),
      ("Перевод 5 000 ₽ Ивану И. «получил зарплату». Баланс 12 000 ₽", .outgoing),
      ("Перевод 5 000 ₽ Ивану И. «возврат». Баланс 12 000 ₽", .outgoing),
    ])
  func directions(text: String, direction: Direction) {
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).direction == direction)
  }

  @Test(
    "sums and codes in a note are not the bank's",
    arguments: [
      "Перевод 5 000 ₽ от Ивана И. «сумма 1 ₽». Баланс 9 000 ₽", "Перевод 5 000 ₽ от Ивана И. \"-100 000р\". Баланс 9 000 ₽",
      "Перевод 5 000 ₽ от Ивана И. Сообщение: итого 100 руб. Баланс 9 000 ₽", "Перевод 5 000 ₽ от Ивана И. «баланс 1 ₽». Баланс 9 000 ₽",
      "Перевод 5 000 ₽ от Ивана И. «привет» +1 ₽ «пока». Баланс 9 000 ₽",
      "Зачисление 5 000 ₽ от Ивана И. Сообщение: «код 482190». Баланс 9 000 ₽",
      "Перевод 5 000 ₽ от Ивана И. Баланс 9 000 ₽ «-1 000 000 ₽",
    ])
  func sums(text: String) {
    let facts = Sample.facts(text)
    #expect(facts.isTransaction)
    #expect(facts.direction == .incoming)
    #expect(facts.amount?.minorUnits == 500_000)
    #expect(facts.balance?.minorUnits == 900_000)
  }

  @Test("a code in a note hides no money and stays covered")
  func codes() {
    let facts = Sample.facts("Зачисление 5 000 ₽ от Ивана И. Сообщение: «код 482190»")
    #expect(facts.isTransaction)
    #expect(facts.amount?.minorUnits == 500_000)
    #expect(facts.category == .payment)
    #expect(facts.code == "482190")
  }

  @Test(
    "sums in quotation marks before any other, or in a shop's name, are as before",
    arguments: [
      "Покупка «LAVKA 24» 640 ₽. Баланс 300 ₽", "Сообщение: покупка 640 ₽ LAVKA. Баланс 300 ₽", "«Банк»: покупка 640 ₽ LAVKA. Баланс 300 ₽",
      "Перевод 640 ₽ Анне. Баланс 300 ₽. Подключите «Кешбэк» и «Копилку»",
    ])
  func elsewhere(text: String) {
    let facts = Sample.facts(text)
    #expect(facts.amount?.minorUnits == -64_000)
    #expect(facts.balance?.minorUnits == 30_000)
  }
}
