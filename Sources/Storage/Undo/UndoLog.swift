import GRDB
import Model

/// What the user changed, step by step, kept in the database so that undo outlives the program.
///
/// A step lists the notifications whose mark it turned over, no others; so undoing is turning the same mark over again, and no former values
/// need to be kept.
enum UndoLog {
  /// How many steps are kept.
  static let limit = 200

  /// Makes a change to the notifications that `collect` lists in `undo_row`: those that aren't yet as wanted.
  static func record(
    _ change: Change, at: Timestamp, _ db: Database, _ names: inout NameTables, collect: (_ step: Int64) throws -> Void
  ) throws -> Changed {
    try db.execute(
      sql: "INSERT INTO undo_step (change, count, at) VALUES (?, 0, ?)", arguments: [change.rawValue, at.milliseconds])
    let step = db.lastInsertedRowID
    try collect(step)
    let count = try turnOver(step, change.flag, sets: change.sets, db, &names)
    if count == 0 {
      try db.execute(sql: "DELETE FROM undo_step WHERE id = ?", arguments: [step])
      return Changed(count: 0)
    }
    try db.execute(sql: "UPDATE undo_step SET count = ? WHERE id = ?", arguments: [count, step])
    try forget("is_undone <> 0 OR id <= \(step) - \(limit)", db)
    return Changed(count: count)
  }

  static func undo(_ db: Database, _ names: inout NameTables) throws -> Undone? {
    try turn("SELECT * FROM undo_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1", isUndone: true, db, &names)
  }

  static func redo(_ db: Database, _ names: inout NameTables) throws -> Undone? {
    try turn("SELECT * FROM undo_step WHERE is_undone <> 0 ORDER BY id LIMIT 1", isUndone: false, db, &names)
  }

  private static func turn(_ sql: String, isUndone: Bool, _ db: Database, _ names: inout NameTables) throws -> Undone? {
    guard let row = try Row.fetchOne(db, sql: sql), let change = Change(rawValue: row["change"]) else { return nil }
    let step: Int64 = row["id"]
    _ = try turnOver(step, change.flag, sets: change.sets != isUndone, db, &names)
    try db.execute(sql: "UPDATE undo_step SET is_undone = ? WHERE id = ?", arguments: [isUndone, step])
    return Undone(change: change, count: row["count"], at: Timestamp(milliseconds: row["at"]))
  }

  private static func forget(_ condition: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM undo_row WHERE step_id IN (SELECT id FROM undo_step WHERE \(condition))")
    try db.execute(sql: "DELETE FROM undo_step WHERE \(condition)")
  }

  /// Moves a step's notifications from each drawer to its twin with the mark turned over.
  private static func turnOver(
    _ step: Int64, _ flag: NotificationRow.Flags, sets: Bool, _ db: Database, _ names: inout NameTables
  ) throws -> Int {
    var count = 0
    for drawer in try Drawers(db, dataVersion: 0).all where drawer.total > 0 && drawer.label.flags.contains(flag) != sets {
      var label = drawer.label
      label.flags.formSymmetricDifference(flag)
      try db.execute(
        sql: """
          UPDATE notification SET drawer_id = ? WHERE drawer_id = ? AND id IN (SELECT notification_id FROM undo_row WHERE step_id = ?)
          """,
        arguments: [try names.drawer(label, db), drawer.id, step])
      count += db.changesCount
    }
    try AmountOrder.wrote(count, db, &names)
    return count
  }
}
