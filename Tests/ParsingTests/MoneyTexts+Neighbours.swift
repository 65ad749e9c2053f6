extension MoneyTexts {
  /// Texts as banks of Russia and its neighbours write them: Cyrillic, transliterated, in their own languages.
  static let neighbours: [(text: String, said: String)] = [
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
      "Списання 245.00 UAH картка *1199 SILPO-LIKE. Залишок 3 410.10 UAH",
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
    (
      "Oplata 1250,00 RUR Karta*4417 14/05/24 12:31 LAVKA 12 Bal: 8310,22 RUR",
      "out 1250 RUB *4417 left 8310.22 at LAVKA 12"
    ),
    (
      "Счет *6048 пополнен на 2 500,00 RUB 14.05.2024. Баланс 48 210,07 RUB. Банк",
      "in 2500 RUB *6048 left 48210.07"
    ),
    (
      "Прих. 640р, *6048, от ИП Иванов, ост. 12 450р",
      "in 640 RUB *6048 left 12450 at ИП Иванов"
    ),
    (
      "Расх. 89,50р, *7720, VELOMIR, ост. 917,33р",
      "out 89.50 RUB *7720 left 917.33 at VELOMIR"
    ),
    (
      "Karta *4417: spisanie 640.00 RUB (KAFE ZERNO), 14.05 12:31. Ostatok: 12450.70 RUB",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "14.05.24 12:31 Karta *4417 Pokupka 640 RUB KAFE ZERNO Balans 12450.70 RUB",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "Podtverzhdena oplata 640.00 RUB. KAFE ZERNO. Karta *4417. Dostupno: 12450.70 RUB",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "Уведомление: с вашей карты *4417 оплачено 640,00 руб. Место: KAFE ZERNO. Доступный остаток: 12450,70 руб.",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "Покупка KAFE ZERNO 640 руб., карта 4417, 14.05.2024 12:31, баланс 12450 руб.",
      "out 640 RUB *4417 left 12450 at KAFE ZERNO"
    ),
    (
      "Сумма: 640.00 RUB / Операция: Покупка / Карта: *4417 / Место: KAFE ZERNO / Остаток: 12450.70 RUB",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "Halva *4417. Pokupka 640.00 RUB v KAFE ZERNO. Dostupno 12450.70 RUB",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "Вы совершили покупку на сумму 640 ₽ в KAFE ZERNO. Баланс карты *4417 – 12 450,70 ₽",
      "out 640 RUB *4417 left 12450.70 at KAFE ZERNO"
    ),
    (
      "Оплата ЖКХ 3 412,18 ₽. Счёт *6048. Остаток 9 037,89 ₽",
      "out 3412.18 RUB *6048 left 9037.89 at ЖКХ"
    ),
    (
      "На вашу карту *4417 поступил перевод 1 000 ₽ от Ивана И. Баланс 13 450,70 ₽",
      "in 1000 RUB *4417 left 13450.70 at Ивана И"
    ),
    (
      "Пополнение с карты другого банка: 5 000 ₽. Карта *4417. Доступно 17 450,70 ₽",
      "in 5000 RUB *4417 left 17450.70"
    ),
    (
      "Аванс 25 000 ₽ зачислен. Счёт *6048, доступно 34 037,89 ₽",
      "in 25000 RUB *6048 left 34037.89"
    ),
    (
      "Пенсия 18 400,00 RUB зачислена на *6048. Доступно 19 037,89 RUB",
      "in 18400 RUB *6048 left 19037.89"
    ),
    (
      "Списание по исполнительному документу 1 500,00 RUB. Счёт *6048. Остаток 300,00 RUB",
      "out 1500 RUB *6048 left 300"
    ),
    (
      "Резервирование 1 500 ₽ OTEL MORE карта *4417 доступно 10 950,70 ₽",
      "out 1500 RUB *4417 left 10950.70 at OTEL MORE"
    ),
    (
      "BELKART *1199 OPLATA 12.40 BYN MAG. \"ROMASHKA\" MINSK OSTATOK 310.22 BYN 14.05.24 12:31",
      "out 12.40 BYN *1199 left 310.22 at ROMASHKA"
    ),
    (
      "Karta 5.4417; Oplata uspeshno; Summa: 12.40 BYN; Data: 14/05/24; Mesto: ROMASHKA; Ostatok: 310.22 BYN",
      "out 12.40 BYN *4417 left 310.22 at ROMASHKA"
    ),
    (
      "Кaртa *7788 ұсталды 4 500 ₸ MAGNUM-LIKE. Қолжетімді: 120 000 ₸",
      "out 4500 KZT *7788 left 120000 at MAGNUM-LIKE"
    ),
    (
      "Monobank-like: Витрата 245₴ АТБ-ЛАЙК. Баланс 3 410₴",
      "out 245 UAH left 3410 at АТБ-ЛАЙК"
    ),
    (
      "5*19 Покупка 245.00UAH SILPO-LIKE 12:31 Bal. 3410.10UAH",
      "out 245 UAH *19 left 3410.10 at SILPO-LIKE"
    ),
    (
      "Card *4417: 25.40 AZN MARKET. 14.05.24 12:31. Balance 310.25 AZN",
      "out 25.40 AZN *4417 left 310.25 at MARKET"
    ),
    (
      "HUMO karta *6622: -45 000.00 UZS; KORZINKA; 14.05.24 12:31; Balans: 312 400.00 UZS",
      "out 45000 UZS *6622 left 312400 at KORZINKA"
    ),
    (
      "Pul tushdi: +500 000 so'm. Karta *6622. Balans: 812 400 so'm",
      "in 500000 UZS *6622 left 812400"
    ),
  ]
}
