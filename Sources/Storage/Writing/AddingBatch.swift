import GRDB
import Model

/// Writes one batch of notifications, with its statements prepared once.
struct AddingBatch {
  private(set) var names: NameTables
  private let db: Database
  private let importID: Int64?
  private var index: SearchIndex
  private let deliveries: DeliveryTable
  private let insertion: GRDB.Statement
  private let lastOfMillisecond: GRDB.Statement
  /// The newest notification; what is newer needs no looking for room.
  private var newest: Int64

  init(_ db: Database, names: NameTables, importID: Int64?) throws {
    self.db = db
    self.names = names
    self.importID = importID
    index = try SearchIndex(db)
    deliveries = try DeliveryTable(db)
    newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM notification") ?? -1
    lastOfMillisecond = try db.cachedStatement(sql: "SELECT max(id) FROM notification WHERE id BETWEEN ? AND ?")
    let columns =
      ["id", "drawer_id", "account_id", "sender_id", "title", "text", "more_deliveries", "before_ms", "after_ms"] + FactsColumns.names
    insertion = try db.cachedStatement(
      sql: """
        INSERT INTO notification (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """)
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

  /// - Returns: the new row's id; nil when it was there.
  private mutating func add(_ notification: Notification) throws -> NotificationID? {
    let first = notification.deliveries[0]
    let fingerprints = notification.deliveries.map { Fingerprint.of($0, account: notification.account) }
    for (delivery, fingerprint) in zip(notification.deliveries, fingerprints)
    where try deliveries.notification(of: delivery, fingerprint) != nil {
      return nil
    }
    let id = try freeID(at: first.time)
    let senderID = try names.id(of: first.sender, in: .sender, db)
    let marks = SearchIndex.Marks(
      bankID: try notification.bank.map { try names.id(of: $0, in: .bank, db) } ?? 0, senderID: senderID,
      merchantID: try notification.facts.merchant.map { try names.id(of: $0, in: .merchant, db) }, facts: notification.facts)
    try insert(notification, id: id, marks)
    try index.insert(id, marks, texts: notification.distinctTexts)
    for (ordinal, delivery) in notification.deliveries.enumerated() {
      try deliveries.insert(
        delivery, fingerprint: fingerprints[ordinal], id: id, ordinal: ordinal, hasOwnText: !delivery.reads(like: first),
        endpointID: delivery.endpoint.map { try names.id(of: $0, in: .endpoint, db) },
        senderID: delivery.sender == first.sender ? nil : names.id(of: delivery.sender, in: .sender, db), importID: importID)
    }
    return id
  }

  /// The next identifier of a millisecond; of the next one when a million share it.
  private mutating func freeID(at time: Timestamp) throws -> NotificationID {
    var first = NotificationID(time: time)
    while first.rawValue <= newest {
      let last = NotificationID(time: first.time, sequence: -1)
      lastOfMillisecond.bind(first.rawValue, at: 1)
      lastOfMillisecond.bind(last.rawValue, at: 2)
      var taken: Int64?
      while try lastOfMillisecond.step() { taken = lastOfMillisecond.integerOrNull(0) }
      guard let taken else { return first }
      first = NotificationID(rawValue: taken + 1)
      if taken < last.rawValue { break }
    }
    newest = max(newest, first.rawValue)
    return first
  }

  private mutating func insert(_ notification: Notification, id: NotificationID, _ marks: SearchIndex.Marks) throws {
    let first = notification.deliveries[0]
    let label = Drawer.Label(
      bankID: marks.bankID, category: marks.category,
      channels: notification.channels,
      flags: notification.isRead ? .read : [])
    insertion.bind(id.rawValue, at: 1)
    insertion.bind(try names.drawer(label, db), at: 2)
    insertion.bind(try names.id(of: notification.account, in: .account, db), at: 3)
    insertion.bind(marks.senderID, at: 4)
    insertion.bind(first.title, at: 5)
    insertion.bind(first.text, at: 6)
    insertion.bind(Int64(notification.deliveries.count - 1), at: 7)
    insertion.bind(notification.deliveries.lazy.map { id.time.milliseconds &- $0.time.milliseconds }.reduce(0, max), at: 8)
    insertion.bind(notification.deliveries.lazy.map { $0.time.milliseconds &- id.time.milliseconds }.reduce(0, max), at: 9)
    FactsColumns.bind(notification.facts, merchantID: marks.merchantID, to: insertion, from: 10)
    try insertion.run()
  }
}

extension Delivery {
  /// Whether it says the same in the same words.
  func reads(like other: Delivery) -> Bool {
    text == other.text && title == other.title
  }
}

extension Notification {
  /// Title and text of the first copy and of every other that reads otherwise.
  fileprivate var distinctTexts: [(title: String?, text: String)] {
    let first = deliveries[0]
    guard deliveries.count > 1 else { return [(first.title, first.text)] }
    return [(first.title, first.text)] + deliveries.dropFirst().filter { !$0.reads(like: first) }.map { ($0.title, $0.text) }
  }
}
