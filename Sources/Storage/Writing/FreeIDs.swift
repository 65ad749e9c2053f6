import GRDB
import Model

/// Gives identifiers to new notifications.
struct FreeIDs {
  private let lastOfMillisecond: GRDB.Statement
  /// The newest notification; what is newer needs no looking for room.
  private var newest: Int64

  init(_ db: Database) throws {
    newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM notification") ?? -1
    lastOfMillisecond = try db.cachedStatement(sql: "SELECT max(id) FROM notification WHERE id BETWEEN ? AND ?")
  }

  /// The next identifier of a millisecond; of the next one when a million share it.
  mutating func next(at time: Timestamp) throws -> NotificationID {
    var first = NotificationID(time: time)
    while first.rawValue <= newest {
      let last = NotificationID(time: first.time, sequence: -1)
      lastOfMillisecond.bind(first.rawValue, at: 1)
      lastOfMillisecond.bind(last.rawValue, at: 2)
      var taken: Int64?
      while try lastOfMillisecond.step() { taken = lastOfMillisecond.integerOrNull(0) }
      guard let taken else { return first }
      first = NotificationID(rawValue: taken + 1)
      if taken < last.rawValue { break }
    }
    newest = max(newest, first.rawValue)
    return first
  }
}
