import GRDB
import Model

/// Deliveries as rows: looked for by what makes them the same when they are imported again, and added.
struct DeliveryTable {
  private let find: GRDB.Statement
  private let insertion: GRDB.Statement
  /// The latest delivery there is; what is later needs no looking for.
  private var latest: Int64

  init(_ db: Database) throws {
    find = try db.cachedStatement(sql: "SELECT notification_id FROM delivery WHERE time = ? AND fingerprint = ?")
    latest = try Int64.fetchOne(db, sql: "SELECT max(time) FROM delivery") ?? .min
    // A notification may be given the same copy twice; the second is left out.
    insertion = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO delivery (time, fingerprint, notification_id, ordinal, channel, status, endpoint_id, delivered_at, seen_at, reason, parts,
          cost_minor, sender_id, title, text, source_id, import_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// The notification that has a delivery already; nil when it is new.
  func notification(of delivery: Delivery, _ fingerprint: Int64) throws -> Int64? {
    guard delivery.time.milliseconds <= latest else { return nil }
    find.bind(delivery.time.milliseconds, at: 1)
    find.bind(fingerprint, at: 2)
    defer { find.rewind() }
    return try find.step() ? find.integer(0) : nil
  }

  /// Adds a delivery. `senderID` is nil where the sender is the notification's; without `hasOwnText` title and text are the notification's.
  mutating func insert(
    _ delivery: Delivery, fingerprint: Int64, id: NotificationID, ordinal: Int, hasOwnText: Bool, endpointID: Int64?, senderID: Int64?,
    importID: Int64?
  ) throws {
    latest = max(latest, delivery.time.milliseconds)
    insertion.bind(delivery.time.milliseconds, at: 1)
    insertion.bind(fingerprint, at: 2)
    insertion.bind(id.rawValue, at: 3)
    insertion.bind(Int64(ordinal), at: 4)
    insertion.bind(Int64(delivery.channel.rawValue), at: 5)
    insertion.bind(Int64(delivery.status.rawValue), at: 6)
    insertion.bind(endpointID, at: 7)
    insertion.bind(delivery.deliveredAt?.milliseconds, at: 8)
    insertion.bind(delivery.seenAt?.milliseconds, at: 9)
    insertion.bind(delivery.reason, at: 10)
    insertion.bind(delivery.parts.map(Int64.init), at: 11)
    insertion.bind(delivery.costMinor, at: 12)
    insertion.bind(senderID, at: 13)
    insertion.bind(hasOwnText ? delivery.title : nil, at: 14)
    insertion.bind(hasOwnText ? delivery.text : nil, at: 15)
    insertion.bind(delivery.sourceID, at: 16)
    insertion.bind(importID, at: 17)
    try insertion.run()
  }
}
