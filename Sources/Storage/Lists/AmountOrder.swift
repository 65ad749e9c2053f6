import GRDB

/// The order by amount, which is brought up to date many notifications at a time.
///
/// Measured on 1 M messages: with an index on the amount every batch of 5 000 rewrites nearly all of its pages, and adding takes 21 µs a
/// notification instead of 16.
enum AmountOrder {
  /// A reader sorts this many waiting notifications itself, in some ms.
  static let readable = 2000
  /// Fewer than this, and fewer than a tenth of all, wait until somebody asks for the order.
  private static let patience = 200_000

  /// How many are written between two looks at how many wait, which cost some ms when it is many.
  private static let interval = 50_000

  /// To be told of everything that was written: now and then looks whether much waits, and puts it in place.
  static func wrote(_ count: Int, _ db: Database, _ names: inout NameTables) throws {
    names.unsettled += count
    guard names.unsettled >= interval else { return }
    names.unsettled = 0
    try settleIfMuch(db)
  }

  private static func settleIfMuch(_ db: Database) throws {
    let waiting = try waiting(db, limit: patience)
    guard waiting == patience else { return }
    let total = try Int.fetchOne(db, sql: "SELECT sum(total) FROM drawer") ?? 0
    if try self.waiting(db, limit: total / 10) >= total / 10 { try settle(db) }
  }

  /// Puts what waits in place, when it is more than a reader should sort.
  static func settleForReaders(_ db: Database) throws {
    if try waiting(db, limit: readable + 1) > readable { try settle(db) }
  }

  /// Puts what waits in place.
  static func settle(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO amount_order (drawer_id, magnitude, id)
        SELECT n.drawer_id, n.magnitude, n.id FROM amount_due CROSS JOIN notification n ON n.id = amount_due.id ORDER BY 1, 2, 3;
        DELETE FROM amount_due;
        """)
  }

  /// How many wait, counted up to a limit.
  static func waiting(_ db: Database, limit: Int) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT 1 FROM amount_due LIMIT ?)", arguments: [limit]) ?? 0
  }

  /// The keys of what waits and lies in one of the drawers.
  static func waitingKeys(_ db: Database, in drawers: [Drawer]) throws -> [ListKey] {
    let wanted = Set(drawers.map(\.id))
    let statement = try db.cachedStatement(
      sql: "SELECT n.drawer_id, n.magnitude, n.id FROM amount_due CROSS JOIN notification n ON n.id = amount_due.id")
    var keys: [ListKey] = []
    while try statement.step() {
      guard wanted.contains(statement.integer(0)) else { continue }
      keys.append(ListKey(magnitude: statement.integer(1), id: statement.integer(2)))
    }
    return keys
  }

  /// All keys of some drawers whose magnitudes lie in a range; nil when they are more than a limit.
  static func keys(_ db: Database, in drawers: [Drawer], magnitudes: ClosedRange<Int64>, limit: Int) throws -> [ListKey]? {
    let reach = ListReach(order: .amount, direction: .onward, from: nil)
    var merge = try DrawerMerge(db, drawers: drawers, reach: reach, bounds: 0...Int64.max, magnitudes: magnitudes)
    var keys: [ListKey] = []
    while let key = try merge.next() {
      guard keys.count < limit else { return nil }
      keys.append(key)
    }
    return keys
  }
}
