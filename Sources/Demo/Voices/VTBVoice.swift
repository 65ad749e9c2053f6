extension Voice {
  /// VTB24 in translit until 2017, then VTB; a login always comes by SMS and names the device or browser.
  static let vtb = Voice(
    sms: [(2000, "VTB24"), (2018, "VTB")], app: "ru.vtb24.mobilebanking.android", pushesFrom: 2020,
    [
      .sms(
        .purchase, "Karta *{card}: Oplata {amount.full} RUR; {shop}; {dateFull} {time}, dostupno {balance.full} RUR. VTB24", 1970...2017),
      .sms(.purchase, "Оплата {amount}р Карта*{card} {shop} Баланс {balance}р {time}", 2018...2248),
      .push(.purchase, "Оплата {amount.spaced} ₽", "Оплата {amount.spaced} ₽, {shop}. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(
        .onlinePurchase, "Karta *{card}: Oplata {amount.full} RUR; {shop}; {dateFull} {time}, dostupno {balance.full} RUR. VTB24",
        1970...2017),
      .sms(.onlinePurchase, "Оплата {amount}р Карта*{card} {shop} Баланс {balance}р {time}", 2018...2248),
      .push(.onlinePurchase, "Оплата {amount.spaced} ₽", "Оплата {amount.spaced} ₽, {shop}. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.abroadPurchase, "Оплата {shown} {currency} Карта*{card} {shop} Баланс {balance}р {time}"),
      .sms(
        .cash, "Karta *{card}: snyatie {amount.full} RUR; BANKOMAT {reference}; {dateFull} {time}, dostupno {balance.full} RUR. VTB24",
        1970...2017),
      .sms(.cash, "Снятие {amount}р Карта*{card} Банкомат {reference} Баланс {balance}р {time}", 2018...2248),
      .push(.cash, "Снятие {amount.spaced} ₽", "Снятие {amount.spaced} ₽ в банкомате. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(
        .transferOut, "Karta *{card}: perevod {amount.full} RUR; {personLatin}; {dateFull} {time}, dostupno {balance.full} RUR. VTB24",
        1970...2017),
      .sms(.transferOut, "Перевод {amount}р Карта*{card} {person} Баланс {balance}р {time}", 2018...2248),
      .push(.transferOut, "Перевод {amount.spaced} ₽", "Перевод {amount.spaced} ₽, {person} Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.ownOut, "Перевод {amount}р Карта*{card} в {bank} Баланс {balance}р {time}"),
      .push(.ownOut, "Перевод {amount.spaced} ₽", "Перевод {amount.spaced} ₽ в {bank}. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.savings, "Списание {amount}р Карта*{card} на накопительный счет Баланс {balance}р {time}"),
      .sms(.loanPayment, "Spisanie {amount.full} RUR Karta *{card} pogashenie kredita. Dostupno {balance.full} RUR. VTB24", 1970...2017),
      .sms(.loanPayment, "Списание {amount}р Счет*{card} Погашение кредита Баланс {balance}р {time}", 2018...2248),
      .push(.loanPayment, "Платёж по кредиту", "Списание {amount.spaced} ₽ в погашение кредита. Карта *{card}. Баланс {balance.spaced} ₽"),
      .sms(.fee, "Списание {amount}р Карта*{card} Комиссия за пакет уведомлений Баланс {balance}р {time}"),
      .sms(.refund, "Возврат {amount}р Карта*{card} {shop} Баланс {balance}р {time}"),
      .sms(.cashIn, "Поступление {amount}р Карта*{card} Банкомат {reference} Баланс {balance}р {time}"),
      .sms(
        .transferIn, "Schet *{card}: postuplenie {amount.full} RUR; {dateFull} {seconds}; dostupno {balance.full} RUR. VTB24", 1970...2017),
      .sms(.transferIn, "Поступление {amount}р Счет*{card} от {person} Баланс {balance}р {time}", 2018...2248),
      .push(
        .transferIn, "Поступление {amount.spaced} ₽", "Поступление {amount.spaced} ₽ от {person} Счёт *{card}. Баланс {balance.spaced} ₽"),
      .sms(.ownIn, "Schet *{card}: postuplenie {amount.full} RUR; {dateFull} {seconds}; dostupno {balance.full} RUR. VTB24", 1970...2017),
      .sms(.ownIn, "Поступление {amount}р Счет*{card} из {fromBank} Баланс {balance}р {time}", 2018...2248),
      .push(
        .ownIn, "Поступление {amount.spaced} ₽", "Поступление {amount.spaced} ₽ из {fromBank}. Счёт *{card}. Баланс {balance.spaced} ₽"),
      .sms(.purchaseCode, "{code} - parol dlya oplaty {amount.full} RUR v {shop}. Nikomu ego ne soobschayte. VTB24", 1970...2017),
      .sms(.purchaseCode, "{code} - код для оплаты {amount}р в {shop}, карта *{card}. Никому его не сообщайте. ВТБ", 2018...2248),
      .sms(.transferCode, "{code} - код для перевода {amount}р, получатель {person} Никому его не сообщайте. ВТБ"),
      .sms(.loginCode, "{code} - parol dlya vhoda v VTB24-Online. Nikomu ego ne soobschayte.", 1970...2017),
      .sms(.loginCode, "{code} - код для входа в ВТБ Онлайн. Никому его не сообщайте.", 2018...2248),
      .sms(.decline, "Отказ в оплате {amount}р Карта*{card} {shop} Недостаточно средств Баланс {balance}р {time}"),
      .sms(.loanReminder, "Напоминаем: {due} дата платежа по кредиту, сумма {amount}р. ВТБ"),
      .push(.loanReminder, "Скоро дата платежа", "Напоминаем: {due} дата платежа по кредиту, сумма {amount.spaced} ₽"),
      .push(.marketing, "Мультибонус", "Выберите категории с повышенным кэшбэком до конца недели."),
      .sms(.marketing, "Анна, соберите все кредиты в один и платите меньше: заявка в ВТБ Онлайн за 3 минуты."),
      .push(.marketing, "Вклад «Новое время»", "Ставка для тех, у кого вклада у нас ещё не было. Сумма от 30 000 ₽."),
      .sms(.marketing, "Анна, рефинансируйте кредиты в ВТБ под пониженную ставку. Тел. 1000"),
      .sms(.greeting, "С праздником, Анна! Ваш ВТБ."),
      .sms(.outage, "{dateShort} с 00:00 до 06:00 ВТБ Онлайн может работать с перерывами."),
      .push(.service, "Отделение переехало", "Ваше отделение теперь работает по новому адресу. Часы работы прежние."),
      .sms(.login, "Vhod v VTB24-Online {dateFull} {time}. Ne Vy? Pozvonite v bank.", 1970...2017),
      .sms(.login, "Вход в ВТБ Онлайн: {device}, {dateFull} {time}. Не вы? Позвоните 1000", 2018...2248),
      .sms(.passwordChanged, "Пароль для входа в ВТБ Онлайн изменен {dateFull} {time}. Не вы? Позвоните 1000"),
      .sms(.phoneChanged, "Доверенный номер телефона изменен. Не вы? Позвоните в банк."),
      .sms(.deviceBound, "Вход в ВТБ Онлайн с нового устройства: {device}, {dateFull} {time}. Не вы? Позвоните 1000"),
      .sms(.deviceUnbound, "Устройство {device} удалено из ВТБ Онлайн {dateFull} {time}."),
    ])
}
