import GRDB
import Model

/// Writes one batch of notifications, with its statements prepared once.
struct AddingBatch {
  private(set) var names: NameTables
  private let db: Database
  private let importID: Int64?
  private let findDelivery: GRDB.Statement
  private let insertDelivery: GRDB.Statement
  private let insertNotification: GRDB.Statement
  private let lastOfMillisecond: GRDB.Statement
  private let insertWords: GRDB.Statement

  init(_ db: Database, names: NameTables, importID: Int64?) throws {
    self.db = db
    self.names = names
    self.importID = importID
    findDelivery = try db.cachedStatement(sql: "SELECT notification_id FROM delivery WHERE time = ? AND fingerprint = ?")
    insertDelivery = try db.cachedStatement(
      sql: """
        INSERT INTO delivery (time, fingerprint, notification_id, ordinal, channel, status, endpoint_id, delivered_at, seen_at, reason, parts,
          cost_minor, sender_id, title, text, source_id, import_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertNotification = try db.cachedStatement(
      sql: """
        INSERT INTO notification (id, drawer_id, account_id, sender_id, title, text, is_transaction, direction, magnitude, amount_minor,
          currency, balance_minor, balance_currency, card, merchant_id, code, security_kind, security_device, security_place, before_ms,
          after_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    lastOfMillisecond = try db.cachedStatement(sql: "SELECT max(id) FROM notification WHERE id BETWEEN ? AND ?")
    insertWords = try db.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
  }

  /// Full-text search flushes whenever a row comes before the one before, so the batch is written in order of time.
  mutating func add(_ notifications: [Notification]) throws -> Added {
    var result = Added()
    var ids: [(position: Int, id: NotificationID)] = []
    let order = notifications.indices.filter { !notifications[$0].deliveries.isEmpty }
      .sorted { (notifications[$0].deliveries[0].time, $0) < (notifications[$1].deliveries[0].time, $1) }
    for position in order {
      if let id = try add(notifications[position]) {
        ids.append((position, id))
      } else {
        result.alreadyThere += 1
      }
    }
    result.added = ids.count
    result.ids = ids.sorted { $0.position < $1.position }.map(\.id)
    return result
  }

  /// - Returns: the new row's id; nil when it joined one that was there.
  private mutating func add(_ notification: Notification) throws -> NotificationID? {
    let fingerprints = notification.deliveries.map { Fingerprint.of($0, account: notification.account) }
    var known: Int64?
    for (delivery, fingerprint) in zip(notification.deliveries, fingerprints) where known == nil {
      known = try self.find(delivery, fingerprint)
    }
    guard known == nil else { return nil }
    let id = try freeID(at: notification.deliveries[0].time)
    try insert(notification, id: id)
    for (ordinal, delivery) in notification.deliveries.enumerated() {
      try insert(delivery, fingerprint: fingerprints[ordinal], ordinal: ordinal, of: notification, id: id)
    }
    insertWords.bind(id.rawValue, at: 1)
    insertWords.bind(
      notification.deliveries.map { Words.indexed(title: $0.title, text: $0.text) }.joined(separator: " "), at: 2)
    try insertWords.run()
    return id
  }

  private func find(_ delivery: Delivery, _ fingerprint: Int64) throws -> Int64? {
    findDelivery.bind(delivery.time.milliseconds, at: 1)
    findDelivery.bind(fingerprint, at: 2)
    var found: Int64?
    while try findDelivery.step() { found = findDelivery.integer(0) }
    return found
  }

  /// The next identifier of a millisecond; of the next one when a million share it.
  private func freeID(at time: Timestamp) throws -> NotificationID {
    var first = NotificationID(time: time)
    while true {
      let last = NotificationID(time: first.time, sequence: -1)
      lastOfMillisecond.bind(first.rawValue, at: 1)
      lastOfMillisecond.bind(last.rawValue, at: 2)
      var taken: Int64?
      while try lastOfMillisecond.step() { taken = lastOfMillisecond.integerOrNull(0) }
      guard let taken else { return first }
      if taken < last.rawValue { return NotificationID(rawValue: taken + 1) }
      first = NotificationID(rawValue: last.rawValue + 1)
    }
  }

  private mutating func insert(_ notification: Notification, id: NotificationID) throws {
    let first = notification.deliveries[0]
    let facts = notification.facts
    let label = Drawer.Label(
      bankID: try notification.bank.map { try names.id(of: $0, in: .bank, db) } ?? 0, category: facts.category,
      channels: notification.deliveries.reduce(into: ChannelSet()) { $0.formUnion(ChannelSet($1.channel)) },
      flags: notification.isRead ? .read : [])
    let times = notification.deliveries.map { $0.time.milliseconds &- first.time.milliseconds }
    let statement = insertNotification
    statement.bind(id.rawValue, at: 1)
    statement.bind(try names.drawer(label, db), at: 2)
    statement.bind(try names.id(of: notification.account, in: .account, db), at: 3)
    statement.bind(try names.id(of: first.sender, in: .sender, db), at: 4)
    statement.bind(first.title, at: 5)
    statement.bind(first.text, at: 6)
    statement.bind(facts.isTransaction ? 1 : 0, at: 7)
    statement.bind(facts.direction.map { Int64($0.rawValue) }, at: 8)
    statement.bind(Magnitude.of(facts.amount), at: 9)
    statement.bind(facts.amount?.minorUnits, at: 10)
    statement.bind(facts.amount?.currency.code, at: 11)
    statement.bind(facts.balance?.minorUnits, at: 12)
    statement.bind(facts.balance?.currency.code, at: 13)
    statement.bind(facts.card, at: 14)
    statement.bind(try facts.merchant.map { try names.id(of: $0, in: .merchant, db) }, at: 15)
    statement.bind(facts.code, at: 16)
    statement.bind(facts.security.map { Int64($0.kind.rawValue) }, at: 17)
    statement.bind(facts.security?.device, at: 18)
    statement.bind(facts.security?.place, at: 19)
    statement.bind(-(times.min() ?? 0), at: 20)
    statement.bind(times.max() ?? 0, at: 21)
    try statement.run()
  }

  private mutating func insert(
    _ delivery: Delivery, fingerprint: Int64, ordinal: Int, of notification: Notification, id: NotificationID
  ) throws {
    let first = notification.deliveries[0]
    let isSame = delivery.title == first.title && delivery.text == first.text
    let statement = insertDelivery
    statement.bind(delivery.time.milliseconds, at: 1)
    statement.bind(fingerprint, at: 2)
    statement.bind(id.rawValue, at: 3)
    statement.bind(Int64(ordinal), at: 4)
    statement.bind(Int64(delivery.channel.rawValue), at: 5)
    statement.bind(Int64(delivery.status.rawValue), at: 6)
    statement.bind(try delivery.endpoint.map { try names.id(of: $0, in: .endpoint, db) }, at: 7)
    statement.bind(delivery.deliveredAt?.milliseconds, at: 8)
    statement.bind(delivery.seenAt?.milliseconds, at: 9)
    statement.bind(delivery.reason, at: 10)
    statement.bind(delivery.parts.map(Int64.init), at: 11)
    statement.bind(delivery.costMinor, at: 12)
    statement.bind(delivery.sender == first.sender ? nil : try names.id(of: delivery.sender, in: .sender, db), at: 13)
    statement.bind(isSame ? nil : delivery.title, at: 14)
    statement.bind(isSame ? nil : delivery.text, at: 15)
    statement.bind(delivery.sourceID, at: 16)
    statement.bind(importID, at: 17)
    try statement.run()
  }
}
