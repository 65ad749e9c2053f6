import Detection
import GRDB
import Model

extension Store {
  /// The events that are stored of what these messages said of devices, channels and numbers; without notices and what was evidence near them.
  public func factsTold(by ids: [NotificationID]) throws(StoreError) -> [NotificationID: [SecurityEvent]] {
    let kinds = MessageEvents.factKinds.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    return try totals.read { db, _ in
      var told: [NotificationID: [SecurityEvent]] = [:]
      for id in ids {
        let events = try EventRows.fetch(where: "e.notification_id = ? AND e.source = 2 AND +e.kind IN (\(kinds))", [id.rawValue], db)
        if !events.isEmpty { told[id] = events }
      }
      return told
    }
  }

  /// What the texts say, read anew: replaces bank and facts of notifications; texts, deliveries and marks stay. Events that the messages tell now are
  /// added, replaced and withdrawn in the same transaction, with their entries in the log, and their accounts are judged anew. Returns how
  /// many notifications were found.
  @discardableResult
  public func rewriteFacts(_ batch: [(id: NotificationID, bank: String?, facts: Facts)]) throws(StoreError) -> Int {
    let watching = watching
    return try writable().write { db, names in
      var rewriting = try FactsRewriting(db, names: names)
      var retelling = try Retelling(watching, db)
      var count = 0
      for (id, bank, facts) in batch.sorted(by: { $0.id < $1.id }) {
        try retelling.note(id, bank: bank, facts, db)
        if try rewriting.rewrite(id, bank: bank, facts) { count += 1 }
      }
      names = rewriting.names
      try retelling.finish(db, &names)
      return count
    }
  }
}
