import GRDB
import Model

/// Notifications as rows: added, written over, removed.
struct NotificationTable {
  private let insertion: GRDB.Statement
  private let update: GRDB.Statement
  private let deletion: GRDB.Statement

  /// What a row says, besides its id.
  struct Values {
    var label: Drawer.Label
    var accountID: Int64
    var senderID: Int64
    var title: String?
    var text: String
    /// Beyond the first.
    var moreDeliveries: Int
    var span: DeliverySpan
    var facts: Facts
    var merchantID: Int64?
  }

  private static let columns =
    ["drawer_id", "account_id", "sender_id", "title", "text", "more_deliveries", "before_ms", "after_ms"] + FactsColumns.names
  private static let count = Int32(columns.count)

  init(_ db: Database) throws {
    // "Or fail" spares SQLite a savepoint for each row, at which full-text search would write out what it has gathered; the statement changes
    // a single row, and a failure undoes the whole transaction anyway. (Measured: 27 000 rows/s without it, 65 000 with it.)
    insertion = try db.cachedStatement(
      sql: """
        INSERT OR FAIL INTO notification (\(Self.columns.joined(separator: ", ")), id)
        VALUES (\(Self.columns.map { _ in "?" }.joined(separator: ", ")), ?)
        """)
    update = try db.cachedStatement(
      sql: "UPDATE OR FAIL notification SET \(Self.columns.map { $0 + " = ?" }.joined(separator: ", ")) WHERE id = ?")
    deletion = try db.cachedStatement(sql: "DELETE FROM notification WHERE id = ?")
  }

  func insert(_ id: NotificationID, _ values: borrowing Values, _ db: Database, _ names: inout NameTables) throws {
    try run(insertion, id, values, db, &names)
  }

  func update(_ id: NotificationID, _ values: borrowing Values, _ db: Database, _ names: inout NameTables) throws {
    try run(update, id, values, db, &names)
  }

  func delete(_ id: NotificationID) throws {
    deletion.bind(id.rawValue, at: 1)
    try deletion.run()
  }

  private func run(
    _ statement: GRDB.Statement, _ id: NotificationID, _ values: borrowing Values, _ db: Database, _ names: inout NameTables
  ) throws {
    statement.bind(try names.drawer(values.label, db), at: 1)
    statement.bind(values.accountID, at: 2)
    statement.bind(values.senderID, at: 3)
    statement.bind(values.title, at: 4)
    statement.bind(values.text, at: 5)
    statement.bind(Int64(values.moreDeliveries), at: 6)
    statement.bind(values.span.before, at: 7)
    statement.bind(values.span.after, at: 8)
    try FactsColumns.bind(values.facts, merchantID: values.merchantID, to: statement, from: 9, db, &names)
    statement.bind(id.rawValue, at: Self.count + 1)
    try statement.run()
  }
}
