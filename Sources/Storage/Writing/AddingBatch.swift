import GRDB
import Ledger
import Model

/// Writes one batch of notifications, with its statements prepared once.
struct AddingBatch {
  private(set) var names: NameTables
  private let db: Database
  private let importID: Int64?
  private let rule: (any MergingRule)?
  private var index: SearchIndex
  private var deliveries: DeliveryTable
  private var ids: FreeIDs
  private let table: NotificationTable
  /// Notifications that are new or got new deliveries, with what the batch has of them.
  private(set) var touched: [(id: NotificationID, notification: Notification)] = []
  private var ledger: LedgerAppender
  /// Those of the notification at hand; kept for the memory.
  private var newcomers: [Newcomer] = []

  /// A delivery that isn't stored yet: the fingerprint of what it says, and the one it is stored under.
  private struct Newcomer {
    var delivery: Delivery
    var base: Int64
    var fingerprint: Int64
  }

  /// What became of one notification.
  private enum Outcome {
    case new(NotificationID)
    case joined(NotificationID)
    case known
  }

  init(_ db: Database, names: NameTables, importID: Int64?, rule: (any MergingRule)?, at: Timestamp) throws {
    self.db = db
    self.names = names
    self.importID = importID
    self.rule = rule
    index = try SearchIndex(db)
    deliveries = try DeliveryTable(db)
    ids = try FreeIDs(db)
    table = try NotificationTable(db)
    ledger = try LedgerAppender(db, at: at)
  }

  /// Writes a batch; `entry` goes into the log behind what arrived.
  mutating func add(_ given: PreparedNotifications, logging entry: LedgerEntry?) throws -> Added {
    let prepared = try importID == nil ? given : GroupParting(deliveries, rule: rule).parted(given)
    var result = Added()
    var new: [(position: Int, id: NotificationID)] = []
    let plan = try rule.map { try MergePlanner(db, rule: $0, deliveries: deliveries).plan(prepared) }
    if let plan { try merge(plan, prepared) }
    result.joined = plan?.absorbed.count ?? 0
    for position in prepared.order where plan?.absorbed.contains(position) != true {
      let combined = plan?.combined[position]
      let outcome: Outcome
      if let combined {
        outcome = try add(0, of: PreparedNotifications([combined], marks: [prepared.mark(of: position)]))
      } else {
        outcome = try add(position, of: prepared)
      }
      switch outcome {
      case .new(let id):
        new.append((position, id))
        touched.append((id, combined ?? prepared.notifications[position]))
      case .joined(let id):
        result.joined += 1
        touched.append((id, combined ?? prepared.notifications[position]))
      case .known: result.alreadyThere += 1
      }
    }
    if let entry { try ledger.append(entry) }
    try ledger.finish()
    try AmountOrder.wrote(new.count, db, &names)
    result.added = new.count
    result.ids = new.sorted { $0.position < $1.position }.map(\.id)
    return result
  }

  /// Changes stored notifications as planned, and adds the copies that belong to them.
  private mutating func merge(_ plan: MergePlan, _ prepared: PreparedNotifications) throws {
    guard !plan.changes.isEmpty else { return }
    var regrouping = try Regrouping(db, rule: rule)
    for change in plan.changes {
      for copy in try regrouping.apply(change.rows, change.groups, ids: &ids, names: &names) {
        touched.append((copy.id, prepared.notifications[copy.place]))
        try insert(
          prepared.notifications[copy.place].deliveries[0], of: prepared.notifications[copy.place], fingerprint: copy.key.fingerprint,
          in: copy.id, ordinal: copy.ordinal, beside: copy.shown, mark: copy.mark)
      }
    }
    try regrouping.finish()
    try AmountOrder.wrote(plan.changes.count, db, &names)
  }

  private mutating func add(_ position: Int, of prepared: PreparedNotifications) throws -> Outcome {
    var notification = prepared.notifications[position]
    let known = try learnNewcomers(of: position, in: prepared)
    if let known { return try join(notification, to: NotificationID(rawValue: known), mark: prepared.mark(of: position)) }
    if newcomers.count < notification.deliveries.count { notification.deliveries = newcomers.map(\.delivery) }
    let first = notification.deliveries[0]
    let id = try ids.next(at: first.time)
    let senderID = try names.id(of: first.sender, in: .sender, db)
    let tags = SearchIndex.Tags(
      bankID: try notification.bank.map { try names.id(of: $0, in: .bank, db) } ?? 0, senderID: senderID,
      merchantID: try notification.facts.merchant.map { try names.id(of: $0, in: .merchant, db) }, facts: notification.facts)
    try insert(notification, id: id, tags)
    try index.insert(id, tags, words: prepared.words(of: position))
    for (ordinal, newcomer) in newcomers.enumerated() {
      try insert(
        newcomer.delivery, of: notification, fingerprint: newcomer.fingerprint, in: id, ordinal: ordinal, beside: first,
        mark: prepared.mark(of: position))
    }
    return .new(id)
  }

