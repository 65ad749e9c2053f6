import GRDB
import Model

/// Finds stored copies by their marks. Deliveries lie in order of time, so a stretch of time is one pass over neighbouring rows.
struct StoredMarks {
  private let db: Database
  private let rule: any MergingRule
  private let stretch: GRDB.Statement
  private let writing: GRDB.Statement
  private let reader: StoredGroup.Reader
  /// The latest stored delivery.
  let latest: Int64

  /// A stored copy with its mark, and where it belongs.
  struct Found {
    var key: CopyKey
    var mark: Int64
    var id: NotificationID
  }

  init(_ db: Database, rule: any MergingRule) throws {
    self.db = db
    self.rule = rule
    stretch = try db.cachedStatement(sql: "SELECT time, fingerprint, mark, notification_id FROM delivery WHERE time BETWEEN ? AND ?")
    writing = try db.cachedStatement(sql: "UPDATE delivery SET mark = ? WHERE time = ? AND fingerprint = ?")
    reader = try StoredGroup.Reader(db)
    latest = try Int64.fetchOne(db, sql: "SELECT max(time) FROM delivery") ?? .min
  }

  /// The stored copies of a stretch of time whose mark is wanted.
  func find(_ times: ClosedRange<Int64>, where isWanted: (Int64) -> Bool) throws -> [Found] {
    guard times.lowerBound <= latest else { return [] }
    stretch.bind(times.lowerBound, at: 1)
    stretch.bind(times.upperBound, at: 2)
    var found: [Found] = []
    var open: [Found] = []
    while try stretch.step() {
      let mark = stretch.integerOrNull(2)
      if let mark, !isWanted(mark) { continue }
      let copy = Found(
        key: CopyKey(time: stretch.integer(0), fingerprint: stretch.integer(1)), mark: mark ?? Mark.none,
        id: NotificationID(rawValue: stretch.integer(3)))
      if mark == nil { open.append(copy) } else { found.append(copy) }
    }
    for var copy in open {
      copy.mark = try workOut(copy)
      if isWanted(copy.mark) { found.append(copy) }
    }
    return found
  }

  /// A notification whole; nil when there is no such one.
  func group(_ id: NotificationID) throws -> StoredGroup? {
    try reader.read(id)
  }

  /// Finds out the mark of a copy that was stored without one, and writes it down. Several copies without a mark were stored as one by their
  /// source.
  private func workOut(_ copy: Found) throws -> Int64 {
    guard let group = try reader.read(copy.id) else { return Mark.none }
    let mark = group.copies.count > 1 ? Mark.held : rule.mark(of: group.singles(rule: rule)[0]) ?? Mark.none
    writing.bind(mark, at: 1)
    writing.bind(copy.key.time, at: 2)
    writing.bind(copy.key.fingerprint, at: 3)
    try writing.run()
    return mark
  }
}
