import Ingest
import Model

extension ReparseStrings {
  static let russian: ReparseStrings = ReparseStrings(
    summary: { report in
      let number = Strings.russian.number(_:)
      return "Прочитано \(number(report.read)), из них \(number(report.changed)) теперь иначе:"
    },
    events: { events in
      let number = Strings.russian.number(_:)
      return
        "события безопасности: новых \(number(events.added)), изменённых \(number(events.changed)), отозванных \(number(events.withdrawn))"
    },
    toldTwice: {
      "Записано дважды сообщений: \(Strings.russian.number($0)). Две программы сохранили разное время; каждое станет одним."
    },
    united: { "Было записано дважды, теперь одно: \(Strings.russian.number($0))." },
    nothingChanges: { "Прочитано \(Strings.russian.number($0)); всё читается как прежде." },
    ask: "Изменить их? Отменить нельзя, но тексты, доставки и пометки останутся. [y/n]",
    needsYes: "Пока ничего не изменено; --yes изменит. Отменить будет нельзя.",
    leftAsItWas: "Ничего не изменено.",
    stopped: "Остановлено. Изменённое сохранено; та же команда продолжит с этого места.",
    applied: { "Изменено: \(Strings.russian.number($0)) \(Plural.russian($0, "сообщение", "сообщения", "сообщений"))." },
    progress: { "\(Strings.russian.number($0.read)) из \(Strings.russian.number($0.total))" },
    field: { field in
      switch field {
      case .bank: "банк"
      case .category: "категория"
      case .kind: "деньги"
      case .direction: "направление"
      case .reversal: "возврат"
      case .amount: "сумма"
      case .balance: "остаток"
      case .due: "срок платежа"
      case .minimum: "минимальный платёж"
      case .card: "карта"
      case .merchant: "получатель"
      case .code: "код"
      case .covered: "закрыто ещё"
      case .security: "безопасность"
      }
    },
    moved: "двигались", notMoved: "не двигались",
    direction: { direction in
      switch direction {
      case .incoming: "приход"
      case .outgoing: "расход"
      case .transfer: "перевод"
      }
    },
    none: "нет")
}