  /// Adds a delivery to a notification whose row shows another, or this one itself.
  private mutating func insert(
    _ delivery: Delivery, of notification: Notification, fingerprint: Int64, in id: NotificationID, ordinal: Int, beside shown: Delivery,
    mark: Int64?
  ) throws {
    let leaf = try ledger.append(arrivalOf: delivery, account: notification.account, code: notification.facts.code)
    try deliveries.insert(
      delivery, fingerprint: fingerprint, id: id, ordinal: ordinal, hasOwnText: !delivery.reads(like: shown.title, shown.text),
      endpointID: delivery.endpoint.map { try names.id(of: $0, in: .endpoint, db) },
      senderID: delivery.sender.isExactly(shown.sender) ? nil : names.id(of: delivery.sender, in: .sender, db), importID: importID,
      mark: mark, leaf: leaf)
  }

  /// Finds those of a notification's deliveries that aren't stored, each once.
  /// - Returns: the notification that has one of them, or a copy that went elsewhere; nil when they are of a new one.
  private mutating func learnNewcomers(of position: Int, in prepared: PreparedNotifications) throws -> Int64? {
    newcomers.removeAll(keepingCapacity: true)
    var known: Int64?
    for (ordinal, delivery) in prepared.notifications[position].deliveries.enumerated() {
      let base = prepared.fingerprint(position, ordinal)
      var place = try deliveries.place(of: delivery, base)
      known = known ?? place.notification
      let twins = newcomers.lazy.filter { $0.base == base && $0.delivery.time == delivery.time }
      if place.isTaken || twins.contains(where: { $0.delivery.isSameEndpoint(delivery) }) { continue }
      if let endpoint = delivery.endpoint, twins.contains(where: { $0.fingerprint == place.fingerprint }) {
        place.fingerprint = Fingerprint.of(base, endpoint: endpoint)
      }
      newcomers.append(Newcomer(delivery: delivery, base: base, fingerprint: place.fingerprint))
    }
    return known
  }

  /// Gives a stored notification those of the deliveries at hand that it doesn't have.
  private mutating func join(_ notification: Notification, to id: NotificationID, mark: Int64?) throws -> Outcome {
    guard !newcomers.isEmpty else { return .known }
    var joining = try DeliveryJoining(db)
    let logged = try newcomers.map {
      let leaf = try ledger.append(arrivalOf: $0.delivery, account: notification.account, code: notification.facts.code)
      return (delivery: $0.delivery, fingerprint: $0.fingerprint, leaf: leaf)
    }
    try joining.join(logged, to: id, table: &deliveries, names: &names, importID: importID, mark: mark)
    return .joined(id)
  }

  private mutating func insert(_ notification: Notification, id: NotificationID, _ tags: SearchIndex.Tags) throws {
    let first = notification.deliveries[0]
    let label = Drawer.Label(
      bankID: tags.bankID, category: tags.category,
      channels: notification.channels,
      flags: notification.isRead ? .read : [])
    var span = DeliverySpan()
    for delivery in notification.deliveries { span.include(delivery.time, of: id) }
    let values = NotificationTable.Values(
      label: label, accountID: try names.id(of: notification.account, in: .account, db), senderID: tags.senderID, title: first.title,
      text: first.text, moreDeliveries: notification.deliveries.count - 1, span: span, facts: notification.facts,
      merchantID: tags.merchantID)
    try table.insert(id, values, db, &names)
  }
}

extension Delivery {
  /// Whether both went to the same endpoint as far as is known.
  func isSameEndpoint(_ other: Delivery) -> Bool {
    guard let endpoint, let otherEndpoint = other.endpoint else { return true }
    return endpoint.isExactly(otherEndpoint)
  }

  /// Whether its title and text are these, byte for byte.
  func reads(like title: String?, _ text: String) -> Bool {
    guard self.text.isExactly(text) else { return false }
    guard let title, let own = self.title else { return title == nil && self.title == nil }
    return own.isExactly(title)
  }
}
