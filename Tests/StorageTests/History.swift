import Model

@testable import Storage

/// A random history and what every list of it must show, worked out the slow and obvious way.
struct History {
  let notifications: [Notification]
  private(set) var rows: [NotificationRow]

  private static let words = [
    "покупка", "код", "перевод", "вход", "Пятёрочка", "кешбэк", "баланс", "покупки", "по", "card", "ЁЛКА", "1240", "12",
  ]
  private static let banks = ["sberbank", "tbank", "vtb", nil]
  private static let senders = ["900", "Tinkoff", "VTB", "+79001234567", "Mama"]
  private static let merchants = ["Пятёрочка", "IKEA", "Red & White", nil, nil]
  private static let currencies: [Currency] = [.rub, .rub, .rub, .usd, Currency(code: "JPY")]

  /// Some share a millisecond, some have no amount, some came by push and by SMS.
  init(count: Int, seed: UInt64) {
    var random = Xorshift(state: seed)
    var all: [Notification] = []
    var time: Int64 = 1_700_000_000_000
    for number in 0..<count {
      time += Int64.random(in: 0...5, using: &random) * 40_000_000
      all.append(Self.notification(number, at: Timestamp(milliseconds: time), &random))
    }
    notifications = all
    rows = []
  }

  private static func notification(_ number: Int, at time: Timestamp, _ random: inout Xorshift) -> Notification {
    let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in words.randomElement(using: &random) ?? "" } + ["№\(number)"]
    var facts = Facts(category: (Category.allCases + [nil]).randomElement(using: &random) ?? nil)
    if Bool.random(using: &random) {
      let minor = Int64.random(in: 0...300, using: &random) * 100 * (Bool.random(using: &random) ? 1 : -1)
      facts.amount = Money(minorUnits: minor, currency: currencies.randomElement(using: &random) ?? .rub)
      facts.isTransaction = Bool.random(using: &random)
      facts.direction = minor < 0 ? .outgoing : .incoming
      facts.merchant = merchants.randomElement(using: &random) ?? nil
    }
    facts.card = Bool.random(using: &random) ? ["1234", "5678"].randomElement(using: &random) : nil
    if facts.category == .security { facts.security = SecurityFact(kind: .login, device: "Xiaomi 12", place: "Казань") }
    if facts.category == .code { facts.code = "123456" }
    let sender = senders.randomElement(using: &random) ?? "900"
    var deliveries = [Samples.delivery(text.joined(separator: " "), channel: .push, sender: sender, at: time)]
    switch Int.random(in: 0...3, using: &random) {
    case 0: deliveries[0].channel = .sms
    case 1:
      deliveries.append(Samples.delivery("Списание " + text.reversed().joined(separator: " "), sender: sender, at: time.advanced(by: 9000)))
    default: break
    }
    return Notification(
      bank: banks.randomElement(using: &random) ?? nil, facts: facts, isRead: Bool.random(using: &random), deliveries: deliveries)
  }

  /// Puts the history into a store and learns its rows.
  mutating func fill(_ store: Store, batch: Int = 700) throws {
    var rest = notifications[...]
    while !rest.isEmpty {
      rows += try store.rows(store.add(Array(rest.prefix(batch))).ids)
      rest = rest.dropFirst(batch)
    }
  }

  /// Reads the rows anew after something changed them.
  mutating func refresh(_ store: Store) throws {
    rows = try store.rows(rows.map(\.id))
  }

  /// What a list must show; `passes` stands for its filter and search.
  func list(_ query: ListQuery, passes: (NotificationRow) -> Bool = { _ in true }) -> [NotificationRow] {
    let kept = rows.filter { row in
      Self.lies(row, in: query.place) && (query.bank == nil || row.bank == query.bank)
        && (query.category == nil || row.facts.category == query.category) && passes(row)
    }
    return kept.sorted { left, right in
      switch query.order {
      case .newest: left.id > right.id
      case .oldest: left.id < right.id
      case .amount: (Magnitude.of(left.facts.amount), left.id) > (Magnitude.of(right.facts.amount), right.id)
      }
    }
  }

  private static func lies(_ row: NotificationRow, in place: ListQuery.Place) -> Bool {
    switch place {
    case .everything: true
    case .archive: row.flags.contains(.archived)
    case .inbox: !row.flags.contains(.archived) && row.bank != nil
    case .others: !row.flags.contains(.archived) && row.bank == nil
    }
  }
}

/// Marsaglia's xorshift: the same numbers in every run.
struct Xorshift: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
