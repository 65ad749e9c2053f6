import GRDB
import Model

extension Store {
  /// What was spent and received in a list, by month or by merchant, in each currency. Takes time in proportion to the list's length.
  public func spending(
    _ query: ListQuery, by grouping: SpendingSum.Grouping, unless interruption: Interruption? = nil
  ) throws(StoreError) -> [SpendingSum] {
    try totals.read(unless: interruption) { db, drawers in
      let (condition, arguments) = Listing(query: query, drawers: drawers).condition
      let statement = try db.cachedStatement(
        sql: """
          SELECT n.id, n.direction, n.amount_minor, n.currency, merchant.name FROM notification n
          LEFT JOIN merchant ON merchant.id = n.merchant_id WHERE n.is_transaction AND n.amount_minor IS NOT NULL AND \(condition)
          """)
      try statement.setArguments(arguments)
      var sums = SpendingSums(grouping: grouping, calendar: calendar)
      while try statement.step() {
        sums.add(
          time: NotificationID(rawValue: statement.integer(0)).time,
          direction: statement.integerOrNull(1).flatMap { Model.Direction(rawValue: Int($0)) }, minor: statement.integer(2),
          currency: statement.text(3), merchant: statement.textOrNull(4))
      }
      return sums.sorted
    }
  }
}
