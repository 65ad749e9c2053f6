import Delivery
import Model

extension LabStrings {
  static let russian = LabStrings(
    name: { $0.nameRu },
    remark: { $0.remarkRu },
    column: { column in
      switch column {
      case .reachedSoon: "за 1 мин"
      case .reached: "дошло"
      case .median: "медиана"
      case .costPer1000: "₽/1000"
      case .costPerMonth: "₽/месяц"
      case .lost: "потери ‰"
      case .kept: "хранится"
      case .exposed: "чужому"
      case .warned: "сказано"
      case .alert: "тревога"
      case .findings: "находки"
      case .oneCode: "за 1 код"
      case .warnedFirst: "знал"
      }
    },
    move: moveInRussian,
    invariant: { invariant in
      switch invariant {
      case .bindingAnnounced: "о привязке не сообщают туда, где клиент был до неё"
      case .switchAnnounced: "о смене канала не сообщают туда, где клиент был до неё"
      case .numberChangeAnnounced: "о новом номере не сообщают туда, где клиент был до него"
      case .noCodeOnlyToCooling: "код уходит только туда, чему ещё не доверяют"
      case .nothingToUnlinked: "что-то уходит на отвязанное устройство"
      case .everythingKept: "хранится не каждое уведомление, или об этом не сказано"
      }
    },
    operations: { operations in
      switch operations {
      case .count(let count): String(count)
      case .unbounded: "∞"
      }
    },
    stop: { stop, seconds in
      let wait = durationInRussian(seconds)
      return switch stop {
      case .never: "дальше сразу"
      case .delivered: "не доставлено за \(wait)"
      case .seen: "не открыто за \(wait)"
      case .entered: "не открыто или код не введён за \(wait)"
      }
    },
    duration: durationInRussian,
    yes: "да", no: "нет", never: "никогда",
    decides: { decider in
      switch decider {
      case .client: "клиент"
      case .bank: "сам банк"
      case .sender: "отправитель"
      }
    },
    keeps: { keeping in
      switch keeping {
      case .always: "всегда"
      case .untilNextAction: "до следующей операции"
      case .unknown: "не сказано"
      }
    },
    confirm: { confirm in
      switch confirm {
      case .session: "войти"
      case .code: "код"
      case .oldNumber: "код, прочитанный на старом номере"
      case .trustedDevice: "доверенное устройство"
      case .support: "сотрудник банка"
      }
    },
    announce: { announcement in
      switch announcement {
      case .nobody: "никому не сообщают"
      case .chosen: "сообщают туда, куда уведомления пойдут потом"
      case .sms: "сообщают по СМС"
      case .old: "сообщают всюду, где клиент был до этого"
      }
    },
    coolingOff: { "не доверяют \($0)" },
    change: { change in
      switch change {
      case .binding: "Привязать устройство"
      case .switching: "Сменить канал"
      case .numberChange: "Сменить номер"
      case .unlinking: "Отвязать устройство"
      case .login: "Войти"
      }
    },
    comparisonOf: { clients, days, seed in "клиентов \(clients), дней \(days), зерно \(seed)" },
    margins: "± половина 95-процентного интервала, по десяти группам клиентов",
    parameters: "Параметры (--set ИМЯ=ЧИСЛО)",
    talkedOutCodes: "операций за выманенные коды",
    withSS7: "с SS7",
    searched: { "состояний \($0), глубина \($1)" },
    shortestPath: "Кратчайший путь",
    noPath: "нет",
    brokenInvariants: "Нарушает",
    nothingBroken: "Все инварианты выполнены.",
    fromTheStart: "с самого начала",
    warnedFirst: "клиент узнал до первой потери",
    whoDecides: "Канал выбирает",
    pushesKept: "Push хранятся",
    validFrom: { since, until in
      switch (since, until) {
      case (let since?, let until?): "действует с \(since) по \(until)"
      case (let since?, nil): "действует с \(since)"
      case (nil, let until?): "действовала до \(until)"
      case (nil, nil): ""
      }
    },
    onlyWithoutApp: "только тем, у кого нет приложения",
    anyMessage: "всё",
    chose: { channel in
      switch channel {
      case .push: "выбран push"
      case .sms: "выбраны СМС"
      case .messenger: "выбран мессенджер"
      }
    },
    policyProblem: { problem in
      let place = Strings.place(problem.file, problem.line, problem.column)
      return place
        + {
          switch problem.reason {
          case .unreadable(let why): "не читается: \(why)"
          case .notTOML(let why): Strings.tomlReasonInRussian(why)
          case .unexpected(let key, let expected): "\(key): ожидалось \(expected)"
          case .missing(let key): "нет \(key)"
          case .unknownKey(let key, let allowed): "\(key) здесь ничего не значит; известны: \(allowed.joined(separator: ", "))"
          case .repeatedChannel(let channel): "одно сообщение дважды ушло бы по \(channel); шаги не должны повторяться"
          case .noStep(let category, let chosen): "нет шага для \(category), когда выбран \(chosen)"
          }
        }()
    },
    noSuchPolicy: { "Нет политики «\($0)» и нет такого файла. Известны: \($1)" },
    badParameter: { "--set \($0): ожидалось ИМЯ=ЧИСЛО, имя одно из \($1)" },
    nothingToPlay: { policy, path, playable in "\(policy): к \(path) нет ходов. Есть к: \(playable)" },
    playIt: { "Записано. Посмотреть: kolokol demo --live --story \($0)" },
    cascade: "Каскад",
    pushTarget: { target in
      switch target {
      case .newest: "на новейшее устройство"
      case .every: "на все устройства"
      case .trusted: "на доверенные"
      }
    },
    sortedBy: { "порядок: \($0)" },
    computing: "Считаю…",
    countingOn: { "считаю \($0)…" },
    dimmed: "бледное: может быть случайно",
    stillComputing: "Ещё считаю: показать о политике пока нечего.",
    editing: { "\($0) — копия: ↑↓ выбирает, ←→ меняет, Esc — конец" },
    copyOf: { "\($0)*" },
    field: { field in
      switch field {
      case .firstWait: "ждать до следующего шага"
      case .order: "порядок шагов"
      case .coolingOff: "сколько не доверять новому"
      case .bindingTold: "кому сказать о привязке"
      case .switchTold: "кому сказать о смене канала"
      case .switchNeeds: "что нужно для смены канала"
      case .pushTo: "на какое устройство push"
      case .operations: "операций на один код"
      }
    },
    hints: [
      ("enter", "путь злоумышленника"), ("e", "править копию"), ("p", "посмотреть"), ("w", "в файл"), ("s", "порядок"), ("?", "справка"),
    ])

