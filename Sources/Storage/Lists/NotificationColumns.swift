import GRDB
import Model

/// What a list row is read from: the columns, and how they become a `NotificationRow`.
enum NotificationColumns {
  private static let selection = """
    n.id, n.drawer_id, account.name, sender.name, n.title, n.text, n.is_transaction, n.direction,
    n.amount_minor, n.currency_id, n.balance_minor, n.balance_currency_id, n.card, merchant.name, n.code, n.security_kind, n.security_device,
    n.security_place, n.security_from, n.security_to, n.is_reversal, n.due, n.minimum_minor, n.minimum_currency_id, n.covered
    """

  private static let joins = """
    JOIN account ON account.id = n.account_id JOIN sender ON sender.id = n.sender_id LEFT JOIN merchant ON merchant.id = n.merchant_id
    """

  /// Notifications by identifier, in the order given; those that don't exist are left out.
  static func rows(_ ids: [Int64], _ db: Database, _ drawers: Drawers) throws -> [NotificationRow] {
    let statement = try db.cachedStatement(sql: "SELECT \(selection) FROM notification n \(joins) WHERE n.id = ?")
    defer { statement.rewind() }
    return try ids.compactMap { id in
      statement.rewind()
      statement.bind(id, at: 1)
      return try statement.step() ? row(statement, drawers: drawers) : nil
    }
  }

  /// The row a statement stands on.
  private static func row(_ statement: GRDB.Statement, drawers: Drawers) -> NotificationRow {
    let label = drawers[statement.integer(1)]?.label
    let facts = Facts(
      category: label?.category, isTransaction: statement.integer(6) != 0,
      direction: statement.integerOrNull(7).flatMap { Model.Direction(rawValue: Int($0)) },
      isReversal: statement.integer(20) != 0, amount: money(statement, 8, drawers),
      balance: money(statement, 10, drawers), due: statement.textOrNull(21).flatMap { DueDate($0) },
      minimum: money(statement, 22, drawers), card: statement.textOrNull(12), merchant: statement.textOrNull(13),
      code: statement.textOrNull(14), covered: FactsColumns.covered(statement.textOrNull(24)),
      security: statement.integerOrNull(15).flatMap { SecurityFact.Kind(rawValue: Int($0)) }
        .map {
          SecurityFact(
            kind: $0, device: statement.textOrNull(16), place: statement.textOrNull(17), from: statement.textOrNull(18),
            to: statement.textOrNull(19))
        })
    return NotificationRow(
      id: NotificationID(rawValue: statement.integer(0)), bank: label.flatMap { drawers.banks[$0.bankID] }, account: statement.text(2),
      sender: statement.text(3), title: statement.textOrNull(4), text: statement.beginning(of: 5, scalars: NotificationRow.textLimit),
      channels: label?.channels ?? [], facts: facts,
      flags: label?.flags ?? [])
  }

  private static func money(_ statement: GRDB.Statement, _ column: Int32, _ drawers: Drawers) -> Money? {
    guard let minor = statement.integerOrNull(column), let currency = drawers.currencies[statement.integer(column + 1)] else { return nil }
    return Money(minorUnits: minor, currency: currency)
  }
}
