import GRDB
import Model

/// A notification as it stands in the tables, read to be changed.
struct StoredNotification {
  var label: Drawer.Label
  var tags: SearchIndex.Tags
  var title: String?
  var text: String
  /// Deliveries beyond the first.
  var moreDeliveries: Int64
  var span: DeliverySpan

  /// Reads notifications with statements that are prepared once.
  struct Reader {
    private let row: GRDB.Statement
    private let texts: GRDB.Statement

    init(_ db: Database) throws {
      row = try db.cachedStatement(
        sql: """
          SELECT drawer.bank_id, drawer.category, drawer.channels, drawer.flags, n.sender_id, n.merchant_id, n.card, n.security_kind, n.title,
            n.text, n.more_deliveries, n.before_ms, n.after_ms
          FROM notification n JOIN drawer ON drawer.id = n.drawer_id WHERE n.id = ?
          """)
      texts = try db.cachedStatement(
        sql: """
          SELECT title, text FROM delivery
          WHERE time BETWEEN ? AND ? AND notification_id = ? AND text IS NOT NULL
          """)
    }

    /// Nil when there is no such notification.
    func read(_ id: NotificationID) throws -> StoredNotification? {
      row.bind(id.rawValue, at: 1)
      defer { row.rewind() }
      guard try row.step() else { return nil }
      let category = Category(rawValue: Int(row.integer(1)))
      let security = row.integerOrNull(7).flatMap { SecurityFact.Kind(rawValue: Int($0)) }.map { SecurityFact(kind: $0) }
      return StoredNotification(
        label: Drawer.Label(
          bankID: row.integer(0), category: category, channels: ChannelSet(rawValue: Int(row.integer(2))),
          flags: NotificationRow.Flags(rawValue: Int(row.integer(3)))),
        tags: SearchIndex.Tags(
          bankID: row.integer(0), senderID: row.integer(4), merchantID: row.integerOrNull(5),
          facts: Facts(category: category, card: row.textOrNull(6), security: security)),
        title: row.textOrNull(8), text: row.text(9), moreDeliveries: row.integer(10),
        span: DeliverySpan(before: row.integer(11), after: row.integer(12)))
    }

    /// Title and text of the first copy and, in no order, of every other that reads otherwise.
    func texts(of stored: StoredNotification, _ id: NotificationID) throws -> [(title: String?, text: String)] {
      var all = [(stored.title, stored.text)]
      guard stored.moreDeliveries > 0 else { return all }
      let times = stored.span.times(of: id)
      texts.bind(times.lowerBound, at: 1)
      texts.bind(times.upperBound, at: 2)
      texts.bind(id.rawValue, at: 3)
      while try texts.step() { all.append((texts.textOrNull(0), texts.text(1))) }
      return all
    }
  }
}
