extension SecurityScreenStrings {
  static let russian = SecurityScreenStrings(
    why: "Почему", source: "Источник", unless: "Не находка, если", now: "Что делать сейчас", history: "Что сделано",
    account: { "счёт \($0)" },
    again: { "Снова: находка от \($0) была закрыта." },
    notToYou: "не вам",
    resolution: { resolution in
      switch resolution {
      case .truePositive: "нападение"
      case .falsePositive: "ложная тревога"
      case .benign: "это я"
      case .duplicate: "повтор"
      }
    },
    actor: { $0 == .user ? "вы" : "правила" },
    takenBack: "взято назад",
    until: { "до \($0)" },
    printTitle: { "находка \($0)" },
    printedAt: { "Напечатано \($0)" },
    by: { "сделал \($0)" }, confirmedBy: { "подтвердил \($0)" }, codeAge: { "коду \($0) с" }, from: { "от \($0)" },
    count: { state, count in
      switch state {
      case .new: "новых \(count)"
      case .acknowledged: "принято \(count)"
      case .inProgress: "в работе \(count)"
      case .resolved: "закрыто \(count)"
      case .suppressed: "отложено \(count)"
      case .withdrawn: "снято \(count)"
      }
    },
    stage: { stage in
      switch stage {
      case .open: "открытые"
      case .new: "новые"
      case .closed: "закрытые"
      case .all: "все"
      }
    },
    andUp: { "\($0) и выше" },
    nothingOpen: "Открытых нет. f покажет те, с которыми разобрались.",
    nothingShown: "Таких находок нет. f, s и b меняют отбор.",
    months: "По месяцам",
    picked: { "выбрано \($0)" },
    hints: [
      ("Enter", "события"), ("y", "это я"), ("n", "не я"), ("a", "разобрать"), ("p", "печать"), ("f", "состояние"), ("s", "важность"),
      ("Space", "выбрать"), ("?", "справка"),
    ],
    triageTitle: { $0 == 1 ? "Разобрать" : "Разобрать: \($0)" },
    choice: { choice in
      switch choice {
      case .acknowledge: "принять: разберусь сам"
      case .begin: "в работе"
      case .truePositive: "закрыть: нападение"
      case .falsePositive: "закрыть: ложная тревога"
      case .benign: "закрыть: это я"
      case .duplicate: "закрыть: повтор"
      case .aDay: "отложить на день"
      case .aWeek: "отложить на неделю"
      case .aMonth: "отложить на 30 дней"
      case .reopen: "открыть снова"
      }
    },
    commentPrompt: "комментарий: ",
    commentNeeded: "Критическую находку откладывают только с комментарием.",
    triaged: { state, count in "\(count) \(Plural.russian(count, "находка", "находки", "находок")): \(state)" },
    answered: { wasMe, count, device in
      let noun = Plural.russian(count, "находка", "находки", "находок")
      let findings = "\(count) \(noun)" + (device.map { count > 1 ? " по \($0)" : "" } ?? "")
      return wasMe ? "это вы: \(findings), закрыто" : "не вы: \(findings) в работе"
    },
    answeredBefore: "Этот ответ уже дан.",
    undoneThere: "z на 3 или 4 отменит",
    undone: { $0 == 0 ? "ответ взят назад" : "\($0) \(Plural.russian($0, "находка", "находки", "находок")), как было" },
    printed: { "напечатано в \($0)" },
    noMessage: "Ни одно сообщение об этом не говорит.",
    answerHint: "ответить",
    more: { "и ещё \($0)" },
    answers: [("y", "это я"), ("n", "не я: что делать"), ("Enter", "подробнее"), ("Esc", "позже")],
    noAlert: "Все тревоги с ответом.",
    related: "Находки",
    noRelated: "На этом сообщении находок нет.")
}
