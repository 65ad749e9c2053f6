import Delivery
import Model

extension DeliveryStrings {
  static let russian = DeliveryStrings(
    cell: word,
    bankCell: "банк",
    refusal: { refusal, bank in
      switch refusal {
      case .bankDecides: "\(bank) решает сам; изменить может только его поддержка"
      case .senderDecides: "решает отправитель"
      case .onlySupport: "\(bank) меняет это только при личном обращении"
      case .fixed(.push): "\(bank) шлёт их по push, что бы ни было выбрано"
      case .fixed(.sms): "\(bank) шлёт их по СМС, что бы ни было выбрано"
      case .fixed(.messenger): "\(bank) шлёт их в мессенджер, что бы ни было выбрано"
      case .notSwitchable: "\(bank) не даёт переключать их никому"
      case .unknownBank: "неизвестно, как доставляет \(bank)"
      }
    },
    layer: { kind in
      switch kind {
      case .policy: "закрепил банк"
      case .event: "для этого события"
      case .category: "для этой категории"
      case .bank: "для этого банка"
      case .account: "для всех банков"
      case .initial: "как банк делает сам"
      }
    },
    why: { reason in
      switch reason {
      case .noDevice: "нет устройства"
      case .unlinked: "устройство отвязано"
      case .coolingOff: "устройству ещё не доверяют"
      case .noApp: "приложения нет"
      case .notPermitted: "push не разрешены"
      case .subscriptionLost: "подписка на push потеряна"
      case .offline: "нет интернета"
      case .lost: "потеряно в пути"
      case .noNumber: "нет номера"
      case .phoneOff: "телефон выключен"
      case .noMessenger: "нет мессенджера"
      case .noPackage: "пакет не оплачен"
      case .chosen(let channel): "клиент выбрал \(word(channel))"
      case .chosenFrom(let channel, let device): "выбор: \(word(channel)), с \(device)"
      case .sentInstead(let channel): "вместо этого ушло \(channel == .messenger ? "в" : "по") \(word(channel))"
      case .preferred(let device): "push идут на \(device)"
      }
    },
    state: { state, now in
      switch state {
      case .seen: "упомянуто"
      case .pending: "ждёт подтверждения"
      case .cooling(let until): "проверка, ещё \(left(until, now))"
      case .suspected: "под подозрением"
      case .unquestioned: "не подтверждено"
      case .linked: "доверенное"
      case .unlinked: "отвязано"
      }
    },
    suspected: { "под подозрением: \($0)" },
    switched: { bank, category, channel in "\(bank), \(category): теперь \(channel == .sms ? "СМС" : channel.name)" },
    takenBack: { bank, category in "\(bank), \(category): выбор отменён" },
    deviceChanged: { step, device in
      switch step {
      case .bound: "\(device): привязано"
      case .unbound: "\(device): отвязано, туда больше ничего не уйдёт"
      case .confirmed: "\(device): это вы"
      case .reported: "\(device): не ваше, отмечено"
      case .pushOn: "\(device): push включены"
      case .pushOff: "\(device): push выключены"
      case .preferred: "\(device): push теперь идут сюда"
      }
    },
    undone: { "Отменено; теперь \($0)" },
    unanswered: { "\($0): ваше ли оно, никто не ответил" },
    settledFindings: { "отвечено на \($0) \(Plural.russian($0, "находку", "находки", "находок"))" },
    nothingArranged: "Здесь нечего отменять.",
    columnBank: "банк", columnDevice: "устройство", columnState: "состояние", columnSince: "с", columnUsed: "использовано",
    pushOn: "push вкл", pushOff: "push выкл",
    everyBank: "все банки",
    unknownBank: { "Нет банка «\($0)», о доставке которого известно. Политики перечисляет `kolokol lab show`." },
    unknownScope: { "Нет «\($0)»: ожидалось одно из \($1)" },
    unknownDevice: { "Нет устройства «\($0)». Их перечисляет `kolokol devices`." },
    severalBanks: { "\($0) привязано к нескольким банкам: добавьте --bank, один из \($1)" },
    noChannels: "Ещё ничего не прислал ни один банк, о доставке которого известно.",
    noDevices: "Устройств пока нет: здесь ничего не привязано, и сообщения их не называют.",
    nextWouldGo: { "\($1): следующее сообщение (\($0)) пойдёт" },
    atOnce: "сразу",
    afterStop: { stop, wait in
      switch stop {
      case .never: "вместе с ним"
      case .delivered: "если не дошло за \(wait)"
      case .seen: "если не открыто за \(wait)"
      case .entered: "если код не введён за \(wait)"
      }
    },
    nowhere: "никуда: адресов не известно",
    unnamed: { $0 == .push ? "устройство, куда приходят push" : "номер, куда приходят СМС" },
    whoCouldRead: "Прочесть могут:", nobody: "никто",
    lastMonth: { parts, cost, pushes in
      "За 30 дней: \(parts) \(Plural.russian(parts, "СМС", "СМС", "СМС")), \(cost); push \(pushes)"
    },
    allBySMS: { parts, cost in "Всё по СМС: \(parts), \(cost); по push: 0" },
    lostAsPush: { count, codes, reason in
      count == 0
        ? "Будь всё по push, за месяц не потерялось бы ничего"
        : "Будь всё по push, за месяц потерялось бы \(count)"
          + (codes > 0 ? " (\(codes) \(Plural.russian(codes, "код", "кода", "кодов")))" : "") + (reason.map { ", \($0)" } ?? "")
    },
    chosenBy: { time, who in "Выбрано \(time): \(who)" },
    you: "вы", byBank: "банк", byNobodyKnown: "кто-то, по сообщению",
    breaks: "Этот банк нарушает:",
    layers: "Кто решает, от сильнейшего",
    history: "Кто что выбирал", noHistory: "Ещё никто ничего не выбирал.",
    sendMenu: { "\($0) шлёт…" },
    sending: { message in
      switch message {
      case .payment: "платёж"
      case .code: "код"
      case .login: "вход"
      case .newDevice: "новое устройство"
      case .statement: "выписка"
      }
    },
    landed: { what, place in "\(what) → \(place)" },
    notToYou: "вам ничего не пришло",
    justSent: { what, time in "Отправлено в \(time): \(what)" },
    delivered: { "доставлено \($0)" }, underway: { "будет в \($0)" },
    onlyInDemo: "Сообщения шлют только банки демонстрации: kolokol demo",
    snoozed: { bank, until in
      (bank.map { $0 + ": " } ?? "") + (until.map { "всё, что может подождать, ждёт до: \($0)" } ?? "пауза окончена")
    },
    quietHours: { bank, hours in (bank.map { $0 + ": " } ?? "") + (hours.map { "тихие часы \($0)" } ?? "тихих часов больше нет") },
    badLength: { "\($0): ожидалась длительность, например 30m, 2h или 1d, не больше 30 дней" },
    badHours: { "\($0): ожидались часы, например 23:00-07:00" },
    nothingHeld: "Ничего не придерживается",
    heldUntil: { "придержано до: \($0)" },
    quietMenu: "Что может подождать, ждёт…",
    quietChoice: { choice, bank in
      switch choice {
      case .bankHour: "\(bank): час"
      case .bankNight: "\(bank): 8 часов"
      case .allHour: "все банки: час"
      case .allNight: "все банки: 8 часов"
      case .hours: "все банки: каждый день 23:00–07:00"
      case .end: "\(bank): больше не ждать, слать всё сразу"
      }
    },
    onlyLive: "Остановить или ускорить можно только живую демонстрацию: kolokol demo --live",
    live: { clock, progress in "ЖИВЬЁМ \(clock) \(progress)" },
    liveProgress: { speed, seconds, isPaused in
      isPaused ? "стоп, ×\(speed)" : seconds.map { "×\(speed), следующее через \($0) с" } ?? "конец"
    },
    noStory: { "\($0): ожидались сообщения, по объекту JSON в строке (docs/formats.md), но их нет" },
    channelHints: [("пробел", "переключить"), ("+", "банк шлёт…"), ("s", "пауза"), ("h", "история"), ("z", "отмена"), ("?", "справка")],
    linkedCount: { linked, unlinked, mentioned in
      "привязано \(linked), отвязано \(unlinked)" + (mentioned > 0 ? ", упомянуто \(mentioned)" : "")
    },
    sinceDay: { day, isLately in isLately ? day : "с \(day)" }, usedDay: { "активно \($0)" },
    range: { "\($0) – \($1)" },
    inMessages: "из сообщений", byPush: "известно по push", reported: "не ваше", confirmed: "ваше",
    linkedAlready: { "\($0): уже привязано." },
    notLinked: { "\($0): не привязано." },
    legend: "B привязка  U отвязка  P смена канала  c код  n уведомление  l вход",
    lately: "Недавно",
    happened: { kind, endpoint in
      switch kind {
      case .login: "вход, сообщено на \(endpoint)"
      case .notice: "уведомление на \(endpoint)"
      case .code: "код на \(endpoint)"
      case .switched: "уведомления переключены на \(endpoint)"
      case .unbound: "\(endpoint): отвязка"
      case .bound: "\(endpoint): привязка"
      }
    },
    deviceHints: [
      ("u", "отвязать"), ("y", "моё"), ("n", "не моё"), ("p", "push"), ("b", "банк"), ("z", "отмена"), ("?", "справка"),
    ],
    whatNow: { device, phone, unlinking in
      [
        "Позвоните в банк" + (phone.map { ", \($0)" } ?? "") + ": пусть отвяжут \(device) и закроют доступ.",
        "\(unlinking) отвязывает его здесь: колокол больше не считает его вашим.",
        "Никому не называйте коды, кто бы ни звонил.",
      ]
    })

  @Sendable private static func word(_ channel: Channel) -> String {
    switch channel {
    case .push: "push"
    case .sms: "СМС"
    case .messenger: "мессенджер"
    }
  }

  private static func left(_ until: Timestamp, _ now: Timestamp) -> String {
    let minutes = max(0, (until.milliseconds - now.milliseconds + 59_999) / 60_000)
    return minutes >= 60 ? "\(minutes / 60) ч \(minutes % 60) мин" : "\(minutes) мин"
  }
}
