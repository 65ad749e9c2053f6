import GRDB
import Model

/// Events as rows of their table.
struct EventRows {
  private let insert: GRDB.Statement

  private static let columns = [
    "event_id", "time", "kind", "source", "notification_id", "device_id", "device_name", "device_platform", "endpoint", "done_by",
    "confirmed_by", "confirmed_on", "code_age", "place", "scope", "old", "new", "channel", "operation", "about", "amount_minor", "currency",
    "direction", "payee", "own", "balance_minor", "sent_at", "sender", "sender_known", "hosts", "code_host", "leaf",
  ]

  init(_ db: Database) throws {
    let columns = ["account_id", "bank_id"] + Self.columns
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO event (\(columns.joined(separator: ", "))) VALUES (\(marks))")
  }

  /// Stores an event unless one of its account has its id, and logs it.
  /// - Returns: whether it is new.
  func add(_ event: SecurityEvent, _ db: Database, _ names: inout NameTables, _ ledger: inout LedgerAppender) throws -> Bool {
    var source = 1
    var notification: Int64?
    switch event.source {
    case .file: break
    case .message(let id):
      source = 2
      notification = id.rawValue
    case .simulator: source = 3
    case .user: source = 4
    }
    let accountID = try names.id(of: event.account, in: .account, db)
    let bankID = try event.bank.map { try names.id(of: $0, in: .bank, db) } ?? 0
    var values = ParametersInTurn(insert)
    values.bind(accountID)
    values.bind(bankID)
    values.bind(event.id)
    values.bind(event.time.milliseconds)
    values.bind(event.kind.rawValue)
    values.bind(source)
    values.bind(notification)
    values.bind(event.device?.id)
    values.bind(event.device?.name)
    values.bind(event.device?.platform)
    values.bind(event.endpoint)
    values.bind(event.by)
    values.bind(event.confirmedBy)
    values.bind(event.confirmedOn)
    values.bind(event.codeAgeSeconds)
    values.bind(event.place)
    values.bind(event.scope)
    values.bind(event.from)
    values.bind(event.to)
    values.bind(event.channel?.rawValue)
    values.bind(event.operation)
    values.bind(event.about)
    values.bind(event.amount?.minorUnits)
    values.bind(event.amount?.currency.code)
    values.bind(event.direction?.rawValue)
    values.bind(event.payee)
    values.bind(event.own)
    values.bind(event.balanceMinor)
    values.bind(event.sentAt?.milliseconds)
    values.bind(event.sender)
    values.bind(event.senderIsKnown)
    values.bind(event.hosts.isEmpty ? nil : event.hosts.joined(separator: " "))
    values.bind(event.codeHost)
    values.bind(ledger.next)
    try insert.run()
    guard db.changesCount > 0 else { return false }
    try ledger.append(event)
    return true
  }

  /// Where events lie.
  enum Table: String {
    case standing = "event"
    /// Out of it, so that nothing reckons with them.
    case withdrawn = "withdrawn_event"
  }

  /// An event with its entries in the log: the one that tells of it, and the one that withdraws it.
  struct Logged {
    var event: SecurityEvent
    var leaf: Int?
    var withdrawal: Int?
  }

  /// The events that a condition on `event e` holds for, in their order.
  /// `varies`: whether the condition is seldom the same twice, so that its statement isn't worth keeping.
  static func fetch(
    where condition: String, varies: Bool = false, _ arguments: StatementArguments, _ db: Database
  ) throws -> [SecurityEvent] {
    try logged(where: condition, varies: varies, order: "ORDER BY e.time, e.kind, e.event_id", arguments, db).map(\.event)
  }

  /// Those that a condition on `event e` and `account` holds for, with their entries in the log, in any order.
  static func logged(
    in table: Table = .standing, where condition: String, varies: Bool = false, order: String = "", _ arguments: StatementArguments,
    _ db: Database
  ) throws -> [Logged] {
    var all: [Logged] = []
    try each(in: table, where: condition, varies: varies, order: order, arguments, db) { all.append($0) }
    return all
  }

