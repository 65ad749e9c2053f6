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
    let text: String
    switch what {
    case .payment:
      (category, event, origin) = (.payment, nil, .card)
      text = "Покупка 1 240 ₽ PYATEROCHKA. Карта 4417. Баланс: 54 300 ₽"
      facts.isTransaction = true
      facts.direction = .outgoing
      facts.amount = Money(minorUnits: -124_000, currency: .rub)
      facts.balance = Money(minorUnits: 5_430_000, currency: .rub)
      facts.card = "4417"
      facts.merchant = "PYATEROCHKA"
    case .code:
      (category, event, origin) = (.code, nil, .app)
      text = "Код \(code): перевод 5 000 ₽. Никому не сообщайте код."
      facts.code = code
    case .login:
      (category, event, origin) = (.security, .login, .bank)
      text = "Вход в \(bank): Chrome, Windows. Не вы? Позвоните в банк."
      facts.security = SecurityFact(kind: .login, device: "Chrome, Windows")
    case .newDevice:
      (category, event, origin) = (.security, .deviceBound, .bank)
      text = "Подключено новое устройство \(Self.newDevice), Тверь. Не вы? Позвоните в банк."
      facts.security = SecurityFact(kind: .deviceBound, device: Self.newDevice, place: "Тверь")
    case .statement:
      (category, event, origin) = (.statement, nil, .bank)
      text = "Выписка готова: минимальный платёж 5 200 ₽ до 20 числа."
    }
    facts.category = category
    let message = SimulatedMessage(
      id: "sent-\(now.milliseconds)", time: now, bank: bankKey, category: category, event: event, origin: origin, sender: bank, app: bank,
      text: text)
    return Said(message: message, facts: facts)
  }
}
