import GRDB
import Model

/// A stored delivery that tells of the same record as another.
struct StoredTelling: Hashable {
  var key: CopyKey
  var telling: Telling
  var notification: Int64
}

/// Finds deliveries by any of the times at which programs say that a record was.
struct TellingTable {
  private let byTime: GRDB.Statement
  private let byMoment: GRDB.Statement
  private let insertion: GRDB.Statement

  init(_ db: Database) throws {
    byTime = try db.cachedStatement(
      sql: """
        SELECT d.time, d.fingerprint, d.delivered_at, d.notification_id, e.name FROM delivery d LEFT JOIN endpoint e ON e.id = d.endpoint_id
        WHERE d.time BETWEEN ? AND ? AND d.fingerprint IN (?, ?)
        """)
    // What a moment names may have become a duplicate since; then the delivery is meant that stands for it.
    byMoment = try db.cachedStatement(
      sql: """
        SELECT d.time, d.fingerprint, d.delivered_at, d.notification_id, e.name, m.at
        FROM moment m LEFT JOIN duplicate u ON u.time = m.time AND u.fingerprint = m.holder
          JOIN delivery d ON d.time = coalesce(u.standing_time, m.time) AND d.fingerprint = coalesce(u.standing_fingerprint, m.holder)
          LEFT JOIN endpoint e ON e.id = d.endpoint_id
        WHERE m.at BETWEEN ? AND ? AND m.fingerprint = ?
        """)
    insertion = try db.cachedStatement(sql: "INSERT OR IGNORE INTO moment (at, fingerprint, time, holder) VALUES (?, ?, ?, ?)")
  }

  /// Notes that a record that stands under a key was at another time too.
  func note(_ moment: Int64, _ fingerprint: Int64, _ key: CopyKey) throws {
    insertion.bind(moment, at: 1)
    insertion.bind(fingerprint, at: 2)
    insertion.bind(key.time, at: 3)
    insertion.bind(key.fingerprint, at: 4)
    try insertion.run()
  }

  /// The deliveries that tell of the record, those that tell most of it first. Of two endpoints that are both known and differ each has its own.
  func find(_ telling: Telling, _ fingerprint: Int64, endpoint: String?) throws -> [StoredTelling] {
    var found: [StoredTelling] = []
    let mixed = endpoint.map { Fingerprint.of(fingerprint, endpoint: $0) } ?? fingerprint
    func take(_ statement: GRDB.Statement, at moment: Int64?) {
      if let endpoint, let other = statement.textOrNull(4), !endpoint.isExactly(other) { return }
      let time = statement.integer(0)
      let stored = StoredTelling(
        key: CopyKey(time: time, fingerprint: statement.integer(1)),
        telling: Telling(time: time, deliveredAt: statement.integerOrNull(2)), notification: statement.integer(3))
      // A moment that another telling gave stands for a telling of its own.
      let isSame = telling.isSame(as: stored.telling) || moment.map { telling.isSame(as: Telling(time: $0, deliveredAt: nil)) } ?? false
      if isSame, !found.contains(where: { $0.key == stored.key }) { found.append(stored) }
    }
    for moment in telling.moments {
      let isArrival = telling.arrivals.contains(moment)
      let span = isArrival ? Telling.span(ofSecondOf: moment) : moment...moment
      for statement in [byTime, byMoment] {
        statement.bind(span.lowerBound, at: 1)
        statement.bind(span.upperBound, at: 2)
        statement.bind(fingerprint, at: 3)
      }
      byTime.bind(mixed, at: 4)
      while try byTime.step() { take(byTime, at: nil) }
      while try byMoment.step() { take(byMoment, at: byMoment.integer(5)) }
    }
    return found.sorted { $0.telling.isBetter(than: $1.telling) || !$1.telling.isBetter(than: $0.telling) && $0.key < $1.key }
  }
}