  /// Goes through those that a condition holds for; for when there are too many to have them all at once. `body` mustn't ask for the same.
  static func each(
    in table: Table = .standing, where condition: String, varies: Bool = false, order: String = "", _ arguments: StatementArguments,
    _ db: Database, _ body: (Logged) throws -> Void
  ) throws {
    let sql = """
      SELECT account.name, bank.key, \(columns.map { "e." + $0 }.joined(separator: ", ")), \(table == .withdrawn ? "e.withdrawal" : "NULL")
      FROM \(table.rawValue) e JOIN account ON account.id = e.account_id LEFT JOIN bank ON bank.id = e.bank_id WHERE \(condition) \(order)
      """
    let statement = varies ? try db.makeStatement(sql: sql) : try db.cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    defer { statement.rewind() }
    while try statement.step() {
      var row = ColumnsInTurn(statement)
      guard let event = event(&row) else { continue }
      let leaf = row.number().map { Int($0) }
      try body(Logged(event: event, leaf: leaf, withdrawal: row.number().map { Int($0) }))
    }
  }

  /// Takes an event out of those that stand.
  /// - Returns: the row that it is kept in from now on.
  static func withdraw(_ event: SecurityEvent, _ db: Database) throws -> Int64 {
    let columns = (["account_id", "bank_id"] + columns).joined(separator: ", ")
    let condition = "account_id = (SELECT id FROM account WHERE name = ?) AND event_id = ?"
    let insertion = try db.cachedStatement(
      sql: "INSERT INTO withdrawn_event (\(columns)) SELECT \(columns) FROM event WHERE \(condition)")
    try insertion.execute(arguments: [event.account, event.id])
    let row = db.lastInsertedRowID
    try db.cachedStatement(sql: "DELETE FROM event WHERE \(condition)").execute(arguments: [event.account, event.id])
    return row
  }

  /// The columns have to be read in the order of `columns`, behind account and bank.
  private static func event(_ row: inout ColumnsInTurn) -> SecurityEvent? {
    let account = row.text() ?? ""
    let bank = row.text()
    let id = row.text() ?? ""
    let time = Timestamp(milliseconds: row.number() ?? 0)
    guard let kind = row.number().flatMap({ EventKind(rawValue: Int($0)) }) else { return nil }
    let source = row.number()
    let notification = NotificationID(rawValue: row.number() ?? 0)
    let device = (id: row.text(), name: row.text(), platform: row.text())
    var event = SecurityEvent(
      id: id, time: time, kind: kind, account: account, bank: bank,
      device: device.id.map { LinkedDevice(id: $0, name: device.name, platform: device.platform) },
      source: source == 2 ? .message(notification) : source == 3 ? .simulator : source == 4 ? .user : .file)
    event.endpoint = row.text()
    event.by = row.text()
    event.confirmedBy = row.text()
    event.confirmedOn = row.text()
    event.codeAgeSeconds = row.number()
    event.place = row.text()
    event.scope = row.text()
    event.from = row.text()
    event.to = row.text()
    event.channel = row.number().flatMap { Channel(rawValue: Int($0)) }
    event.operation = row.text()
    event.about = row.text()
    let amount = (minor: row.number(), currency: row.text())
    event.amount = amount.minor.map { Money(minorUnits: $0, currency: Currency(code: amount.currency ?? "RUB")) }
    event.direction = row.number().flatMap { Direction(rawValue: Int($0)) }
    event.payee = row.text()
    event.own = row.number().map { $0 != 0 }
    event.balanceMinor = row.number()
    event.sentAt = row.number().map(Timestamp.init)
    event.sender = row.text()
    event.senderIsKnown = row.number().map { $0 != 0 }
    event.hosts = row.text()?.split(separator: " ").map(String.init) ?? []
    event.codeHost = row.text()
    return event
  }
}
