import GRDB
import Model

/// Deliveries as rows: looked for by what makes them the same when they are imported again, and added.
struct DeliveryTable {
  private let find: GRDB.Statement
  private let insertion: GRDB.Statement
  private let tellings: TellingTable
  /// The latest time of any delivery; what is later needs no looking for.
  private var latest: Int64

  init(_ db: Database) throws {
    find = try db.cachedStatement(
      sql: """
        SELECT d.notification_id, e.name FROM delivery d LEFT JOIN endpoint e ON e.id = d.endpoint_id WHERE d.time = ? AND d.fingerprint = ?
        """)
    tellings = try TellingTable(db)
    latest =
      try Int64.fetchOne(
        db, sql: "SELECT max(coalesce((SELECT max(time) FROM delivery), ?1), coalesce((SELECT max(at) FROM moment), ?1))",
        arguments: [Int64.min]) ?? .min
    insertion = try db.cachedStatement(
      sql: """
        INSERT INTO delivery (time, fingerprint, notification_id, ordinal, channel, status, endpoint_id, delivered_at, seen_at, reason, parts,
          cost_minor, sender_id, title, text, source_id, import_id, mark, leaf)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// What is known of a delivery before it is stored.
  struct Place {
    /// With the time, the key under which it stands, or would stand.
    var fingerprint: Int64
    /// The notification that has it, or a copy that went elsewhere at the same moment; nil when nothing of the kind is stored.
    var notification: Int64?
    /// Whether the delivery itself is stored.
    var isTaken: Bool
  }

  /// Where a delivery stands or would stand, also when another program's telling of the same record stands for it. Two that are alike but for their endpoints are two, when both endpoints are known: a push goes to
  /// every device at the same moment.
  func place(of delivery: Delivery, _ fingerprint: Int64) throws -> Place {
    let place = try exactPlace(of: delivery, fingerprint)
    guard !place.isTaken, let same = try others(of: delivery, fingerprint).first else { return place }
    return Place(fingerprint: place.fingerprint, notification: same.notification, isTaken: true)
  }

  /// Deliveries that tell of the same record under other times, those that tell most of it first.
  func others(of delivery: Delivery, _ fingerprint: Int64) throws -> [StoredTelling] {
    let telling = Telling(delivery)
    guard telling.moments.contains(where: { Telling.span(ofSecondOf: $0).lowerBound <= latest }) else { return [] }
    return try tellings.find(telling, fingerprint, endpoint: delivery.endpoint)
  }

  /// The same without looking at other times.
  func exactPlace(of delivery: Delivery, _ fingerprint: Int64) throws -> Place {
    guard let first = try holder(delivery.time, fingerprint) else {
      return Place(fingerprint: fingerprint, notification: nil, isTaken: false)
    }
    guard let endpoint = delivery.endpoint, let other = first.endpoint, !endpoint.isExactly(other) else {
      return Place(fingerprint: fingerprint, notification: first.notification, isTaken: true)
    }
    let own = Fingerprint.of(fingerprint, endpoint: endpoint)
    let second = try holder(delivery.time, own)
    return Place(fingerprint: own, notification: (second ?? first).notification, isTaken: second != nil)
  }

  private func holder(_ time: Timestamp, _ fingerprint: Int64) throws -> (notification: Int64, endpoint: String?)? {
    guard time.milliseconds <= latest else { return nil }
    find.bind(time.milliseconds, at: 1)
    find.bind(fingerprint, at: 2)
    defer { find.rewind() }
    return try find.step() ? (find.integer(0), find.textOrNull(1)) : nil
  }

  /// Adds a delivery. `base` is its fingerprint without the endpoint; `senderID` is nil where the sender is the notification's; without `hasOwnText`
  /// title and text are the notification's; `leaf` is its entry in the log.
  mutating func insert(
    _ delivery: Delivery, fingerprint: Int64, base: Int64, id: NotificationID, ordinal: Int, hasOwnText: Bool, endpointID: Int64?,
    senderID: Int64?,
    importID: Int64?, mark: Int64?, leaf: Int
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
    insertion.bind(mark, at: 18)
    insertion.bind(Int64(leaf), at: 19)
    try insertion.run()
    guard let came = delivery.deliveredAt?.milliseconds, came != delivery.time.milliseconds else { return }
    latest = max(latest, came)
    try tellings.note(came, base, CopyKey(time: delivery.time.milliseconds, fingerprint: fingerprint))
  }

  /// Notes the times of another telling of a stored record.
  func note(_ delivery: Delivery, _ fingerprint: Int64, of key: CopyKey) throws {
    for moment in Telling(delivery).moments where moment != key.time { try tellings.note(moment, fingerprint, key) }
  }
}
