import GRDB
import Model

/// Gives further deliveries to a notification that is stored: another copy of it came by another way.
struct DeliveryJoining {
  private let db: Database
  private var index: SearchIndex
  private let reader: StoredNotification.Reader
  private let update: GRDB.Statement
  private let holding: GRDB.Statement
  private let copies: GRDB.Statement

  init(_ db: Database) throws {
    self.db = db
    index = try SearchIndex(db)
    reader = try StoredNotification.Reader(db)
    // "Or fail" for the reason given in AddingBatch.
    update = try db.cachedStatement(
      sql: "UPDATE OR FAIL notification SET drawer_id = ?, more_deliveries = ?, before_ms = ?, after_ms = ? WHERE id = ?")
    copies = try db.cachedStatement(sql: "SELECT channel, status FROM delivery WHERE time BETWEEN ? AND ? AND notification_id = ?")
    holding = try db.cachedStatement(sql: "UPDATE delivery SET mark = ? WHERE time BETWEEN ? AND ? AND notification_id = ?")
  }

  /// Adds deliveries, none of which is stored yet, with fingerprints and entries in the log.
  mutating func join(
    _ newcomers: [(delivery: Delivery, fingerprint: Int64, base: Int64, leaf: Int)], to id: NotificationID, table: inout DeliveryTable,
    names: inout NameTables, importID: Int64?, mark: Int64?
  ) throws {
    guard var stored = try reader.read(id) else { return }
    try index.delete(id, stored.tags, texts: try reader.texts(of: stored, id))
    for (delivery, fingerprint, base, leaf) in newcomers {
      stored.moreDeliveries += 1
      stored.span.include(delivery.time, of: id)
      let senderID = try names.id(of: delivery.sender, in: .sender, db)
      try table.insert(
        delivery, fingerprint: fingerprint, base: base, id: id, ordinal: Int(stored.moreDeliveries),
        hasOwnText: !delivery.reads(like: stored.title, stored.text),
        endpointID: delivery.endpoint.map { try names.id(of: $0, in: .endpoint, db) },
        senderID: senderID == stored.tags.senderID ? nil : senderID, importID: importID, mark: mark, leaf: leaf)
    }
    stored.label.channels = try channels(id, stored.span)
    update.bind(try names.drawer(stored.label, db), at: 1)
    update.bind(stored.moreDeliveries, at: 2)
    update.bind(stored.span.before, at: 3)
    update.bind(stored.span.after, at: 4)
    update.bind(id.rawValue, at: 5)
    try update.run()
    if mark == Mark.held { try hold(id, stored.span) }
    try index.insert(id, stored.tags, texts: try reader.texts(of: stored, id))
  }

  private func channels(_ id: NotificationID, _ span: DeliverySpan) throws -> ChannelSet {
    let times = span.times(of: id)
    copies.bind(times.lowerBound, at: 1)
    copies.bind(times.upperBound, at: 2)
    copies.bind(id.rawValue, at: 3)
    var found: [(channel: Channel, status: DeliveryStatus)] = []
    while try copies.step() {
      guard let channel = Channel(rawValue: Int(copies.integer(0))), let status = DeliveryStatus(rawValue: Int(copies.integer(1))) else {
        continue
      }
      found.append((channel, status))
    }
    return Notification.channels(of: found)
  }

  /// The source says that these are copies of one notification, so they stay together.
  private func hold(_ id: NotificationID, _ span: DeliverySpan) throws {
    let times = span.times(of: id)
    holding.bind(Mark.held, at: 1)
    holding.bind(times.lowerBound, at: 2)
    holding.bind(times.upperBound, at: 3)
    holding.bind(id.rawValue, at: 4)
    try holding.run()
  }
}
