extension Voice {
  /// Raiffeisen signs its translit lines until 2018.
  static let raiffeisen = Voice(
    sms: [(2000, "Raiffeisen")], app: "ru.raiffeisennews", pushesFrom: 2021,
    [
      .sms(
        .purchase,
        "Karta *{card}; Pokupka: {amount} RUR; RU/MOSCOW/{shop}; Data: {isoDate}; Dostupny Ostatok: {balance.full} RUR. Raiffeisenbank",
        1970...2018),
      .sms(.purchase, "Карта *{card}. Покупка {amount.full} RUB. {shop}. Баланс {balance.full} RUB. {dateFull}", 2019...2248),
      .push(.purchase, "Покупка", "Покупка {amount.spaced} ₽, {shop}. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.cash, "Карта *{card}. Снятие {amount.full} RUB. ATM {reference}. Баланс {balance.full} RUB. {dateFull}"),
      .push(.cash, "Снятие", "Снятие {amount.spaced} ₽. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.transferOut, "Карта *{card}. Перевод {amount.full} RUB. {person} Баланс {balance.full} RUB. {dateFull}"),
      .push(.transferOut, "Перевод", "Перевод {amount.spaced} ₽, {person} Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.ownOut, "Карта *{card}. Перевод {amount.full} RUB в {bank}. Баланс {balance.full} RUB. {dateFull}"),
      .push(.ownOut, "Перевод", "Перевод {amount.spaced} ₽ в {bank}. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(
        .transferIn,
        "Balans vashey karty *{card} popolnilsya {isoDate} na {amount} RUR. Dostupny ostatok: {balance.full} RUR. Raiffeisenbank",
        1970...2018),
      .sms(.transferIn, "Карта *{card}. Пополнение {amount.full} RUB. {person} Баланс {balance.full} RUB. {dateFull}", 2019...2248),
      .push(.transferIn, "Пополнение", "Пополнение {amount.spaced} ₽, {person} Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.ownIn, "Карта *{card}. Пополнение {amount.full} RUB. Баланс {balance.full} RUB. {dateFull}"),
      .push(.ownIn, "Пополнение", "Пополнение {amount.spaced} ₽ из {fromBank}. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(
        .fee, "Karta *{card}; Komissiya za SMS: {amount} RUR; Data: {isoDate}; Dostupny Ostatok: {balance.full} RUR. Raiffeisenbank",
        1970...2018),
      .sms(.fee, "Карта *{card}. Комиссия за СМС-информирование {amount.full} RUB. Баланс {balance.full} RUB. {dateFull}", 2019...2248),
      .sms(.transferCode, "Код {code} для перевода {amount.full} RUB, {person} Не сообщайте никому. Raiffeisenbank"),
      .sms(.loginCode, "Код {code} для входа в Райффайзен Онлайн. Не сообщайте никому."),
      .sms(.decline, "Карта *{card}. Отказ: покупка {amount.full} RUB. {shop}. Недостаточно средств. Баланс {balance.full} RUB"),
      .sms(.marketing, "Анна, премиальная дебетовая карта без платы за первый год. raiffeisen.ru"),
      .push(.marketing, "Кэшбэк на всё", "Платите картой и получайте 1,5 % деньгами."),
      .sms(.login, "Вход в Райффайзен Онлайн {dateFull} {time}. Не вы? Позвоните в банк."),
      .push(.login, "Вход в Райффайзен Онлайн", "{device}, {dateFull} {time}. Не вы? Позвоните в банк."),
      .sms(.outage, "{dateShort} ночью Райффайзен Онлайн будет недоступен: обновляем системы."),
    ])

  /// Gazprombank speaks as Telecard until 2021.
  static let gazprombank = Voice(
    sms: [(2000, "Gazprombank")], app: "ru.gazprombank.android.mobilebank.app", pushesFrom: 2022,
    [
      .sms(
        .purchase, "Telecard; Card{card}; Oplata; Summa {amount} RUR; {date} {seconds}; {shop}; dostupno: {balance.full} RUR", 1970...2021),
      .sms(.purchase, "*{card} -{amount}р {shop} {date} {time} Доступно {balance.full}р", 2022...2248),
      .push(.purchase, "{shopRu}", "Оплата {amount.spaced} ₽. Карта *{card}. Доступно {balance.spaced} ₽"),
      .sms(.cash, "*{card} {time} Снятие {amount}р ATM {reference} Доступно {balance.full}р"),
      .push(.cash, "Снятие наличных", "Снятие {amount.spaced} ₽. Карта *{card}. Доступно {balance.spaced} ₽"),
      .sms(.transferOut, "*{card} {time} Перевод {amount}р {person} Доступно {balance.full}р"),
      .sms(.ownOut, "*{card} {time} Перевод {amount}р в {bank} Доступно {balance.full}р"),
      .sms(.transferIn, "*{card} {time} Зачисление {amount}р {person} Доступно {balance.full}р"),
      .push(.transferIn, "Зачисление", "Зачисление {amount.spaced} ₽, {person} Карта *{card}. Доступно {balance.spaced} ₽"),
      .sms(.ownIn, "*{card} {time} Зачисление {amount}р Доступно {balance.full}р"),
      .sms(.transferCode, "Код подтверждения {code}. Перевод {amount}р, {person} Никому не сообщайте. Газпромбанк"),
      .sms(.loginCode, "Код подтверждения входа {code}. Никому не сообщайте. Газпромбанк"),
      .sms(.decline, "*{card} {time} Отказ {amount}р {shop} Недостаточно средств Доступно {balance.full}р"),
      .sms(.marketing, "Вклад «Копить»: ставка выше при открытии в приложении Газпромбанка до {due}."),
      .push(.marketing, "Газпром Бонус", "Подписка на кино и музыку со скидкой весь месяц."),
      .sms(.login, "Вход в Газпромбанк Онлайн {date} {time}. Не вы? Позвоните в банк."),
    ])

  /// The bank of Anna's week in Dubai; the only one that writes English.
  static let emirates = Voice(
    sms: [(2000, "EmiratesNBD")], app: "com.emiratesnbd.android",
    [
      .sms(
        .purchase, "Purchase of AED {amount.english} with Debit Card ending {card} at {shop} DXB. Avl Balance is AED {balance.english}."),
      .sms(.transferIn, "AED {amount.english} has been credited to your account ending {card}. Avl Balance is AED {balance.english}."),
      .sms(.login, "You logged in to Emirates NBD on {dateFull} at {time}. Not you? Call us at once."),
      .sms(.loginCode, "{code} is your One-Time Password to log in. Never share it with anyone, not even with bank staff."),
      .sms(.marketing, "Dear Anna, enjoy 20% off at partner restaurants with your debit card this month. T&Cs apply."),
    ])
}
