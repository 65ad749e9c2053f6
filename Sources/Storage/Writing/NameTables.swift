import GRDB
import Model

/// The small tables that give a number to each bank, sender and so on, remembered between batches.
struct NameTables {
  enum Table: Int, CaseIterable {
    case bank, account, sender, merchant, currency, endpoint

    fileprivate var name: String {
      switch self {
      case .bank: "bank"
      case .account: "account"
      case .sender: "sender"
      case .merchant: "merchant"
      case .currency: "currency"
      case .endpoint: "endpoint"
      }
    }

    fileprivate var column: String { self == .bank ? "key" : "name" }
  }

  /// More than this many names aren't remembered; a history names at most some thousands.
  private static let limit = 20_000

  private var known: [[ExactText: Int64]] = Table.allCases.map { _ in [:] }
  private var drawers: [Drawer.Label: Int64] = [:]
  /// Notifications written since it was last looked whether the order by amount should be brought up to date.
  var unsettled = 0
  /// As of when the names are known.
  private var dataVersion: Int64?

  /// Forgets the names when another connection has written since they became known: it may have erased some. Drawers are never erased.
  mutating func keep(asOf version: Int64) {
    if dataVersion != version { forgetNames() }
    dataVersion = version
  }

  /// For when names have gone.
  mutating func forgetNames() {
    known = Table.allCases.map { _ in [:] }
  }

  /// The number of a name, which is written down when it is new.
  mutating func id(of name: String, in table: Table, _ db: Database) throws -> Int64 {
    let exact = ExactText(name)
    if let id = known[table.rawValue][exact] { return id }
    let id = try Self.find(name, in: table, db) ?? Self.insert(name, into: table, db)
    if known[table.rawValue].count >= Self.limit { known[table.rawValue].removeAll() }
    known[table.rawValue][exact] = id
    return id
  }

  /// The drawer with a label, which is made when there is none.
  mutating func drawer(_ label: Drawer.Label, _ db: Database) throws -> Int64 {
    if let id = drawers[label] { return id }
    let find = try db.cachedStatement(sql: "SELECT id FROM drawer WHERE bank_id = ? AND category = ? AND channels = ? AND flags = ?")
    Self.bind(label, to: find)
    var id: Int64?
    while try find.step() { id = find.integer(0) }
    if id == nil {
      let insert = try db.cachedStatement(sql: "INSERT INTO drawer (bank_id, category, channels, flags) VALUES (?, ?, ?, ?)")
      Self.bind(label, to: insert)
      try insert.run()
    }
    let found = id ?? db.lastInsertedRowID
    drawers[label] = found
    return found
  }

  private static func bind(_ label: Drawer.Label, to statement: GRDB.Statement) {
    statement.bind(label.bankID, at: 1)
    statement.bind(Int64(label.category?.rawValue ?? 0), at: 2)
    statement.bind(Int64(label.channels.rawValue), at: 3)
    statement.bind(Int64(label.flags.rawValue), at: 4)
  }

  private static func find(_ name: String, in table: Table, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT id FROM \(table.name) WHERE \(table.column) = ?")
    statement.bind(name, at: 1)
    var id: Int64?
    while try statement.step() { id = statement.integer(0) }
    return id
  }

  private static func insert(_ name: String, into table: Table, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "INSERT INTO \(table.name) (\(table.column)) VALUES (?)")
    statement.bind(name, at: 1)
    try statement.run()
    return db.lastInsertedRowID
  }
}
