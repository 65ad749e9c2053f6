extension Voice {
  /// Everybody who writes to Anna and is no bank, the phishers among them.
  static let others = Voice(
    sms: [(2000, "+79000000034")], app: "org.example.messenger",
    [
      .sms(.parcel, "Заказ {reference} прибыл в пункт выдачи. Ждём вас до {due}.", from: "PVZ-Market"),
      .sms(.parcel, "Курьер привезёт заказ {reference} сегодня с 18 до 21. Он позвонит за час.", from: "Kurier24"),
      .push(.parcel, "Заказ уже едет", "Посылка {reference} прибудет {due}. Её можно забрать без паспорта.", from: "com.example.market"),
      .sms(.taxi, "Вас ожидает серый Солярис, водитель {person} Бесплатное ожидание 3 минуты.", from: "TaxiGorod"),
      .push(.taxi, "Машина подъезжает", "Белая Лада, {person} будет через 4 минуты.", from: "com.example.taxi"),
      .sms(.friend, "Ань, ты дома? Забегу минут через двадцать 🙂", from: "+79000000034"),
      .sms(.friend, "Скинь, пожалуйста, фото с дачи, бабушка просит", from: "+79000000041"),
      .sms(.friend, "С днём рождения!!! 🎂🎉 Обнимаю, пусть всё сбудется", from: "+79000000058"),
      .sms(.friend, "Билеты взял, поезд в {time}, встречаемся у касс", from: "+79000000034"),
      .sms(.friend, "Спасибо за ужин! Рецепт пирога с тебя ;)", from: "+79000000066"),
      .sms(.clinic, "Напоминаем о записи к стоматологу {due} в 10:30. Отменить: ответьте НЕТ.", from: "Dentalia"),
      .sms(.clinic, "Результаты анализов готовы, заказ {reference}. Они в личном кабинете.", from: "LabMed"),
      .sms(.operatorNote, "Пакет интернета израсходован на 80 %. Остаток обновится {due}.", from: "Operator"),
      .sms(.operatorNote, "Вам звонили, последний раз в {time}. Номер скрыт.", from: "Operator"),
      .sms(.odd, "👨‍👩‍👧‍👦🎈🎈🎈 Семейный праздник в парке 🏳️‍🌈🇷🇺 приходите все-все-все ❤️‍🔥", from: "PARK-SOBYTIYA"),
      .sms(.odd, "Стр\u{301}оки с ударе\u{301}ниями, \u{202E}яинещарбо ондо\u{202C} и табуляция\tвнутри.", from: "+79000000073"),
      .sms(
        .odd,
        "Уважаемые жильцы! "
          + String(repeating: "В связи с ремонтом теплотрассы горячая вода будет отключена, запаситесь терпением. ", count: 24)
          + "Ваша управляющая компания.", from: "UK-Uyut"),
      .sms(.odd, "\u{1B}[31mСРОЧНО\u{1B}[0m! Вы выиграли автомобиль, отправьте слово ДА на короткий номер", from: "PRIZ"),
      .sms(.phishing, "Сбербанк: ваша карта заблокирована, восстановите доступ: https://sberb\u{0430}nk.ru/vhod", from: "+79000000091"),
      .sms(.phishing, "SBERBANK: зачисление 12 400р отменено, подтвердите данные http://900-sberbank.example/r", from: "SBER-INFO"),
    ])
}
