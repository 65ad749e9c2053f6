import Model
import Parsing
import Screen
import Storage

extension Strings {
  /// The texts in Russian.
  public static let russian = Strings(
    language: .russian,
    decimalSeparator: ",",
    today: "Сегодня",
    yesterday: "Вчера",
    weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    months: [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ],
    shortMonths: ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
    category: { category in
      switch category {
      case .code: "код"
      case .payment: "платёж"
      case .security: "защита"
      case .statement: "выписка"
      case .marketing: "реклама"
      case .service: "сервис"
      }
    },
    uncategorised: "прочее",
    channel: { channel in
      switch channel {
      case .push: "push"
      case .sms: "СМС"
      case .messenger: "мессенджер"
      }
    },
    status: { status in
      switch status {
      case .queued: "в очереди"
      case .sent: "отправлено"
      case .delivered: "доставлено"
      case .seen: "прочитано"
      case .failed: "не доставлено"
      case .expired: "истекло"
      case .notSent: "не отправлено"
      }
    },
    security: { kind in
      switch kind {
      case .deviceBound: "привязано новое устройство"
      case .deviceUnbound: "устройство отвязано"
      case .tokenLinked: "карта добавлена в кошелёк"
      case .login: "вход"
      case .credentialChanged: "пароль изменён"
      case .channelChanged: "канал переключён"
      case .phoneChanged: "номер телефона изменён"
      case .simChanged: "SIM заменена"
      case .blocked: "заблокировано"
      case .bindingRequested: "код или запрос на привязку"
      case .loginRequested: "код для входа"
      case .changeRequested: "код для изменения"
      case .loginFailed: "неудачный вход"
      case .deviceRenamed: "устройство переименовано"
      case .appActivated: "приложение активировано"
      case .keyAdded: "добавлен ключ входа, токен или биометрия"
      case .tokenUnlinked: "карта удалена из кошелька"
      case .contactChanged: "изменён адрес e-mail"
      case .callsForwarded: "включена переадресация звонков"
      case .trusteeNamed: "назначено доверенное лицо"
      case .loanBanLifted: "снят самозапрет на кредиты"
      case .outsideAccess: "доступ стороннего сервиса"
      }
    },
    order: { order in
      switch order {
      case .newest: "сначала новые"
      case .oldest: "сначала старые"
      case .amount: "сначала крупные суммы"
      }
    },
    screen: screenInRussian,
    screenShort: { screen in
      switch screen {
      case .inbox: "Вход."
      case .channels: "Каналы"
      case .devices: "Устр."
      case .security: "Защита"
      case .lab: "Лаб."
      }
    },
    allBanks: "Все",
    allCategories: "все виды",
    otherSenders: "Другие отправители",
    archive: "Архив",
    unread: { count, n in "\(count) \(Plural.russian(n, "непрочитанное", "непрочитанных", "непрочитанных"))" },
    hitCount: { count, _ in "найдено \(count)" }, hitOf: { "\($0) из \($1)" },
    kept: { count, n, year in "\(count) \(Plural.russian(n, "сообщение", "сообщения", "сообщений")) с \(year) года" },
    hiddenOthers: { count, n in "\(Plural.russian(n, "скрыто", "скрыты", "скрыто")) \(count) от других отправителей" },
    selected: { count, n in "\(Plural.russian(n, "выбрано", "выбраны", "выбрано")) \(count)" },
    newAbove: { count, n in "\(count) \(Plural.russian(n, "новое", "новых", "новых")) ↑" },
    demoBadge: "ДЕМО: данные выдуманы", demoMark: "ДЕМО",
    searchLabel: "поиск:",
    filterLabel: "фильтр:",
    sortedBy: { "порядок: \($0)" },
    hintSearch: "поиск",
    hintFilter: "фильтр",
    hintRead: "прочитано",
    hintUndo: "отменить",
    hintHelp: "справка",
    hintBanks: "банки",
    hintComplete: "дополнить",
    hintApply: "применить",
    hintCancel: "отмена",
    deliveries: "Доставки",
    raw: "Как пришло",
    amount: "Сумма",
    balance: "Остаток",
    cameBack: "возврат",
    takenBack: "операция отменена",
    due: "Срок платежа",
    minimum: "Минимальный платёж",
    card: "Карта",
    merchant: "Где",
    device: "Устройство",
    place: "Место",
    change: "Смена",
    code: "Код",
    codeHidden: "Код закрыт. c покажет его на 10 секунд.",
    codeDoubted: "Закрыто то, что может быть кодом, ○. c покажет его на 10 секунд.",
    codeOld: "Старый код, закрыт. Два нажатия c покажут его на 10 секунд.",
    codeShown: { "Закроется через \($0) с." },
    moreBelow: "ниже ещё ↓",
    loading: "Читаю…",
    welcome: "В колоколе пусто. Что дальше?",
    welcomeDemo: "посмотреть демо: выдуманная история за десять лет",
    welcomeImport: "загрузить файл с телефона",
    welcomeHelp: "что делают клавиши",
    welcomeOthers: { count, n in
      "\(count) \(Plural.russian(n, "сообщение", "сообщения", "сообщений")) от отправителей, которых нет среди банков: → покажет"
    },
    noHits: { "Ничего со словами «\($0)»." },
    noMatches: "Ничего не подходит.",
    noMatchesHint: "вернуться ко всему",
    nothingHere: "Здесь пусто.",
    tooSmall: { "Колоколу нужно не меньше \($0)×\($1) знаков. Увеличьте окно или нажмите Q для выхода." },
    confirmMarkAll: { count, n in
      "Отметить \(count) \(Plural.russian(n, "сообщение прочитанным", "сообщения прочитанными", "сообщений прочитанными"))?"
    },
    confirmKeys: "y  да     любая другая  нет",
    closeKeys: "любая клавиша  закрыть",
    changed: { change, count, n in Strings.deedInRussian(change) + ": " + count },
    undone: { change, count, n in "Отменено: " + Strings.deedInRussian(change).lowercased() + ", " + count },
    redone: { change, count, n in "Повторено: " + Strings.deedInRussian(change).lowercased() + ", " + count },
    undoHint: "z отменит",
    nothingToUndo: "Отменять нечего.",
    nothingToRedo: "Повторять нечего.",
    nothingUnread: "В эту сторону непрочитанных нет.",
    noMoreHits: "В эту сторону больше ничего не нашлось.",
    noSearchYet: "Поиска ещё не было: / начнёт его.",
    nothingToMark: "Всё показанное уже прочитано.",
    copied: { count, n in
      "\(Plural.russian(n, "Скопировано", "Скопированы", "Скопировано")) \(count) \(Plural.russian(n, "сообщение", "сообщения", "сообщений")), коды закрыты"
    },
    noCodeHere: "В этом сообщении нет кода.",
    oldCodeAgain: "Коду больше 10 минут, он уже никому не нужен. Ещё раз c покажет его всё равно.",
    themeNow: { "Тема: \($0)" },
    unknownCommand: { "Нет команды «\($0)». Tab дополняет, ? показывает все." },
    unknownArgument: { "«\($0)» нет среди: \($1)" },
    rangeSelecting: "Выделение: двигайтесь, потом v, m, p, a или y. Esc закончит.",
    utf8Hint: "Локаль терминала не UTF-8: знаки рисуются в ASCII. Попробуйте LANG=C.UTF-8.",
    spendingTitle: "Траты",
    spendingByMonth: "По месяцам",
    spendingByMerchant: "Где",
    spendingNone: "Среди этих сообщений нет платежей.",
    spendingUnknownMerchant: "неизвестно",
    spendingHints: [("↑↓", "листать"), ("Tab", "другая валюта"), ("Esc", "закрыть")],
    importing: { file, percent, count, _ in "загрузка \(file): " + (percent.map { "\($0) %, " } ?? "") + count },
    imported: { "Загружено: добавлено \($0), объединено \($1), уже было \($2), отвергнуто \($3)" },
    alreadyImporting: "Идёт другая загрузка: подождите, пока она закончится",
    importCommand: "Из командной строки: kolokol import ФАЙЛ",
    importStrings: .russian,
    parseStrings: .russian,
    reparseStrings: .russian,
    deliveryStrings: .russian,
    labStrings: .russian,
    ledgerStrings: .russian,
    merging: .russian,
    securityStrings: .russian,
    helpTitle: "Что делают клавиши",
    helpHint: "печатайте, чтобы искать; Enter выполнит",
    helpNothing: "Такого нет.",
    operation: operationInRussian,
    askRevealCodes: "Коды будут напечатаны открыто. Продолжить? [y/n]",
    codesStayCovered: "Ничего не напечатано. Без --reveal-codes коды закрыты.",
    noSuchNotification: { "Сообщения \($0) нет. `kolokol list` печатает номера, которые есть." },
    listElsewhere: { "Во входящих ничего; в архиве и у других отправителей \($0): --everywhere." },
    listCut: { "Показаны первые \($0); --all покажет все." },
    copyTooLong: "Столько терминалы в буфер обмена не берут: выберите меньше сообщений.",
    noTerminal: "Колоколу нужен терминал для ввода и вывода. Без него печатает `kolokol list`.",
    noTerm: "TERM не задан, возможности терминала неизвестны. Попробуйте TERM=xterm-256color kolokol.",
    unknownTerm: { "На этой машине нет описания терминала «\($0)». Попробуйте TERM=xterm-256color kolokol или установите ncurses-term." },
    cannotMoveCursor: { "Терминал «\($0)» не умеет ставить курсор. Попробуйте TERM=xterm-256color kolokol или `kolokol list`." },
    cannotWriteOutput: { "Не удаётся записать вывод: \($0). Сделано то, что успело показаться." },
    preparingDemo: { "Придумываю историю: \($0) %" },
    doctorColours: { "цветов: \($0)" },
    doctorNoDatabase: "ещё нет. Появится при загрузке файла: kolokol import ФАЙЛ",
    doctorMessages: { count, n in "\(count) \(Plural.russian(n, "сообщение", "сообщения", "сообщений"))" },
    doctorOthersCanRead: "Ваши сообщения могут читать другие:",
    doctorFiles: {
      "\($0) \(Plural.russian($0, "банк", "банка", "банков")), \($1) \(Plural.russian($1, "тема", "темы", "тем")), "
        + "\($2) \(Plural.russian($2, "политика", "политики", "политик"))"
    },
    storeError: errorInRussian,
    filterError: filterErrorInRussian,
    themeProblem: themeProblemInRussian, tomlReason: tomlReasonInRussian,
    dataFileProblem: dataFileProblemInRussian,
    completion: completionInRussian
  )

