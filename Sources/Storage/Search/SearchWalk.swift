import GRDB

/// Goes through hits of the full-text index in order of time and looks at each row.
struct SearchWalk {
  private let db: Database
  private let selection: Selection
  private let match: String

  init(_ db: Database, _ selection: Selection, match: String) {
    self.db = db
    self.selection = selection
    self.match = match
  }

  /// Up to `limit` keys. With a budget, only so many hits are looked at, and their texts are checked for every needle; complete unless
  /// the budget ran out before the limit was reached.
  func keys(_ reach: ListReach, limit: Int, budget: Int? = nil) throws -> (keys: [ListKey], isComplete: Bool) {
    guard let identifiers = reach.identifiers(within: selection.bounds) else { return ([], true) }
    let condition = Condition.all([.isIn(selection.drawers)] + asked(isThorough: budget != nil))
    let statement = try db.makeStatement(sql: Self.sql(condition, reach, isVerdict: budget != nil))
    let arguments = [match.databaseValue, identifiers.lowerBound.databaseValue, identifiers.upperBound.databaseValue]
    statement.bind(budget == nil ? arguments + condition.arguments : condition.arguments + arguments, from: 1)
    var keys: [ListKey] = []
    var looked = 0
    while keys.count < limit {
      if let budget, looked == budget {
        return (keys, false)
      }
      guard try statement.step() else { break }
      looked += 1
      if statement.integer(1) != 0 { keys.append(ListKey(magnitude: 0, id: statement.integer(0))) }
    }
    return (keys, true)
  }

  /// The index answers for single words; phrases, and everything when it was asked for less, have to be looked for in the texts.
  private func asked(isThorough: Bool) -> [Condition] {
    let needles = isThorough ? selection.needles : selection.needles.filter { $0.words.count > 1 }
    return (selection.residual.map { [$0] } ?? []) + (needles.isEmpty ? [] : [.holds(needles)])
  }

  private static func sql(_ condition: Condition, _ reach: ListReach, isVerdict: Bool) -> String {
    """
    SELECT n.id, \(isVerdict ? condition.sql : "1") FROM search CROSS JOIN notification n ON n.id = search.rowid
    WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? \(isVerdict ? "" : "AND \(condition.sql)")
    ORDER BY search.rowid \(reach.direction)
    """
  }
}
