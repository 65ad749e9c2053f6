import GRDB
import Model

/// Names that nothing uses any more: those of shops, senders, endpoints and accounts go with the messages that were erased. Goes through all messages
/// once for each table, since no index leads from a name to them.
enum UnusedNames {
  static func delete(_ db: Database, _ names: inout NameTables) throws {
    for (table, uses) in [("merchant", merchants), ("sender", senders), ("endpoint", endpoints)] {
      try db.execute(sql: "DELETE FROM \(table) WHERE id NOT IN (\(uses))")
    }
    try deleteAccounts(db, &names)
    names.forgetNames()
  }

  /// The row of an erased message stays, under no account's name when its own goes.
  private static func deleteAccounts(_ db: Database, _ names: inout NameTables) throws {
    let unused = try Int64.fetchAll(db, sql: "SELECT id FROM account WHERE name <> '' AND id NOT IN (\(accounts))")
    guard !unused.isEmpty else { return }
    let none = try names.id(of: "", in: .account, db)
    for id in unused {
      try db.execute(sql: "UPDATE notification SET account_id = ? WHERE account_id = ?", arguments: [none, id])
      try db.execute(sql: "DELETE FROM account WHERE id = ?", arguments: [id])
    }
  }

  private static let merchants = "SELECT merchant_id FROM notification WHERE merchant_id IS NOT NULL"
  private static let senders = "SELECT sender_id FROM notification UNION SELECT sender_id FROM delivery WHERE sender_id IS NOT NULL"
  private static let endpoints = "SELECT endpoint_id FROM delivery WHERE endpoint_id IS NOT NULL"
  private static let accounts = """
    SELECT account_id FROM notification JOIN drawer ON drawer.id = drawer_id WHERE NOT flags & \(NotificationRow.Flags.erased.rawValue)
    UNION SELECT account_id FROM event UNION SELECT account_id FROM withdrawn_event UNION SELECT account_id FROM finding
    UNION SELECT account_id FROM arrangement UNION SELECT account_id FROM watched_account
    """
}
