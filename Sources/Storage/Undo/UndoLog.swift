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
    let step = try begin(.marked(change), count: 0, at: at, db)
    try collect(step)
    let count = try turnOver(step, change.flag, sets: change.sets, db, &names)
    if count == 0 {
      try db.execute(sql: "DELETE FROM undo_step WHERE id = ?", arguments: [step])
      return Changed(count: 0)
    }
    try db.execute(sql: "UPDATE undo_step SET count = ? WHERE id = ?", arguments: [count, step])
    try forgetOld(step, db)
    return Changed(count: count)
  }

  /// Writes down a split or a joining that was made.
  static func record(_ deed: Deed, count: Int, moves: [CopyMove], at: Timestamp, _ db: Database) throws {
    let step = try begin(deed, count: count, at: at, db)
    for move in moves { try move.save(step, db) }
    try forgetOld(step, db)
  }

  static func undo(at: Timestamp, _ db: Database, _ names: inout NameTables, rule: (any MergingRule)?) throws -> Undone? {
    try turn("SELECT * FROM undo_step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1", isUndone: true, at, db, &names, rule)
  }

  static func redo(at: Timestamp, _ db: Database, _ names: inout NameTables, rule: (any MergingRule)?) throws -> Undone? {
    try turn("SELECT * FROM undo_step WHERE is_undone <> 0 ORDER BY id LIMIT 1", isUndone: false, at, db, &names, rule)
  }

  private static func turn(
    _ sql: String, isUndone: Bool, _ at: Timestamp, _ db: Database, _ names: inout NameTables, _ rule: (any MergingRule)?
  ) throws -> Undone? {
    guard let row = try Row.fetchOne(db, sql: sql), let deed = Deed(rawValue: row["change"]) else { return nil }
    let step: Int64 = row["id"]
    switch deed {
    case .marked(let change): _ = try turnOver(step, change.flag, sets: change.sets != isUndone, db, &names)
    case .split, .joined:
      var splitting = try HandMerging(db, rule: rule)
      let moves = try CopyMove.all(of: step, db)
      try splitting.replay(moves, backwards: isUndone, keepsApart: deed == .split, &names)
      let word = (deed == .split ? "split" : "join") + (isUndone ? "_undone" : "_redone")
      try LedgerAppender.append([RecordEntries.regrouping(word, moves, db)], at: at, db)
    }
    try db.execute(sql: "UPDATE undo_step SET is_undone = ? WHERE id = ?", arguments: [isUndone, step])
    return Undone(deed: deed, count: row["count"], at: Timestamp(milliseconds: row["at"]))
  }

  private static func begin(_ deed: Deed, count: Int, at: Timestamp, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO undo_step (change, count, at) VALUES (?, ?, ?)", arguments: [deed.rawValue, count, at.milliseconds])
    return db.lastInsertedRowID
  }

  /// Forgets what was undone before this step, and what is too long ago.
  private static func forgetOld(_ step: Int64, _ db: Database) throws {
    let condition = "is_undone <> 0 OR id <= \(step) - \(limit)"
    for table in ["undo_row", "undo_copy"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE step_id IN (SELECT id FROM undo_step WHERE \(condition))")
    }
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
