import Ingest
import Model

extension ReparseStrings {
  static let english: ReparseStrings = ReparseStrings(
    summary: { report in
      let number = Strings.english.number(_:)
      return "\(number(report.read)) read, \(number(report.changed)) of them otherwise than before:"
    },
    events: { events in
      let number = Strings.english.number(_:)
      return "security events: \(number(events.added)) new, \(number(events.changed)) changed, \(number(events.withdrawn)) withdrawn"
    },
    toldTwice: {
      "\(Strings.english.number($0)) \(Plural.english($0, "message is", "messages are")) stored twice, because two programs kept different times of them; "
        + "each becomes one."
    },
    united: { "\(Strings.english.number($0)) \(Plural.english($0, "message", "messages")) stored twice became one each." },
    nothingChanges: { "\(Strings.english.number($0)) read; nothing is read otherwise than before." },
    ask: "Change them? There is no undo, but texts, deliveries and marks stay. [y/n]",
    needsYes: "Nothing is changed yet; --yes changes it. There is no undo.",
    leftAsItWas: "Nothing was changed.",
    stopped: "Stopped. What was changed is in; the same command goes on from there.",
    applied: { "\(Strings.english.number($0)) \(Plural.english($0, "message", "messages")) changed." },
    progress: { "\(Strings.english.number($0.read)) of \(Strings.english.number($0.total))" },
    field: { field in
      switch field {
      case .bank: "bank"
      case .category: "category"
      case .kind: "money"
      case .direction: "direction"
      case .reversal: "came back"
      case .amount: "amount"
      case .balance: "balance"
      case .due: "due"
      case .minimum: "minimum payment"
      case .card: "card"
      case .merchant: "merchant"
      case .code: "code"
      case .covered: "covered besides"
      case .security: "security"
      }
    },
    moved: "moved", notMoved: "none moved",
    direction: { direction in
      switch direction {
      case .incoming: "in"
      case .outgoing: "out"
      case .transfer: "transfer"
      }
    },
    none: "none")
}
