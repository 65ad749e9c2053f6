import Model
import Testing

@testable import Parsing

@Suite("Money in texts of banks that no file knows")
struct MoneyTextTests {
  /// What a text says, in one line: the direction, the sum, the card, what is left, the merchant.
  private func said(_ text: String) -> String {
    let facts = Sample.facts(text)
    var words = [facts.direction?.name ?? "nothing"]
    if let amount = facts.amount { words += [Sample.decimal(amount), amount.currency.code] }
    if let card = facts.card { words.append("*" + card) }
    if let balance = facts.balance { words += ["left", Sample.decimal(balance)] }
    if let merchant = facts.merchant { words += ["at", merchant] }
    return words.joined(separator: " ")
  }

  @Test(
    "an operation is read in any language, order and punctuation",
    arguments: [
      (
        "Pokupka: 1250.40 RUB; karta *4417; LAVKA 12 TULA; 14.05.24 12:31; dostupno 8310.22 RUB",
        "out 1250.40 RUB *4417 left 8310.22 at LAVKA 12 TULA"
      ),
      (
        "Карта **2086: списание 640 ₽, кафе \"Зерно\". Остаток 12 450,70 ₽",
        "out 640 RUB *2086 left 12450.70 at кафе \"Зерно\""
      ),
      (
        "Списание 89,50р. MIR*7720 VELOMIR Доступно: 917,33р.",
        "out 89.50 RUB *7720 left 917.33 at VELOMIR"
      ),
      (
        "Оплата в магазине APTEKA 36 на сумму 1 034 руб. картой *1187. Доступно 20 300 руб.",
        "out 1034 RUB *1187 left 20300 at APTEKA 36"
      ),
      (
        "Вы заплатили 349 ₽ в КНИЖНЫЙ ДОМ. Карта •• 9351, баланс 5 300,50 ₽",
        "out 349 RUB *9351 left 5300.50 at КНИЖНЫЙ ДОМ"
      ),
      (
        "Зачислена зарплата 64 500,00 RUB на счёт *3175. Баланс: 71 204,18 RUB",
        "in 64500 RUB *3175 left 71204.18"
      ),
      (
        "Поступление 2 500 р. от Ольга К. Счет *6048. Доступно 48 210,07 р.",
        "in 2500 RUB *6048 left 48210.07 at Ольга К"
      ),
      (
        "СБП: перевод 700 ₽ от Павел Т. на карту *5520. Баланс 1 920 ₽",
        "in 700 RUB *5520 left 1920 at Павел Т"
      ),
      (
        "Перевод 15 000 ₽ Ивану П. по номеру телефона. Карта *5520. Комиссия 0 ₽. Остаток 3 100 ₽",
        "out 15000 RUB *5520 left 3100 at Ивану П"
      ),
      (
        "Снятие наличных 5000 RUB в банкомате 11223344 MOSCOW, карта 4*0071, остаток 12000.15 RUB",
        "out 5000 RUB *0071 left 12000.15 at банкомате 11223344 MOSCOW"
      ),
      (
        "Vydacha nalichnyh 3000.00 RUR ATM 500123 KAZAN karta *0071 dostupno 44.10 RUR",
        "out 3000 RUB *0071 left 44.10 at ATM 500123 KAZAN"
      ),
      (
        "Внесение наличных 12 000 р на карту *8841 через банкомат. Баланс 12 640 р",
        "in 12000 RUB *8841 left 12640"
      ),
      (
        "Возврат покупки 1 799 ₽ OZON-LIKE SHOP Карта *8841 Баланс 3 420,09 ₽",
        "in 1799 RUB *8841 left 3420.09 at OZON-LIKE SHOP"
      ),
      (
        "Vozvrat tovara 450.00 RUB karta *1187 SPORTMIR 01.02.2023 ostatok 1450.00 RUB",
        "in 450 RUB *1187 left 1450 at SPORTMIR"
      ),
      (
        "Перевод между своими счетами 10 000 ₽ со счёта *3175 на счёт *6048. Баланс 300 ₽",
        "transfer 10000 RUB *3175 left 300"
      ),
      (
        "Комиссия за обслуживание карты *2086: 59 ₽. Баланс 640,11 ₽",
        "out 59 RUB *2086 left 640.11 at обслуживание"
      ),
      (
        "Списана плата за уведомления 79р карта *2086 баланс 561.11р",
        "out 79 RUB *2086 left 561.11 at уведомления"
      ),
      (
        "Капитализация процентов по вкладу *7001: 312,44 ₽. Сумма на вкладе 80 312,44 ₽",
        "in 312.44 RUB *7001 left 80312.44"
      ),
      (
        "-1 290,00 ₽ · VKUSNY UGOL · Карта *4417 · Доступно 7 020,22 ₽",
        "out 1290 RUB *4417 left 7020.22 at VKUSNY UGOL"
      ),
      (
        "+ 5 000 ₽ Пополнение через СБП. Отправитель: Мария Р. Баланс 5 012 ₽",
        "in 5000 RUB left 5012 at Мария Р"
      ),
      (
        "Karta *9351 Oplata uslug 550.00 RUB MOBIL-SVYAZ 12.03.2022 10:15 Ostatok: 2200,00 RUB",
        "out 550 RUB *9351 left 2200 at MOBIL-SVYAZ"
      ),
      (
        "Платёж по кредиту 8 400 ₽ списан со счёта *4040. Остаток на счёте 120,50 ₽",
        "out 8400 RUB *4040 left 120.50"
      ),
      (
        "Автоплатёж «Мобильный» 300 ₽ выполнен с карты *4040. Баланс: 1 020 ₽",
        "out 300 RUB *4040 left 1020 at Мобильный"
      ),
      (
        "Покупка 19.99 USD (1 830,22 RUB) STREAMBOX. Карта *6161. Доступно 22 000,00 RUB",
        "out 1830.22 RUB *6161 left 22000 at STREAMBOX"
      ),
      (
        "Шикарный ужин в TRATTORIA LUNA за 3 240 ₽. Карта *6161. На счету осталось 18 760 ₽",
        "out 3240 RUB *6161 left 18760 at TRATTORIA LUNA"
      ),
      (
        "Вам перевели 1 200 ₽. Отправитель: Сергей В. Карта *3301. Доступно 11 431,55 ₽",
        "in 1200 RUB *3301 left 11431.55 at Сергей В"
      ),
      (
        "Получен перевод 3 000,00 RUB от АННА М. Счет 40817*120. Доступно 3 412,00 RUB",
        "in 3000 RUB *120 left 3412 at АННА М"
      ),
      (
        "Списано 412.00 BYN, karta #8586, EVROPT-LIKE MINSK BY, 12/05/24 18:02, ostatok 1020.33 BYN",
        "out 412 BYN *8586 left 1020.33 at EVROPT-LIKE MINSK BY"
      ),
      (
        "Покупка: 12 300 ₸ MAGAZIN ALMA. Карта *7788. Доступно: 140 220 ₸",
        "out 12300 KZT *7788 left 140220 at MAGAZIN ALMA"
      ),
      (
        "Пополнение 50 000 KZT счёта *7788. Доступно 190 220 KZT",
        "in 50000 KZT *7788 left 190220"
      ),
      (
        "Спишання 245.00 UAH картка *1199 SILPO-LIKE. Залишок 3 410.10 UAH",
        "out 245 UAH *1199 left 3410.10 at SILPO-LIKE"
      ),
      (
        "Списання 245,00 грн. Картка *1199. АТБ-ПОДІБНИЙ. Залишок 3 410,10 грн",
        "out 245 UAH *1199 left 3410.10 at АТБ-ПОДІБНИЙ"
      ),
      (
        "Зараховано 12 000,00 UAH на картку *1199. Залишок: 15 410,10 UAH",
        "in 12000 UAH *1199 left 15410.10"
      ),
      (
        "To'lov: 45 000 UZS, karta *6622, KORZINKA-LIKE, qoldiq 312 400 UZS",
        "out 45000 UZS *6622 left 312400 at KORZINKA-LIKE"
      ),
      (
        "Xərc: 25.40 AZN Kart: *7171 MARKET BAKU Balans: 310.25 AZN",
        "out 25.40 AZN *7171 left 310.25 at MARKET BAKU"
      ),
      (
        "Platba kartou *5511 1 249,00 Kc ALBI PRAHA, disponibilni zustatek 22 410,55 Kc",
        "out 1249 CZK *5511 left 22410.55 at ALBI PRAHA"
      ),
      (
        "Transakcja kartą *4401: 56,78 PLN, ZABKA-LIKE POZNAN. Dostępne środki: 1 204,00 PLN",
        "out 56.78 PLN *4401 left 1204 at ZABKA-LIKE POZNAN"
      ),
      (
        "Kartenzahlung 42,10 EUR bei BACKHAUS KLEIN am 12.05. Karte *8080. Kontostand 1.310,44 EUR",
        "out 42.10 EUR *8080 left 1310.44 at BACKHAUS KLEIN"
      ),
      (
        "Hai pagato 18,50 EUR presso BAR CENTRALE con carta *7070. Saldo disponibile 410,22 EUR",
        "out 18.50 EUR *7070 left 410.22 at BAR CENTRALE"
      ),
      (
        "Compra de 23,99 EUR en LIBRERIA SOL con tarjeta *6060. Saldo: 812,10 EUR",
        "out 23.99 EUR *6060 left 812.10 at LIBRERIA SOL"
      ),
      (
        "Achat de 12,40 EUR chez BOULANGERIE PAUL, carte *5050. Solde 310,00 EUR",
        "out 12.40 EUR *5050 left 310 at BOULANGERIE PAUL"
      ),
      (
        "Recebeu uma transferencia de R$ 250,00 de JOAO SILVA. Saldo R$ 1.020,33",
        "in 250 BRL left 1020.33 at JOAO SILVA"
      ),
      (
        "Compra aprovada: R$ 45,90 PADARIA BELA cartao final 3344",
        "out 45.90 BRL *3344 at PADARIA BELA"
      ),
      (
        "Has recibido $1,500.00 MXN de LUIS GOMEZ en tu cuenta *9090. Saldo $3,210.50 MXN",
        "in 1500 MXN *9090 left 3210.50 at LUIS GOMEZ"
      ),
      (
        "INR 1,250.00 debited from A/c XX4417 on 14-05-24 to SPICE GARDEN. Avl Bal INR 8,310.22",
        "out 1250 INR *4417 left 8310.22 at SPICE GARDEN"
      ),
      (
        "Your a/c no. XXXXXXXX2086 is credited by Rs.2,500.00 on 14May24 by NEFT from ACME LTD. Bal Rs 12,004.10",
        "in 2500 INR *2086 left 12004.10 at ACME LTD"
      ),
      (
        "Rs 640 spent on Card x7720 at BLUE LOTUS CAFE on 14-05-2024. Avl limit: Rs 45,000",
        "out 640 INR *7720 left 45000 at BLUE LOTUS CAFE"
      ),
      (
        "Thank you for using your Debit Card ending 9351 for USD 12.30 at CLOUDHOST on 14-May-2024. Available balance USD 410.22",
        "out 12.30 USD *9351 left 410.22 at CLOUDHOST"
      ),
      (
        "You have received Tk 1,500.00 from 01XXXXXXXXX. Fee Tk 0.00. Balance Tk 2,310.44. TrxID 9AB1CD2EF3 at 14/05/2024 12:31",
        "in 1500 BDT left 2310.44"
      ),
      (
        "Acct: ***6048 Credit: NGN25,000.00 Desc: TRF FROM ADE OBI Date: 14-May-2024 Bal: NGN31,204.55",
        "in 25000 NGN *6048 left 31204.55 at TRF FROM ADE OBI"
      ),
      (
        "Debit Alert! Acc: 00****5520 Amt: N4,500.00 Desc: POS PURCHASE MAMA PUT LAGOS Avail Bal: N12,310.00",
        "out 4500 NGN *5520 left 12310 at POS PURCHASE MAMA PUT LAGOS"
      ),
      (
        "Payment of GHS 45.00 to KOFI STORES. Current Balance: GHS 310.20. Transaction ID: 12345678901.",
        "out 45 GHS left 310.20 at KOFI STORES"
      ),
      (
        "AED 125.50 was spent with card ending 8841 at DESERT MART, DUBAI. Avl. balance is AED 9,310.00",
        "out 125.50 AED *8841 left 9310 at DESERT MART, DUBAI"
      ),
      (
        "برداشت از حساب *2086 مبلغ 1,500,000 ریال مانده 12,300,000 ریال",
        "out 1500000 IRR *2086 left 12300000"
      ),
      (
        "您尾号4417的储蓄卡5月14日12:31消费支出人民币128.50元,余额3,410.22元。",
        "out 128.50 CNY *4417 left 3410.22"
      ),
      (
        "您尾号2086的账户5月14日收入(工资)人民币8,000.00元,活期余额11,410.22元。",
        "in 8000 CNY *2086 left 11410.22"
      ),
      (
        "บัญชี X-4417 ถอน/โอนออก 500.00 บาท คงเหลือ 3,410.22 บาท 14/05/67 12:31",
        "out 500 THB *4417 left 3410.22"
      ),
      (
        "You paid PHP 350.00 to SARI STORE. Your new balance is PHP 1,204.00. Ref. No. 9012345678",
        "out 350 PHP left 1204 at SARI STORE"
      ),
      (
        "FNB: R245.99 paid from cheque a/c..7720 @ Spar Like. Avail R3410. 14May 12:31",
        "out 245.99 ZAR *7720 left 3410 at Spar Like"
      ),
      (
        "TZS 45,000 imetumwa kwenda JUMA ALI. Salio jipya TZS 120,300.",
        "out 45000 TZS left 120300 at JUMA ALI"
      ),
      (
        "Umepokea TZS 30,000 kutoka ASHA SAID. Salio lako ni TZS 150,300.",
        "in 30000 TZS left 150300 at ASHA SAID"
      ),
      (
        "Kártyás vásárlás: 4.590 HUF, SPAR-FELE, kártya *3344. Egyenleg: 123.400 HUF",
        "out 4590 HUF *3344 left 123400 at SPAR-FELE"
      ),
      (
        "Plaćanje karticom *4455: 1.250,00 RSD, MAXI-SLICAN. Raspoloživo: 22.410,00 RSD",
        "out 1250 RSD *4455 left 22410 at MAXI-SLICAN"
      ),
      (
        "Плащане с карта *6677: 34,20 BGN в МАГАЗИН СЛЪНЦЕ. Наличност 410,10 BGN",
        "out 34.20 BGN *6677 left 410.10 at МАГАЗИН СЛЪНЦЕ"
      ),
      (
        "ბარათი *8899 გადახდა 45.20 GEL, CARREFOUR-LIKE. ნაშთი 310.10 GEL",
        "out 45.20 GEL *8899 left 310.10 at CARREFOUR-LIKE"
      ),
      (
        "Վճարում 4,500.00 AMD, քարտ *1010, SAS-LIKE. Մնացորդ 45,310.00 AMD",
        "out 4500 AMD *1010 left 45310 at SAS-LIKE"
      ),
      (
        "Debitare 250.00 MDL card *1313 LINELLA-LIKE. Disponibil: 1204.50 MDL",
        "out 250 MDL *1313 left 1204.50 at LINELLA-LIKE"
      ),
      (
        "Оплата 450.00 KGS. Карта *1414. GLOBUS-LIKE. Остаток: 12 040.00 KGS",
        "out 450 KGS *1414 left 12040 at GLOBUS-LIKE"
      ),
      (
        "Харид 120.50 TJS, корт *1515, PAYKAR-LIKE, бақия 1204.00 TJS",
        "out 120.50 TJS *1515 left 1204 at PAYKAR-LIKE"
      ),
    ])
  func operations(text: String, expected: String) {
    #expect(said(text) == expected)
    #expect(Sample.facts(text).isTransaction)
    #expect(Sample.facts(text).category == .payment)
  }
}
