import GRDB
import Model

extension Store {
  /// How many deliveries tell of a record that another delivery tells of too: what programs kept under different times of it, stored before these
  /// were compared. Looks through everything.
  public func toldTwice() throws(StoreError) -> Int {
    try totals.read { db, _ in try ToldTwice.groups(db).reduce(0) { $0 + $1.tellings.count - 1 } }
  }

  /// Makes one delivery of those that tell of one record, a part of them at a time. Marks, steps of undo and the log stay; what both told counts once.
  /// - Returns: how many deliveries another stands for now; 0 when nothing is left to do.
  public func uniteTellings() throws(StoreError) -> Int {
    let (rule, watching) = (mergingRule, watching)
    return try writable().write { db, names in
      let groups = try ToldTwice.groups(db, limit: ToldTwice.atOnce)
      guard !groups.isEmpty else { return 0 }
      var union = try TellingUnion(db, rule: rule)
      var ids = try FreeIDs(db)
      for group in groups { _ = try union.unite(group.tellings, group.fingerprint, ids: &ids, names: &names) }
      try union.finish(DeliveryTable(db), ids: &ids, names: &names)
      var withdrawn = WithdrawnEvents(by: .program)
      for event in union.obsolete { try withdrawn.take(event, db) }
      try watching.replace(withdrawn, by: [], db, &names)
      return groups.reduce(0) { $0 + $1.tellings.count - 1 }
    }
  }
}

/// Stored deliveries that tell of one record.
private struct ToldTwice {
  /// What they have in common.
  var fingerprint: Int64
  /// Those that tell most of it first.
  var tellings: [StoredTelling]

  /// How many are united in one transaction.
  static let atOnce = 1000

  /// Groups of two or more, at most `limit` of them.
  static func groups(_ db: Database, limit: Int = .max) throws -> [ToldTwice] {
    let tellings = try TellingTable(db)
    let candidates = try db.makeStatement(
      sql: """
        SELECT m.fingerprint, d.time, d.delivered_at, e.name, d.fingerprint FROM moment m
          JOIN delivery d ON d.time BETWEEN m.at - (m.at % 1000) AND m.at - (m.at % 1000) + 999 AND d.fingerprint = m.fingerprint
          LEFT JOIN endpoint e ON e.id = d.endpoint_id
        WHERE (d.time, d.fingerprint) <> (m.time, m.holder)
        UNION
        SELECT m.fingerprint, d.time, d.delivered_at, e.name, d.fingerprint FROM moment m
          JOIN moment o ON o.at BETWEEN m.at - (m.at % 1000) AND m.at - (m.at % 1000) + 999 AND o.fingerprint = m.fingerprint
          JOIN delivery d ON d.time = m.time AND d.fingerprint = m.holder LEFT JOIN endpoint e ON e.id = d.endpoint_id
        WHERE (o.time, o.holder) <> (m.time, m.holder)
        UNION
        SELECT d.fingerprint, d.time, d.delivered_at, e.name, d.fingerprint FROM delivery o
          JOIN delivery d ON d.time BETWEEN o.time + 1 AND o.time + 999 AND d.fingerprint = o.fingerprint
          LEFT JOIN endpoint e ON e.id = d.endpoint_id
        WHERE o.time % 1000 = 0
        """)
    var seen: Set<CopyKey> = []
    var groups: [ToldTwice] = []
    while groups.count < limit, try candidates.step() {
      let (fingerprint, time) = (candidates.integer(0), candidates.integer(1))
      guard !seen.contains(CopyKey(time: time, fingerprint: candidates.integer(4))) else { continue }
      let all = try closure(
        Telling(time: time, deliveredAt: candidates.integerOrNull(2)), fingerprint, endpoint: candidates.textOrNull(3), tellings)
      seen.formUnion(all.map(\.key))
      if all.count > 1 { groups.append(ToldTwice(fingerprint: fingerprint, tellings: all)) }
    }
    return groups
  }

  /// Everything that tells of the record that one of them tells of.
  private static func closure(
    _ first: Telling, _ fingerprint: Int64, endpoint: String?, _ table: TellingTable
  ) throws -> [StoredTelling] {
    var all = try table.find(first, fingerprint, endpoint: endpoint)
    var looked = 0
    while looked < all.count {
      for other in try table.find(all[looked].telling, fingerprint, endpoint: endpoint) where !all.contains(where: { $0.key == other.key })
      {
        all.append(other)
      }
      looked += 1
    }
    return all.sorted { $0.telling.isBetter(than: $1.telling) || !$1.telling.isBetter(than: $0.telling) && $0.key < $1.key }
  }
}
