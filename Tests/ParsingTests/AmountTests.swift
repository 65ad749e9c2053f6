import Model
import Testing

@testable import Parsing

@Suite("Amounts and balances")
struct AmountTests {
  @Test(
    "thousands, decimals and signs are read as banks write them",
    arguments: [
      ("Покупка 1 034 ₽ KAFE", -103_400, "RUB"), ("Покупка 1\u{A0}034,5 ₽ KAFE", -103_450, "RUB"),
      ("Покупка 1\u{202F}034\u{202F}567,89 ₽ KAFE", -103_456_789, "RUB"), ("Pokupka 1,034.50 RUB KAFE", -103_450, "RUB"),
      ("Покупка 1034.5р KAFE", -103_450, "RUB"), ("Покупка PERM-5 1 034 ₽ Баланс 5 ₽", -103_400, "RUB"),
      ("Покупка 1'034.50 CHF KAFE", -103_450, "CHF"), ("Paid EUR 1.034,50 to KAFE", -103_450, "EUR"),
      ("Rs.17,95,899.53 debited from A/c XX4417", -179_589_953, "INR"), ("Rs 5,00,000 credited to A/c XX4417", 50_000_000, "INR"),
      ("Paid KWD 1.234 at KAFE", -1_234, "KWD"), ("Paid USD .93 at KAFE", -93, "USD"),
      ("Paid ¥1,034 at KAFE", -1_034, "JPY"), ("Pembelian Rp1.034 di KAFE", -103_400, "IDR"), ("-468,7 ₽. KAFE", -46_870, "RUB"),
      ("+ 77,23 ₽ KAFE Баланс 80 ₽", 7_723, "RUB"), ("Paid HK$45.20 at KAFE", -4_520, "HKD"), ("Paid US$ 45.20 at KAFE", -4_520, "USD"),
      ("Оплата １２３ ₽ KAFE", -12_300, "RUB"), ("خرید مبلغ ۱٬۵۰۰ ریال مانده ۲٬۰۰۰ ریال", -150_000, "IRR"),
      ("R245.99 paid from a/c 7720", -24_599, "ZAR"),
      ("شراء بـSAR 5.75", -575, "SAR"),
    ] as [(String, Int64, String)])
  func amounts(text: String, minor: Int64, currency: String) {
    #expect(Sample.facts(text).amount == Money(minorUnits: minor, currency: Currency(code: currency)))
  }

  @Test(
    "what is left isn't what moved, whatever it is called and wherever it stands",
    arguments: [
      ("Баланс: 5 000 ₽. Покупка 100 ₽ KAFE", 10_000, 500_000), ("Покупка 100 ₽ KAFE. Доступно 5 000 ₽", 10_000, 500_000),
      ("Pokupka 100 RUB. KAFE. Dostupny Ostatok: 5000.00 RUB", 10_000, 500_000),
      ("Покупка 100 ₽ KAFE. Доступный лимит 5 000 ₽", 10_000, 500_000), ("Покупка 100 ₽ KAFE. На счёте осталось 5 000 ₽", 10_000, 500_000),
      ("Avl Bal Rs 5000.00. Rs 100.00 debited at KAFE", 10_000, 500_000),
      ("Покупка 100 ₽ KAFE, комиссия 5 ₽, баланс -40 ₽", 10_000, -4_000),
      ("Проценты 100 ₽ зачислены. Сумма на вкладе 5 000 ₽", 10_000, 500_000),
    ] as [(String, Int64, Int64)])
  func balances(text: String, amount: Int64, balance: Int64) {
    let facts = Sample.facts(text)
    #expect(facts.amount?.minorUnits.magnitude == amount.magnitude)
    #expect(facts.balance?.minorUnits == balance)
  }

  @Test(
    "a bound, a rate, a fee, a percentage, an order or a card isn't what moved",
    arguments: [
      ("Переводите до 100 000 ₽ в день", nil), ("Карта *4417, заказ 123456", nil), ("Ставка 18% на 3 года", nil),
      ("Комиссия 30 ₽. Перевод 500 ₽ Павлу Т. Баланс 5 ₽", 50_000), ("Покупка 500 ₽ KAFE. Начислено 25 бонусов. Баланс 5 ₽", 50_000),
    ] as [(String, Int64?)])
  func others(text: String, amount: Int64?) {
    #expect(Sample.facts(text).movedAmount.map { Int64($0.minorUnits.magnitude) } == amount)
  }
}
