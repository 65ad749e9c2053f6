import GRDB
import Model

/// Writes into a new log what was there before it: imports and deliveries.
enum LedgerUpgrade {
  static func log(_ db: Database, into ledger: inout LedgerAppender) throws {
    for progress in try ImportTable.all(db) { try ledger.append(ImportTable.entry(progress)) }
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM delivery)") == true else { return }
    let rows = try LoggedDeliveries(db)
    let update = try db.cachedStatement(sql: "UPDATE delivery SET leaf = ? WHERE time = ? AND fingerprint = ?")
    // The rows are read to the end before the first is changed, a part at a time, so that no cursor stands in a table that is written.
    var last: (time: Int64, fingerprint: Int64)?
    while true {
      let part = try rows.part(after: last, limit: partSize)
      for row in part {
        let leaf = try ledger.append(arrivalOf: row.delivery, account: row.account, secrets: row.secrets)
        update.bind(Int64(leaf), at: 1)
        update.bind(row.time, at: 2)
        update.bind(row.fingerprint, at: 3)
        try update.run()
      }
      guard let end = part.last, part.count == partSize else { return }
      last = (end.time, end.fingerprint)
    }
  }

  /// Writes down events, findings and arrangements that an older program stored without.
  static func logRecords(_ db: Database, into ledger: inout LedgerAppender) throws {
    let events = try Int64.fetchAll(db, sql: "SELECT id FROM event WHERE leaf IS NULL ORDER BY id")
    for id in events {
      for event in try EventRows.fetch(where: "e.id = ?", [id], db) {
        try db.execute(sql: "UPDATE event SET leaf = ? WHERE id = ?", arguments: [try ledger.append(event), id])
      }
    }
    for id in try String.fetchAll(db, sql: "SELECT id FROM finding WHERE leaf IS NULL ORDER BY time, id") {
      try FindingRows.log(FindingID(text: id), db, &ledger)
    }
    try FindingRows.logTransitions(of: nil, db, &ledger)
    for (arrangement, leaf) in try Store.arrangements(db) where leaf == nil {
      let leaf = try ledger.append(RecordEntries.entry(arrangement))
      try db.execute(sql: "UPDATE arrangement SET leaf = ? WHERE id = ?", arguments: [leaf, arrangement.id])
    }
  }

  private static let partSize = 10_000
}
