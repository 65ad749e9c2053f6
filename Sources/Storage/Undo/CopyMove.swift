import GRDB
import Model

/// Where a copy was before a step of the user's, and where it is since.
struct CopyMove {
  var key: CopyKey
  var before: Place
  var after: Place

  struct Place: Hashable {
    /// The notification it is a copy of; copies that share one are a group.
    var id: Int64
    var ordinal: Int
    var mark: Int64?
    var flags: NotificationRow.Flags
  }

  func save(_ step: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO undo_copy (step_id, time, fingerprint, before_id, before_ordinal, before_mark, before_flags, after_id, after_ordinal,
          after_mark, after_flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        step, key.time, key.fingerprint, before.id, before.ordinal, before.mark, before.flags.rawValue, after.id, after.ordinal, after.mark,
        after.flags.rawValue,
      ])
  }

  static func all(of step: Int64, _ db: Database) throws -> [CopyMove] {
    try Row.fetchAll(db, sql: "SELECT * FROM undo_copy WHERE step_id = ? ORDER BY time, fingerprint", arguments: [step]).map { row in
      func place(_ name: String) -> Place {
        Place(
          id: row["\(name)_id"], ordinal: row["\(name)_ordinal"], mark: row["\(name)_mark"],
          flags: NotificationRow.Flags(rawValue: row["\(name)_flags"]))
      }
      return CopyMove(key: CopyKey(time: row["time"], fingerprint: row["fingerprint"]), before: place("before"), after: place("after"))
    }
  }
}