  /// `60 с`, `10 мин`, `12 ч`.
  @Sendable private static func durationInRussian(_ seconds: Int) -> String {
    if seconds >= 7_200, seconds % 3_600 == 0 { return "\(seconds / 3_600) ч" }
    if seconds >= 120, seconds % 60 == 0 { return "\(seconds / 60) мин" }
    return "\(seconds) с"
  }

  @Sendable private static func moveInRussian(_ move: Move) -> String {
    let code: String =
      switch move.code {
      case .talkedOut: "выманивает у клиента код"
      case .ownEndpoint: "читает код у себя"
      case .intercepted: "перехватывает код"
      case .covered: "нового кода не нужно"
      case nil: ""
      }
    let action =
      switch move.kind {
      case .logIn: "входит"
      case .bind: "привязывает своё устройство"
      case .switchChannel:
        "переводит \(scope(move.scope)) на \(move.channel == .sms ? "СМС" : move.channel?.name ?? "")"
      case .unlink: "отвязывает устройство клиента"
      case .changeNumber: "ставит свой номер вместо номера клиента"
      case .loan: "берёт кредит"
      case .transfer: "переводит деньги себе"
      case .intercept: "перехватывает СМС клиента у оператора (SS7)"
      case .awaitOffline: "ждёт, пока телефон клиента останется без интернета"
      case .wait: "ждёт, пока устройству станут доверять"
      }
    let notice = move.told.isEmpty ? "" : " — банк сообщает: " + told(move.told)
    return (code.isEmpty ? action : code + ", " + action) + notice
  }

  private static func scope(_ scope: AdversaryState.Scope?) -> String {
    switch scope {
    case .code: "коды"
    case .security: "сообщения о безопасности"
    case .payment: "платежи"
    case nil: "всё"
    }
  }

  private static func told(_ endpoints: Set<AdversaryState.Endpoint>) -> String {
    AdversaryState.Endpoint.allCases.filter(endpoints.contains).map { endpoint in
      switch endpoint {
      case .ownDevice: "устройство клиента"
      case .ownNumber: "номер клиента"
      case .strangerDevice: "чужое устройство"
      case .strangerNumber: "чужой номер"
      case .interceptedNumber: "никому, СМС перехвачено"
      }
    }.joined(separator: ", ")
  }
}
