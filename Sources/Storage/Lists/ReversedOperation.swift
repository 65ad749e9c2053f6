import GRDB
import Model

/// What a reversal takes back: looked for when somebody reads it, by the order of amounts, and not stored.
enum ReversedOperation {
  /// Nobody takes back what is older, in ms: 400 days.
  private static let reach: Int64 = 400 * 86_400_000
  /// So many of the same amount are looked at, the newest first.
  private static let limit = 64

  /// The newest operation before a reversal of the same account, bank, amount and currency that went the other way, and whose card and shop are
  /// the same as far as both texts name them; at least one of them must.
  static func find(_ reversal: NotificationRow, _ db: Database, _ drawers: Drawers) throws -> NotificationRow? {
    guard reversal.facts.isReversal, let amount = reversal.facts.amount else { return nil }
    let bank = reversal.bank
    let wanted = drawers.all.filter { $0.label.category == .payment && drawers.banks[$0.label.bankID] == bank }
    let earliest = NotificationID(time: reversal.time.advanced(by: -reach), sequence: 0).rawValue
    guard earliest < reversal.id.rawValue else { return nil }
    let range = earliest...reversal.id.rawValue - 1
    var ids = try placed(Magnitude.of(amount), in: wanted, range, db) + waiting(Magnitude.of(amount), range, db)
    ids.sort(by: >)
    return try NotificationColumns.rows(Array(ids.prefix(limit)), db, drawers).first { isReversed($0, by: reversal) }
  }

  private static func placed(_ magnitude: Int64, in drawers: [Drawer], _ range: ClosedRange<Int64>, _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM amount_order WHERE drawer_id = ? AND magnitude = ? AND id BETWEEN ? AND ? ORDER BY id DESC LIMIT \(limit)")
    var ids: [Int64] = []
    for drawer in drawers {
      statement.rewind()
      for (index, value) in [drawer.id, magnitude, range.lowerBound, range.upperBound].enumerated() {
        statement.bind(value, at: Int32(index + 1))
      }
      while try statement.step() { ids.append(statement.integer(0)) }
    }
    statement.rewind()
    return ids
  }

  /// The newest of those that have no place in the order yet.
  private static func waiting(_ magnitude: Int64, _ range: ClosedRange<Int64>, _ db: Database) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT n.id FROM (SELECT id FROM amount_due WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT \(AmountOrder.readable)) due
        CROSS JOIN notification n ON n.id = due.id WHERE n.magnitude = ?
        """)
    defer { statement.rewind() }
    for (index, value) in [range.lowerBound, range.upperBound, magnitude].enumerated() { statement.bind(value, at: Int32(index + 1)) }
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  private static func isReversed(_ row: NotificationRow, by reversal: NotificationRow) -> Bool {
    let (facts, later) = (row.facts, reversal.facts)
    guard row.account == reversal.account, row.bank == reversal.bank, facts.isTransaction, !facts.isReversal,
      facts.amount?.currency == later.amount?.currency, facts.direction != later.direction
    else { return false }
    var agreements = 0
    if let one = facts.card, let other = later.card {
      guard one.hasSuffix(other) || other.hasSuffix(one) else { return false }
      agreements += 1
    }
    if let one = facts.merchant, let other = later.merchant {
      guard one.lowercased() == other.lowercased() else { return false }
      agreements += 1
    }
    return agreements > 0
  }
}