  private static func deedInRussian(_ change: Change) -> String {
    switch change {
    case .read: "Отмечено прочитанными"
    case .unread: "Отмечено непрочитанными"
    case .pin: "Закреплено"
    case .unpin: "Откреплено"
    case .archive: "Убрано в архив"
    case .unarchive: "Возвращено из архива"
    }
  }

  @Sendable private static func screenInRussian(_ screen: BellScreen) -> String {
    switch screen {
    case .inbox: "Входящие"
    case .channels: "Каналы"
    case .devices: "Устройства"
    case .security: "Защита"
    case .lab: "Лаборатория"
    }
  }

  @Sendable private static func operationInRussian(_ operation: Operation) -> String {
    switch operation {
    case .down: "на строку вниз"
    case .up: "на строку вверх"
    case .pageDown: "на экран вниз"
    case .pageUp: "на экран вверх"
    case .halfPageDown: "на полэкрана вниз"
    case .halfPageUp: "на полэкрана вверх"
    case .first: "к первой строке"
    case .last: "к последней строке"
    case .nextUnread: "к следующему непрочитанному"
    case .previousUnread: "к предыдущему непрочитанному"
    case .open: "открыть: станет прочитанным, клавиши листают текст"
    case .back: "на шаг назад"
    case .switchPane: "между списком и текстом"
    case .nextBank: "следующая вкладка банка"
    case .previousBank: "предыдущая вкладка банка"
    case .nextCategory: "следующий вид: коды, платежи, защита…"
    case .previousCategory: "предыдущий вид"
    case .search: "искать по всей истории по мере набора"
    case .nextHit: "следующее найденное"
    case .previousHit: "предыдущее найденное"
    case .filter: "фильтр: банк:сбер это:непрочитано сумма>1000 с:2026-01-01"
    case .sort: "порядок: новые, старые, крупные суммы"
    case .toggleRead: "прочитано или не прочитано"
    case .markAllRead: "всё показанное прочитано (сначала спросит)"
    case .pin: "закрепить или открепить"
    case .archive: "в архив или обратно"
    case .select: "выбрать строку"
    case .selectRange: "выбрать подряд"
    case .splitOrJoin: "разделить слитую строку или слить две отмеченные"
    case .undo: "отменить"
    case .redo: "повторить отменённое"
    case .copy: "скопировать текст, коды закрыты"
    case .revealCode: "показать код на 10 секунд"
    case .rawText: "текст как пришёл или что из него прочитано"
    case .spending: "траты по месяцам и по местам"
    case .theme: "следующая тема"
    case .reload: "прочитать список заново"
    case .redraw: "нарисовать экран заново"
    case .importFile: "загрузить файл"
    case .demo: "посмотреть демо"
    case .command: "командная строка"
    case .help: "этот список"
    case .suspend: "приостановить"
    case .quit: "назад или выход"
    case .quitAtOnce: "выход"
    case .showInbox: "входящие"
    case .showChannels: "каналы"
    case .showDevices: "устройства"
    case .showSecurity: "находки"
    case .showLab: "лаборатория"
    case .left: "влево"
    case .right: "вправо"
    case .switchChannel: "переключить канал"
    case .snooze: "придержать то, что может подождать: пауза, тихие часы"
    case .bankSends: "пусть банк пришлёт (в демонстрации)"
    case .history: "кто и когда что выбрал"
    case .linkDevice: "привязать снова"
    case .unlinkDevice: "отвязать устройство"
    case .mine: "это моё"
    case .notMine: "это не моё: что делать"
    case .togglePush: "push включить или выключить"
    case .showMessages: "сообщения, где названо устройство"
    case .showPolicy: "выбранная политика: путь злоумышленника, что нарушает, правила"
    case .sortPolicies: "порядок по следующему столбцу"
    case .editPolicy: "править копию политики"
    case .playPath: "посмотреть путь злоумышленника вживую, в одноразовой базе"
    case .savePolicy: "записать политику в файл"
    case .livePause: "живая демонстрация: остановить, продолжить"
    case .liveStep: "живая демонстрация: к следующему сообщению"
    case .liveFaster: "живая демонстрация: быстрее"
    case .liveSlower: "живая демонстрация: медленнее"
    case .answerAlert: "ответить на тревогу: это были вы?"
    case .showRelated: "находки на этом сообщении"
    case .triage: "принять, закрыть, отложить, с комментарием"
    case .selectAll: "выбрать все или ни одной"
    case .nextStage: "открытые, новые, закрытые, все"
    case .nextSeverity: "с какой важности показывать"
    case .months: "сколько было по месяцам"
    case .printFinding: "напечатать находку в файл"
    }
  }
}
