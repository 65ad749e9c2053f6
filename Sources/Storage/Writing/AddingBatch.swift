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
  /// The places of single messages that are stored already, by their own or another program's telling.
  private var known: Set<Int> = []
  /// Events that copies told that other programs' tellings stand for now, which tell them too.
  private(set) var obsolete: [EventRows.Logged] = []
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
    try uniteTellings(prepared)
    var result = Added()
    var new: [(position: Int, id: NotificationID)] = []
    let plan = try rule.map { try MergePlanner(db, rule: $0, deliveries: deliveries).plan(prepared, except: known) }
    if let plan { try merge(plan, prepared) }
    result.joined = plan?.absorbed.count ?? 0
    for position in prepared.order where plan?.absorbed.contains(position) != true {
      let combined = plan?.combined[position]
      let outcome: Outcome
      if known.contains(position) {
        outcome = .known
      } else if let combined {
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
    for (position, better) in prepared.twins where !known.contains(better) {
      let (delivery, base) = (prepared.notifications[position].deliveries[0], prepared.fingerprint(better, 0))
      let key = CopyKey(time: prepared.notifications[better].deliveries[0].time.milliseconds, fingerprint: base)
      try deliveries.note(delivery, base, of: key)
    }
    if let entry { try ledger.append(entry) }
    try ledger.finish()
    try AmountOrder.wrote(new.count, db, &names)
    result.added = new.count
    result.ids = new.sorted { $0.position < $1.position }.map(\.id)
    return result
  }

  /// Has messages that tell more of a stored record than what is stored take its place, and deliveries become one that a message shows to be of
  /// one record. From then on the messages are known.
  private mutating func uniteTellings(_ prepared: PreparedNotifications) throws {
    var union: TellingUnion?
    for position in prepared.order where prepared.notifications[position].deliveries.count == 1 {
      let notification = prepared.notifications[position]
      let (delivery, base) = (notification.deliveries[0], prepared.fingerprint(position, 0))
      let others = try deliveries.others(of: delivery, base)
      guard let best = others.first else {
        if prepared.twins[position] != nil { known.insert(position) }
        continue
      }
      known.insert(position)
      let place = try deliveries.exactPlace(of: delivery, base)
      // What stands at its own time is among the others.
      let isBetter = !place.isTaken && Telling(delivery).isBetter(than: best.telling)
      guard isBetter || others.count > 1 else {
        try deliveries.note(delivery, base, of: best.key)
        continue
      }
      var uniting = try union ?? TellingUnion(db, rule: rule)
      if isBetter {
        let key = CopyKey(time: delivery.time.milliseconds, fingerprint: place.fingerprint)
        let newcomer = TellingUnion.Newcomer(place: position, key: key, notification: notification, mark: prepared.mark(of: position))
        if let added = try uniting.unite(others, behind: newcomer, base, ids: &ids, names: &names) {
          try insert(
            delivery, of: notification, fingerprint: key.fingerprint, base: base, in: added.id, ordinal: added.ordinal, beside: added.shown,
            mark: added.mark)
        }
      } else {
        if !place.isTaken {
          // It is what shows that they are one, so it is kept.
          let leaf = try ledger.append(arrivalOf: delivery, account: notification.account, secrets: notification.facts.secrets)
          let key = CopyKey(time: delivery.time.milliseconds, fingerprint: place.fingerprint)
          try DuplicateTable(db).insert(
            delivery, key, account: notification.account, standing: best.key, importID: importID, leaf: leaf)
        }
        try deliveries.note(delivery, base, of: best.key)
        _ = try uniting.unite(others, base, ids: &ids, names: &names)
      }
      union = uniting
    }
    guard var finished = union else { return }
    obsolete = finished.obsolete
    try finished.finish(deliveries, ids: &ids, names: &names)
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
          base: prepared.fingerprint(copy.place, 0), in: copy.id, ordinal: copy.ordinal, beside: copy.shown, mark: copy.mark)
      }
    }
    try regrouping.finish()
    try AmountOrder.wrote(plan.changes.count, db, &names)
  }

  private mutating func add(_ position: Int, of prepared: PreparedNotifications) throws -> Outcome {
    var notification = prepared.notifications[position]
    let known = try learnNewcomers(of: position, in: prepared)
    if let known = try known ?? updated(position, of: prepared) {
      return try join(notification, to: NotificationID(rawValue: known), mark: prepared.mark(of: position))
    }
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
        newcomer.delivery, of: notification, fingerprint: newcomer.fingerprint, base: newcomer.base, in: id, ordinal: ordinal,
        beside: first,
        mark: prepared.mark(of: position))
    }
    return .new(id)
  }

  /// The notification that a message says anew: its source gave both the same id.
  private func updated(_ position: Int, of prepared: PreparedNotifications) throws -> Int64? {
    let delivery = prepared.notifications[position].deliveries[0]
    guard prepared.updates.contains(position), let id = delivery.sourceID else { return nil }
    let find = try db.cachedStatement(
      sql: """
        SELECT d.notification_id FROM delivery d JOIN notification n ON n.id = d.notification_id
          JOIN sender ON sender.id = coalesce(d.sender_id, n.sender_id) JOIN account ON account.id = n.account_id
        WHERE d.time BETWEEN ? AND ? AND d.source_id = ? AND d.channel = ? AND sender.name = ? AND account.name = ? ORDER BY d.time LIMIT 1
        """)
    find.bind(delivery.time.advanced(by: -Self.updateReach).milliseconds, at: 1)
    find.bind(delivery.time.milliseconds, at: 2)
    find.bind(id, at: 3)
    find.bind(Int64(delivery.channel.rawValue), at: 4)
    find.bind(delivery.sender, at: 5)
    find.bind(prepared.notifications[position].account, at: 6)
    defer { find.rewind() }
    return try find.step() ? find.integer(0) : nil
  }

  /// How long after a message its update may come, in ms: servers forget what they sent after hours, three days at most.
  private static let updateReach: Int64 = 3 * 86_400_000

  /// Adds a delivery to a notification whose row shows another, or this one itself.
  private mutating func insert(
    _ delivery: Delivery, of notification: Notification, fingerprint: Int64, base: Int64, in id: NotificationID, ordinal: Int,
    beside shown: Delivery,
    mark: Int64?
  ) throws {
    let leaf = try ledger.append(arrivalOf: delivery, account: notification.account, secrets: notification.facts.secrets)
    try deliveries.insert(
      delivery, fingerprint: fingerprint, base: base, id: id, ordinal: ordinal, hasOwnText: !delivery.reads(like: shown.title, shown.text),
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
      // Whether a single message is told under another time is known by now.
      let isSingle = prepared.notifications[position].deliveries.count == 1
      var place = try isSingle ? deliveries.exactPlace(of: delivery, base) : deliveries.place(of: delivery, base)
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
      let leaf = try ledger.append(arrivalOf: $0.delivery, account: notification.account, secrets: notification.facts.secrets)
      return (delivery: $0.delivery, fingerprint: $0.fingerprint, base: $0.base, leaf: leaf)
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
