import GRDB
import Model

/// Deliveries that another stands for, as rows.
struct DuplicateTable {
  private let db: Database
  private let tellings: TellingTable
  private let insertion: GRDB.Statement
  private let deletion: GRDB.Statement
  private let handing: GRDB.Statement
  private let rest: GRDB.Statement
  private let find: GRDB.Statement
  private let row: GRDB.Statement
  private let events: [GRDB.Statement]

  init(_ db: Database) throws {
    self.db = db
    tellings = try TellingTable(db)
    insertion = try db.cachedStatement(
      sql: """
        INSERT INTO duplicate (time, fingerprint, standing_time, standing_fingerprint, account, channel, status, sender, endpoint,
          delivered_at, seen_at, reason, parts, cost_minor, title, text, source_id, import_id, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    deletion = try db.cachedStatement(sql: "DELETE FROM delivery WHERE time = ? AND fingerprint = ?")
    handing = try db.cachedStatement(
      sql: "UPDATE duplicate SET standing_time = ?, standing_fingerprint = ? WHERE standing_time = ? AND standing_fingerprint = ?")
    rest = try db.cachedStatement(sql: "SELECT import_id, leaf FROM delivery WHERE time = ? AND fingerprint = ?")
    find = try db.cachedStatement(sql: "SELECT notification_id FROM delivery WHERE time = ? AND fingerprint = ?")
    row = try db.cachedStatement(sql: "SELECT 1 FROM notification WHERE id = ?")
    events = try [EventRows.Table.standing, .withdrawn].map { table in
      try db.cachedStatement(sql: "UPDATE \(table.rawValue) SET notification_id = ? WHERE notification_id = ? AND time = ?")
    }
  }

  /// Takes a stored copy out of the deliveries; what it stood for goes with it.
  func take(_ copy: StoredCopy, account: String, standing: CopyKey) throws {
    rest.bind(copy.key.time, at: 1)
    rest.bind(copy.key.fingerprint, at: 2)
    let isThere = try rest.step()
    let (importID, leaf) = isThere ? (rest.integerOrNull(0), rest.integerOrNull(1)) : (nil, nil)
    rest.rewind()
    try insert(copy.delivery, copy.key, account: account, standing: standing, importID: importID, leaf: leaf.map { Int($0) })
    deletion.bind(copy.key.time, at: 1)
    deletion.bind(copy.key.fingerprint, at: 2)
    try deletion.run()
    handing.bind(standing.time, at: 1)
    handing.bind(standing.fingerprint, at: 2)
    handing.bind(copy.key.time, at: 3)
    handing.bind(copy.key.fingerprint, at: 4)
    try handing.run()
  }

  /// Keeps a telling that another stands for.
  func insert(_ delivery: Delivery, _ key: CopyKey, account: String, standing: CopyKey, importID: Int64?, leaf: Int?) throws {
    insertion.bind(key.time, at: 1)
    insertion.bind(key.fingerprint, at: 2)
    insertion.bind(standing.time, at: 3)
    insertion.bind(standing.fingerprint, at: 4)
    insertion.bind(account, at: 5)
    insertion.bind(Int64(delivery.channel.rawValue), at: 6)
    insertion.bind(Int64(delivery.status.rawValue), at: 7)
    insertion.bind(delivery.sender, at: 8)
    insertion.bind(delivery.endpoint, at: 9)
    insertion.bind(delivery.deliveredAt?.milliseconds, at: 10)
    insertion.bind(delivery.seenAt?.milliseconds, at: 11)
    insertion.bind(delivery.reason, at: 12)
    insertion.bind(delivery.parts.map(Int64.init), at: 13)
    insertion.bind(delivery.costMinor, at: 14)
    insertion.bind(delivery.title, at: 15)
    insertion.bind(delivery.text, at: 16)
    insertion.bind(delivery.sourceID, at: 17)
    insertion.bind(importID, at: 18)
    insertion.bind(leaf.map(Int64.init), at: 19)
    try insertion.run()
  }

  /// Notes the times of a telling that another stands for, so that it is known when it comes again.
  func note(_ telling: Telling, _ fingerprint: Int64, standing: CopyKey) throws {
    for moment in telling.moments where moment != standing.time { try tellings.note(moment, fingerprint, standing) }
  }

  /// The notification that has a delivery.
  func notification(of key: CopyKey) throws -> NotificationID? {
    find.bind(key.time, at: 1)
    find.bind(key.fingerprint, at: 2)
    defer { find.rewind() }
    return try find.step() ? NotificationID(rawValue: find.integer(0)) : nil
  }

  func hasRow(_ id: NotificationID) throws -> Bool {
    row.bind(id.rawValue, at: 1)
    defer { row.rewind() }
    return try row.step()
  }

  /// What a delivery told, which bears its time, belongs to the message that stands for it.
  func moveEvents(at time: Int64, from former: Int64, to id: NotificationID) throws {
    guard former != id.rawValue else { return }
    for update in events {
      update.bind(id.rawValue, at: 1)
      update.bind(former, at: 2)
      update.bind(time, at: 3)
      try update.run()
    }
  }

  /// All of them, in no order: the delivery as it was logged, its entry in the log, and the one that stands for it.
  static func each(_ db: Database, _ body: (Duplicate) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM duplicate")
    while let row = try rows.next() { if let duplicate = Duplicate(row) { try body(duplicate) } }
  }
}

/// A delivery that another stands for.
struct Duplicate {
  var key: CopyKey
  var standing: CopyKey
  var account: String
  var leaf: Int?
  var delivery: Delivery

  init?(_ row: Row) {
    guard let channel = Channel(rawValue: row["channel"]), let status = DeliveryStatus(rawValue: row["status"]) else { return nil }
    key = CopyKey(time: row["time"], fingerprint: row["fingerprint"])
    standing = CopyKey(time: row["standing_time"], fingerprint: row["standing_fingerprint"])
    account = row["account"]
    leaf = row["leaf"]
    delivery = Delivery(
      channel: channel, endpoint: row["endpoint"], time: Timestamp(milliseconds: key.time),
      deliveredAt: (row["delivered_at"] as Int64?).map(Timestamp.init(milliseconds:)),
      seenAt: (row["seen_at"] as Int64?).map(Timestamp.init(milliseconds:)), status: status, reason: row["reason"], parts: row["parts"],
      costMinor: row["cost_minor"], sender: row["sender"], title: row["title"], text: row["text"], sourceID: row["source_id"])
  }
}
