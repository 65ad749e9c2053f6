import GRDB
import Model

/// Reads what stands behind a row: the whole text and the deliveries.
enum DetailReader {
  static func read(_ row: NotificationRow, _ db: Database) throws -> Detail? {
    let whole = try db.cachedStatement(sql: "SELECT text, before_ms, after_ms FROM notification WHERE id = ?")
    whole.bind(row.id.rawValue, at: 1)
    defer { whole.rewind() }
    guard try whole.step() else { return nil }
    let text = whole.text(0)

    let deliveries = try db.cachedStatement(
      sql: """
        SELECT d.channel, endpoint.name, d.time, d.delivered_at, d.seen_at, d.status, d.reason, d.parts, d.cost_minor, sender.name, d.title,
          d.text, d.source_id, d.ordinal, import.path
        FROM delivery d LEFT JOIN endpoint ON endpoint.id = d.endpoint_id LEFT JOIN sender ON sender.id = d.sender_id
          LEFT JOIN import ON import.id = d.import_id
        WHERE d.time BETWEEN ? AND ? AND d.notification_id = ?
        """)
    let times = DeliverySpan(before: whole.integer(1), after: whole.integer(2)).times(of: row.id)
    deliveries.bind(times.lowerBound, at: 1)
    deliveries.bind(times.upperBound, at: 2)
    deliveries.bind(row.id.rawValue, at: 3)
    var found: [(ordinal: Int64, delivery: Delivery, source: String?)] = []
    while try deliveries.step() {
      found.append((deliveries.integer(13), delivery(deliveries, row: row, text: text), deliveries.textOrNull(14)))
    }
    found.sort { $0.ordinal < $1.ordinal }
    return Detail(row: row, text: text, deliveries: found.map(\.delivery), sources: found.map(\.source))
  }

  private static func delivery(_ statement: GRDB.Statement, row: NotificationRow, text: String) -> Delivery {
    let ownText = statement.textOrNull(11)
    return Delivery(
      channel: Channel(rawValue: Int(statement.integer(0))) ?? .sms, endpoint: statement.textOrNull(1),
      time: Timestamp(milliseconds: statement.integer(2)), deliveredAt: statement.integerOrNull(3).map(Timestamp.init(milliseconds:)),
      seenAt: statement.integerOrNull(4).map(Timestamp.init(milliseconds:)),
      status: DeliveryStatus(rawValue: Int(statement.integer(5))) ?? .delivered, reason: statement.textOrNull(6),
      parts: statement.integerOrNull(7).map(Int.init), costMinor: statement.integerOrNull(8), sender: statement.textOrNull(9) ?? row.sender,
      title: ownText == nil ? row.title : statement.textOrNull(10), text: ownText ?? text, sourceID: statement.textOrNull(12))
  }
}
