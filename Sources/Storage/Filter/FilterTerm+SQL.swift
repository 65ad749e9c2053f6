import GRDB
import Model

extension FilterNode {
  /// What the filter asks of a row, as SQL; values are bound, never written into it.
  func condition(drawers: Drawers, calendar: LocalCalendar) -> Condition {
    switch self {
    case .all(let nodes): .all(nodes.map { $0.condition(drawers: drawers, calendar: calendar) })
    case .any(let nodes): .any(nodes.map { $0.condition(drawers: drawers, calendar: calendar) })
    case .not(let node): !node.condition(drawers: drawers, calendar: calendar)
    case .term(let term): term.condition(drawers: drawers, calendar: calendar)
    }
  }

  /// What is known of all notifications in a drawer: whether they pass, or nil where one may and another not.
  func verdict(on label: Drawer.Label, banks: [Int64: String]) -> Bool? {
    switch self {
    case .all(let nodes): Self.verdict(of: nodes, decidedBy: false) { $0.verdict(on: label, banks: banks) }
    case .any(let nodes): Self.verdict(of: nodes, decidedBy: true) { $0.verdict(on: label, banks: banks) }
    case .not(let node): node.verdict(on: label, banks: banks).map(!)
    case .term(let term): term.verdict(on: label, banks: banks)
    }
  }

  private static func verdict(of nodes: [FilterNode], decidedBy decisive: Bool, _ verdict: (FilterNode) -> Bool?) -> Bool? {
    var isUnsure = false
    for node in nodes {
      switch verdict(node) {
      case decisive: return decisive
      case nil: isUnsure = true
      default: break
      }
    }
    return isUnsure ? nil : !decisive
  }
}

extension FilterTerm {
  /// Nil where it depends on the single notification.
  func verdict(on label: Drawer.Label, banks: [Int64: String]) -> Bool? {
    switch self {
    case .bank(let key): banks[label.bankID] == key
    case .channel(let channel): label.channels.contains(channel)
    case .category(let category): label.category == category
    case .state(.unread): !label.flags.contains(.read)
    case .state(.read): label.flags.contains(.read)
    case .state(.pinned): label.flags.contains(.pinned)
    case .state(.archived): label.flags.contains(.archived)
    case .state(.other): label.bankID == 0
    case .state(.merged): label.channels.rawValue.nonzeroBitCount > 1
    case .state(.transaction), .state(.incoming), .state(.outgoing), .state(.transfer), .text, .sender, .has, .amount, .currency, .card,
      .merchant, .account, .security, .since, .until, .on:
      nil
    }
  }

  fileprivate func condition(drawers: Drawers, calendar: LocalCalendar) -> Condition {
    switch self {
    case .bank, .channel, .category, .state(.unread), .state(.read), .state(.pinned), .state(.archived), .state(.other), .state(.merged):
      .isIn(drawers.all.filter { verdict(on: $0.label, banks: drawers.banks) == true })
    case .state(.transaction): Condition(sql: "n.is_transaction = 1")
    case .state(.incoming): Self.direction(.incoming)
    case .state(.outgoing): Self.direction(.outgoing)
    case .state(.transfer): Self.direction(.transfer)
    case .text(let text, let isPrefix): Needle(text, isPrefix: isPrefix).map { .holds([$0]) } ?? .never
    case .sender(let name): Self.named(name, in: "sender", column: "n.sender_id")
    case .merchant(let name): Self.named(name, in: "merchant", column: "n.merchant_id")
    case .account(let name): Self.named(name, in: "account", column: "n.account_id", isWhole: true)
    case .has(let feature): Condition(sql: feature.sql)
    case .amount(let from, let to):
      Condition(sql: "n.magnitude BETWEEN ? AND ?", arguments: [(from ?? 0).databaseValue, (to ?? .max).databaseValue])
    case .currency(let code):
      Condition(sql: "n.currency_id IS ?", arguments: [(drawers.currencies.first { $0.value.code == code }?.key ?? 0).databaseValue])
    case .card(let digits): Condition(sql: "n.card IS ?", arguments: [digits.databaseValue])
    case .security(let kind): Condition(sql: "n.security_kind IS ?", arguments: [kind.rawValue.databaseValue])
    case .since, .until, .on: Self.time(identifiers(calendar) ?? 0...Int64.max)
    }
  }

  /// The identifiers that a date lets through; nil for what isn't about time.
  func identifiers(_ calendar: LocalCalendar) -> ClosedRange<Int64>? {
    switch self {
    case .since(let date): return NotificationID(time: date.interval(calendar).lowerBound).rawValue...Int64.max
    case .until(let date): return 0...Self.last(before: date.interval(calendar).upperBound)
    case .on(let date):
      let interval = date.interval(calendar)
      let first = NotificationID(time: interval.lowerBound).rawValue
      return first...max(first, Self.last(before: interval.upperBound))
    default: return nil
    }
  }

  private static func last(before end: Timestamp) -> Int64 {
    max(NotificationID(time: end).rawValue - 1, 0)
  }

  private static func time(_ range: ClosedRange<Int64>) -> Condition {
    Condition(sql: "n.id BETWEEN ? AND ?", arguments: [range.lowerBound.databaseValue, range.upperBound.databaseValue])
  }

  private static func direction(_ direction: Model.Direction) -> Condition {
    Condition(sql: "n.direction IS \(direction.rawValue)")
  }

  /// Names whose words begin with the value; numbers and accounts only in full, so that `sender:900` doesn't find +79001234567.
  private static func named(_ name: String, in table: String, column: String, isWhole: Bool = false) -> Condition {
    guard let needle = needle(ofName: name, isWhole: isWhole) else { return .never }
    return Condition(
      sql: "(\(column) IS NOT NULL AND \(column) IN (SELECT id FROM \(table) WHERE holds(NULL, name, ?)))",
      arguments: [HoldsFunction.argument([needle])])
  }

  static func needle(ofName name: String, isWhole: Bool = false) -> Needle? {
    let isNumber = name.allSatisfy { $0.isNumber || $0 == "+" }
    return Needle(name, isPrefix: !isWhole && !isNumber)
  }
}

extension FilterTerm.Feature {
  fileprivate var sql: String {
    switch self {
    case .amount: "n.magnitude >= 0"
    case .balance: "n.balance_minor IS NOT NULL"
    case .card: "n.card IS NOT NULL"
    case .merchant: "n.merchant_id IS NOT NULL"
    case .code: "n.code IS NOT NULL"
    case .security: "n.security_kind IS NOT NULL"
    case .title: "n.title IS NOT NULL"
    }
  }
}
