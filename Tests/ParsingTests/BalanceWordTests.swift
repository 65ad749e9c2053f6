import Model
import Testing

@testable import Parsing

@Suite("Balances in the words of many languages")
struct BalanceWordTests {
  @Test(
    "what moved and what is left",
    arguments: [
      ("Покупка 20,80 ₽ LAVKA — У вас ещё: 1 801,99 ₽", -2080, 180199, "RUB"),
      ("+ 20 000.00 ₽. Теперь на счете 25 559.08 ₽", 2_000_000, 2_555_908, "RUB"),
      ("Перевод 33.03р от АННА М. Баланс MAES5567: 11847.88р", 3303, 1_184_788, "RUB"),
      ("Копилка пополнена! Сумма зачисления: 9.94 BYN. Всего вы накопили 189.06 BYN", 994, 18906, "BYN"),
      ("Зачисление 500 ₽. На карте 4417 доступно 900 ₽", 50000, 90000, "RUB"),
      ("Plata: Suma: 139,00 MDL. Card: *5343. Suma disp.: 7.064,30 MDL.", -13900, 706_430, "MDL"),
      ("197.00UAH Videoprokat 5*42 14:54 Бал. 22246.48UAH", -19700, 2_224_648, "UAH"),
      ("Перевод 100.00USD Ивану И. На счете 3679297.01USD", -10000, 367_929_701, "USD"),
      ("Покупка: −12 800.00 ₽ HELIOS Карта *1392 Остаток: Кредитные 2 987 200.00 ₽", -1_280_000, 298_720_000, "RUB"),
      ("Purchase: GEL18.59 Card:***5506 LAVKA Balance: GEL672.44 Total: 24,481.97 PLUS", -1859, 67244, "GEL"),
      ("VCB: TK 0011004400000 thay đổi -250,000 VND luc 12:31 14-05-2024. Số dư 3,410,000 VND. ND: CAFE", -250000, 3410000, "VND"),
      ("TK 0071 -250 000 VND. So du: 3 410 000 VND", -250000, 3410000, "VND"),
      ("Tai khoan 0071 +500.000 VND. SD: 3.410.000 VND", 500000, 3410000, "VND"),
      ("TK 0071: -250,000VND. Số dư cuối 3,410,000 VND", -250000, 3410000, "VND"),
      ("TK 0071 GD: -250,000 VND. SDC: 3,410,000 VND", -250000, 3410000, "VND"),
      ("Plata 45,00 RON la CAFENEA card *4417. Sold: 1.204,00 RON", -4500, 120400, "RON"),
      ("Cumparare 45,00 RON CAFENEA. Sold disponibil 1.204,00 RON", -4500, 120400, "RON"),
      ("Tranzactie 45,00 RON card 4417. Sold cont 1.204,00 RON", -4500, 120400, "RON"),
      ("Zakup 56,78 PLN SKLEP karta 4417. Saldo 1 204,00 PLN", -5678, 120400, "PLN"),
      ("Płatność kartą 56,78 PLN SKLEP. Dostępne środki: 1 204,00 PLN", -5678, 120400, "PLN"),
      ("Platba kartou 123,00 Kč OBCHOD. Disponibilní zůstatek 1 204,00 Kč", -12300, 120400, "CZK"),
      ("Kaartbetaling 12,30 EUR WINKEL. Saldo: 1.204,00 EUR", -1230, 120400, "EUR"),
      ("Kortköp 123,00 SEK BUTIK. Saldo: 1 204,00 SEK", -12300, 120400, "SEK"),
      ("Kortköp 123,00 SEK BUTIK. Disponibelt belopp: 1 204,00 SEK", -12300, 120400, "SEK"),
      ("Korttiosto 12,30 EUR KAUPPA. Saldo 1 204,00 EUR", -1230, 120400, "EUR"),
      ("Kortbetaling 123,00 DKK BUTIK. Disponibel saldo 1.204,00 DKK", -12300, 120400, "DKK"),
      ("Varekjøp 123,00 NOK BUTIKK. Disponibelt 1 204,00 NOK", -12300, 120400, "NOK"),
      ("Compra 23,99 EUR TIENDA tarjeta 4417. Saldo disponible 1.204,00 EUR", -2399, 120400, "EUR"),
      ("Compra de R$ 45,90 PADARIA cartão 4417. Saldo: R$ 1.204,00", -4590, 120400, "BRL"),
      ("Achat 45,00 EUR BOULANGERIE carte 4417. Solde: 1 204,00 EUR", -4500, 120400, "EUR"),
      ("Acquisto 45,00 EUR BAR carta 4417. Saldo disponibile 1.204,00 EUR", -4500, 120400, "EUR"),
      ("Ihre Karte 4417: Kauf 45,00 EUR LADEN. Kontostand 1.204,00 EUR", -4500, 120400, "EUR"),
      ("Kartenzahlung 45,00 EUR LADEN. Verfügbarer Betrag 1.204,00 EUR", -4500, 120400, "EUR"),
      ("Kartenzahlung 45,00 EUR LADEN. Guthaben: 1.204,00 EUR", -4500, 120400, "EUR"),
      ("4417 kartınızla 245,75 TL harcama MARKET. Kalan bakiye: 1.204,00 TL", -24575, 120400, "TRY"),
      ("4417 kartınızla 245,75 TL harcama MARKET. Kullanılabilir limit 1.204,00 TL", -24575, 120400, "TRY"),
      ("Pembelian 45.000 IDR TOKO. Saldo: 1.204.000 IDR", -4500000, 120400000, "IDR"),
      ("Pembelian RM 45.00 KEDAI. Baki: RM 1,204.00", -4500, 120400, "MYR"),
      ("You bought 50.00 TZS from DUKA. Salio 1,204.00 TZS", -5000, 120400, "TZS"),
      ("Pagbili PHP 45.00 TINDAHAN. Balanse: PHP 1,204.00", -4500, 120400, "PHP"),
      ("Покупка 45,00 лв МАГАЗИН. Наличност 1 204,00 лв", -4500, 120400, "BGN"),
      ("Покупка 45,00 BGN МАГАЗИН карта 4417. Разполагаемо салдо: 1204.00 BGN", -4500, 120400, "BGN"),
      ("Plaćanje 1.234,00 RSD PRODAVNICA kartica 4417. Raspoloživo stanje 12.040,00 RSD", -123400, 1204000, "RSD"),
      ("Plaćanje 12,34 EUR TRGOVINA. Raspoloživo: 120,40 EUR", -1234, 12040, "EUR"),
      ("Vásárlás 4.500 HUF BOLT. Egyenleg: 120.400 HUF", -450000, 12040000, "HUF"),
      ("Vásárlás 4.500 HUF BOLT. Elérhető: 120.400 HUF", -450000, 12040000, "HUF"),
      ("Αγορά 45,00 EUR ΚΑΤΑΣΤΗΜΑ. Υπόλοιπο: 1.204,00 EUR", -4500, 120400, "EUR"),
      ("Αγορά 45,00 EUR ΚΑΤΑΣΤΗΜΑ κάρτα 4417. Διαθέσιμο υπόλοιπο 1.204,00 EUR", -4500, 120400, "EUR"),
      ("Pirkums 45,00 EUR VEIKALS karte 4417. Atlikums 1204,00 EUR", -4500, 120400, "EUR"),
      ("Pirkinys 45,00 EUR PARDUOTUVE kortelė 4417. Likutis 1204,00 EUR", -4500, 120400, "EUR"),
      ("Покупка 450 ₸ ДҮКЕН. Қалдық 12 040 ₸", -45000, 1204000, "KZT"),
      ("Xarid 45 000 UZS DOKON karta 4417. Balans: 120 400 UZS", -4500000, 12040000, "UZS"),
      ("გადახდა 45.00 GEL კარტი 4417. ნაშთი: 1204.00 GEL", -4500, 120400, "GEL"),
      ("ხელმისაწვდომი 1204.00 GEL. გადახდა 45.00 GEL", -4500, 120400, "GEL"),
      ("Վճարում 4500 AMD քարտ 4417. Մնացորդ 120400 AMD", -450000, 12040000, "AMD"),
      ("Alış 45.00 AZN MAĞAZA kart 4417. Qalıq: 120.40 AZN", -4500, 12040, "AZN"),
      ("Balans: 120.40 AZN. Ödəniş 45.00 AZN kart 4417", -4500, 12040, "AZN"),
      ("Plaćeno 12,34 EUR. Stanje računa: 120,40 EUR", -1234, 12040, "EUR"),
      ("Blerje 450 ALL DYQAN karta 4417. Gjendja 12,040 ALL", -45000, 1204000, "ALL"),
      ("Плаћање 1.234,00 РСД картица 4417. Расположиво стање 12.040,00 РСД", -123400, 1204000, "RSD"),
      ("Плаќање 450 МКД картичка 4417. Состојба 12.040 МКД", -45000, 1204000, "MKD"),
      ("Achat 4500 XOF. Nouveau solde: 120400 XOF", -4500, 120400, "XOF"),
      ("رصيدك المتاح 1204.00 SAR. شراء 45.00 SAR", -4500, 120400, "SAR"),
      ("خرید 450,000 ریال. موجودی: 1,204,000 ریال", -45000000, 120400000, "IRR"),
      ("क्रेडिट INR 500. शेष राशि INR 1,204", 50000, 120400, "INR"),
      ("รายการใช้จ่าย 450.00 บาท บัตร 4417. คงเหลือ 1,204.00 บาท", -45000, 120400, "THB"),
      ("您尾号4417的卡消费45.00元,余额1204.00元", -4500, 120400, "CNY"),
      ("尾號4417消費45.00元,可用餘額1204.00元", -4500, 120400, "CNY"),
      ("[카드] 4417 결제 4,500원 잔액 120,400원", -4500, 120400, "KRW"),
      ("カード4417 利用 4,500円 残高 120,400円", -4500, 120400, "JPY"),
    ] as [(String, Int64, Int64, String)])
  func balances(text: String, amount: Int64, balance: Int64, currency: String) {
    let facts = Sample.facts(text)
    #expect(facts.isTransaction)
    #expect(facts.amount == Money(minorUnits: amount, currency: Currency(code: currency)))
    #expect(facts.balance == Money(minorUnits: balance, currency: Currency(code: currency)))
  }

  @Test("English “sold” is no balance", arguments: ["You sold 10 shares of ACME for USD 500.00", "Sold 3 units at INR 120.50"])
  func sold(text: String) {
    #expect(Sample.facts(text).balance == nil)
  }

  @Test(
    "a payment address is the name of the other side",
    arguments: [
      ("Rs 640 debited from A/c XX2086 to mona@upi. UPI Ref 412345678901", "mona@upi"),
      ("INR 640.00 paid to ravi.k@okhdfcbank via UPI from A/c XX2086", "ravi.k@okhdfcbank"),
      ("Rs.500 credited to A/c XX2086 from sita-21@ybl on 14-05-24", "sita-21@ybl"),
      ("Sent Rs.250.00 from Kotak Bank AC X2086 to shop.77@paytm on 14-05-24.UPI Ref 412345678901", "shop.77@paytm"),
      ("A/c XX2086 debited Rs 640 towards UPI/412345678901/mona@upi", "mona@upi"),
      ("Rs 640 transferred to VPA mona@upi from A/c XX2086", "mona@upi"),
    ])
  func addresses(text: String, name: String) {
    #expect(Sample.facts(text).merchant == name)
  }
}
