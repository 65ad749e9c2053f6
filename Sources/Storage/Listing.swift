import GRDB
import Model

/// A list of notifications as SQL.
struct Listing {
  let query: ListQuery
  let drawers: Drawers
  let selected: [Drawer]

  init(query: ListQuery, drawers: Drawers, unreadOnly: Bool = false) {
    self.query = query
    self.drawers = drawers
    selected = drawers.selected(by: query).filter { !unreadOnly || !$0.label.flags.contains(.read) }
  }

  /// Up to `limit` rows from a place on, in the direction of reading.
  func rows(_ db: Database, from cursor: Cursor?, direction: PageDirection, limit: Int) throws -> [NotificationRow] {
    guard !selected.isEmpty else { return [] }
    let descends = (query.order != .oldest) == (direction == .onward)
    var (condition, arguments) = condition
    if let cursor {
      let sign = descends ? "<" : ">"
      if query.order == .amount {
        condition += " AND (n.magnitude, n.id) \(sign) (?, ?)"
        arguments += [cursor.magnitude, cursor.id.rawValue]
      } else {
        condition += " AND n.id \(sign) ?"
        arguments += [cursor.id.rawValue]
      }
    }
    let way = descends ? "DESC" : "ASC"
    let order = query.order == .amount ? "n.magnitude \(way), n.id \(way)" : "n.id \(way)"
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(NotificationColumns.selection) FROM notification n \(NotificationColumns.joins) WHERE \(condition) ORDER BY \(order) LIMIT ?
        """)
    try statement.setArguments(arguments + [limit])
    var rows: [NotificationRow] = []
    while try statement.step() { rows.append(NotificationColumns.row(statement, drawers: drawers)) }
    return rows
  }

  /// How many there are, exact up to `limit`.
  func count(_ db: Database, limit: Int) throws -> Int {
    let (condition, arguments) = condition
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM notification n WHERE \(condition) LIMIT ?)", arguments: arguments + [limit]) ?? 0
  }

  /// What a row must fulfil to be in the list.
  var condition: (sql: String, arguments: StatementArguments) {
    var sql = "n.drawer_id IN (\(selected.map { String($0.id) }.joined(separator: ", ")))"
    var arguments = StatementArguments()
    let words = ([query.search] + (query.filter?.words ?? [])).joined(separator: " ")
    if let match = Words.match(words) {
      sql += " AND n.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
      arguments += [match]
    }
    return (sql, arguments)
  }
}
