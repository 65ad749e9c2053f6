import Model

/// Takes groups of copies apart that meet what is stored. A file may say which of its own messages are one; it may not hang others on a message
/// that came before, so these go by the merging rule like any single message.
struct GroupParting {
  private let deliveries: DeliveryTable
  private let rule: (any MergingRule)?

  init(_ deliveries: DeliveryTable, rule: (any MergingRule)?) {
    self.deliveries = deliveries
    self.rule = rule
  }

  /// The same notifications, with single ones behind them for what such groups bring that isn't stored.
  func parted(_ prepared: PreparedNotifications) throws -> PreparedNotifications {
    var notifications = prepared.notifications
    var isParted = false
    for (position, group) in prepared.notifications.enumerated() where group.deliveries.count > 1 {
      let places = try group.deliveries.enumerated().map { try deliveries.place(of: $1, prepared.fingerprint(position, $0)) }
      guard places.contains(where: { $0.notification != nil }), places.contains(where: { !$0.isTaken }) else { continue }
      isParted = true
      let singles = zip(group.deliveries, places).filter { !$0.1.isTaken }.map { single($0.0, of: group) }
      notifications[position] = singles[0]
      notifications += singles.dropFirst()
    }
    return isParted ? PreparedNotifications(notifications, rule: rule, updates: prepared.updates) : prepared
  }

  private func single(_ delivery: Delivery, of group: Notification) -> Notification {
    var single = group
    single.deliveries = [delivery]
    single.facts = rule?.facts(of: delivery, bank: group.bank) ?? group.facts
    return single
  }
}
