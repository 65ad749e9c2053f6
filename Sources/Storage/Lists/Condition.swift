import GRDB
import Model

/// A piece of SQL that is true or false of a row `n` of `notification`, with the values for its question marks.
struct Condition {
  var sql: String
  var arguments: [DatabaseValue] = []

  static let always = Condition(sql: "1")
  static let never = Condition(sql: "0")

  static func all(_ conditions: [Condition]) -> Condition {
    joined(conditions, by: " AND ") ?? always
  }

  static func any(_ conditions: [Condition]) -> Condition {
    joined(conditions, by: " OR ") ?? never
  }

  static prefix func ! (condition: Condition) -> Condition {
    Condition(sql: "NOT \(condition.sql)", arguments: condition.arguments)
  }

  private static func joined(_ conditions: [Condition], by word: String) -> Condition? {
    if conditions.count < 2 { return conditions.first }
    return Condition(sql: "(" + conditions.map(\.sql).joined(separator: word) + ")", arguments: conditions.flatMap(\.arguments))
  }
}

extension Condition {
  /// That the notification lies in one of the drawers.
  static func isIn(_ drawers: [Drawer]) -> Condition {
    // The plus keeps SQLite from taking the index by drawer, which would have to be sorted afterwards.
    Condition(sql: "+n.drawer_id IN (\(drawers.map { String($0.id) }.joined(separator: ", ")))")
  }

  /// That all the needles occur in the texts of the notification's copies.
  static func holds(_ needles: [Needle]) -> Condition {
    Condition(
      sql: """
        holds(n.title, CASE WHEN n.more_deliveries = 0 THEN n.text ELSE n.text || char(0) || coalesce((
          SELECT group_concat(coalesce(d.title, '') || char(0) || d.text, char(0)) FROM delivery d
          WHERE d.time BETWEEN (n.id >> \(NotificationID.sequenceBits)) - n.before_ms AND (n.id >> \(NotificationID.sequenceBits)) + n.after_ms
            AND d.notification_id = n.id AND d.text IS NOT NULL), '') END, ?)
        """,
      arguments: [HoldsFunction.argument(needles)])
  }
}
