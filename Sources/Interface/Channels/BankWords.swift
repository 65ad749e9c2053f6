import Delivery
import Model

/// What the demo's bank says when it is told to. Invented texts, with the facts that reading them would give.
struct BankWords {
  let bank: String
  let now: Timestamp

  /// The device that links itself when the bank is told to tell of a new one.
  static let newDevice = "Galaxy S24"

  struct Said {
    var message: SimulatedMessage
    var facts: Facts
  }

  func message(_ what: BankMessage, bankKey: String) -> Said {
    // Six digits that follow from the moment, so that the same moment says the same.
    let code = String(100_000 + Int(now.milliseconds / 1_000 % 900_000))
    var facts = Facts()
    let (category, event, origin): (Model.Category, SecurityFact.Kind?, Step.Origin)
    let texts = BankTexts(bank: bank)
    let text: String
    switch what {
    case .payment:
      (category, event, origin) = (.payment, nil, .card)
      text = texts.purchase(1_240, "PYATEROCHKA", balance: 54_300)
      facts.isTransaction = true
      facts.direction = .outgoing
      facts.amount = Money(minorUnits: -124_000, currency: .rub)
      facts.balance = Money(minorUnits: 5_430_000, currency: .rub)
      facts.card = "4417"
      facts.merchant = "PYATEROCHKA"
    case .code:
      (category, event, origin) = (.code, nil, .app)
      text = texts.code(code, for: .transfer(5_000))
      facts.code = code
    case .login:
      (category, event, origin) = (.security, .login, .bank)
      text = texts.login("Chrome, Windows")
      facts.security = SecurityFact(kind: .login, device: "Chrome, Windows")
    case .newDevice:
      (category, event, origin) = (.security, .deviceBound, .bank)
      text = texts.newDevice(Self.newDevice, "Тверь")
      facts.security = SecurityFact(kind: .deviceBound, device: Self.newDevice, place: "Тверь")
    case .statement:
      (category, event, origin) = (.statement, nil, .bank)
      text = texts.statement(5_200)
    }
    facts.category = category
    let message = SimulatedMessage(
      id: "sent-\(now.milliseconds)", time: now, bank: bankKey, category: category, event: event, origin: origin, sender: bank, app: bank,
      text: text)
    return Said(message: message, facts: facts)
  }
}
