import GRDB
import Model

extension Store {
  /// Changes notifications as one step that can be undone.
  public func change(_ change: Change, on ids: [NotificationID]) throws(StoreError) -> Changed {
    let at = calendar.now()
    return try writable().write { db, names in
      try UndoLog.record(change, at: at, db, &names) { step in
        let insert = try db.cachedStatement(
          sql: """
            INSERT OR IGNORE INTO undo_row (step_id, notification_id)
            SELECT ?1, n.id FROM notification n JOIN drawer ON drawer.id = n.drawer_id WHERE n.id = ?2 AND (drawer.flags & ?3 <> 0) <> ?4
            """)
        for id in ids {
          insert.bind(step, at: 1)
          insert.bind(id.rawValue, at: 2)
          insert.bind(Int64(change.flag.rawValue), at: 3)
          insert.bind(change.sets ? 1 : 0, at: 4)
          try insert.run()
        }
      }
    }
  }

  /// Changes everything in a list as one step that can be undone.
  public func change(_ change: Change, allIn query: ListQuery) throws(StoreError) -> Changed {
    let at = calendar.now()
    return try writable().write { db, names in
      try UndoLog.record(change, at: at, db, &names) { step in
        let drawers = try Drawers(db, dataVersion: 0)
        let others = drawers.keeping { $0.label.flags.contains(change.flag) != change.sets }
        guard let list = try WholeList(Listing(db, query, drawers: others, calendar: calendar)) else { return }
        let statement = try db.makeStatement(
          sql: "INSERT INTO undo_row (step_id, notification_id) SELECT ?, n.id FROM \(list.from) WHERE \(list.condition.sql)")
        statement.bind([step.databaseValue] + list.condition.arguments, from: 1)
        try statement.run()
      }
    }
  }

  /// Takes back the last change that wasn't undone.
  /// - Returns: what was undone; nil when there is nothing to undo.
  public func undo() throws(StoreError) -> Undone? {
    let (at, rule) = (calendar.now(), mergingRule)
    return try writable().write { db, names in try UndoLog.undo(at: at, db, &names, rule: rule) }
  }

  /// Makes the last undone change again.
  /// - Returns: what was done; nil when there is nothing to redo.
  public func redo() throws(StoreError) -> Undone? {
    let (at, rule) = (calendar.now(), mergingRule)
    return try writable().write { db, names in try UndoLog.redo(at: at, db, &names, rule: rule) }
  }
}
