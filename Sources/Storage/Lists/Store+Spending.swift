import GRDB
import Model

extension Store {
  /// What was spent and received in a list, by month or by merchant, in each currency. Takes time in proportion to the list's length.
  public func spending(
    _ query: ListQuery, by grouping: SpendingSum.Grouping, unless interruption: Interruption? = nil
  ) throws(StoreError) -> [SpendingSum] {
    try totals.read(unless: interruption) { db, drawers in
      var sums = SpendingSums(grouping: grouping, calendar: calendar)
      guard let list = try WholeList(Listing(db, query, drawers: drawers, calendar: calendar)) else { return [] }
      let statement = try db.makeStatement(
        sql: """
          SELECT n.id, n.direction, n.amount_minor, n.currency_id, merchant.name FROM \(list.from)
          LEFT JOIN merchant ON merchant.id = n.merchant_id
          WHERE n.is_transaction = 1 AND n.amount_minor IS NOT NULL AND \(list.condition.sql)
          """)
      statement.bind(list.condition.arguments, from: 1)
      while try statement.step() {
        sums.add(
          time: NotificationID(rawValue: statement.integer(0)).time,
          direction: statement.integerOrNull(1).flatMap { Model.Direction(rawValue: Int($0)) }, minor: statement.integer(2),
          currency: drawers.currencies[statement.integer(3)]?.code ?? "", merchant: statement.textOrNull(4))
      }
      return sums.sorted
    }
  }
}
