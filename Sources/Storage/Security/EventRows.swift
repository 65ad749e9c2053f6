import GRDB
import Model

/// Events as rows of their table.
struct EventRows {
  private let insert: GRDB.Statement

  private static let columns = [
    "account_id", "event_id", "time", "kind", "bank_id", "source", "notification_id", "device_id", "device_name", "device_platform",
    "endpoint",
    "done_by", "confirmed_by", "confirmed_on", "code_age", "place", "scope", "old", "new", "channel", "operation", "about", "amount_minor",
    "currency", "direction", "payee", "own", "balance_minor", "sent_at", "sender", "sender_known", "hosts", "code_host", "leaf",
  ]

  init(_ db: Database) throws {
    let marks = Array(repeating: "?", count: Self.columns.count).joined(separator: ", ")
    insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO event (\(Self.columns.joined(separator: ", "))) VALUES (\(marks))")
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
    let values: [(any DatabaseValueConvertible)?] = [
      accountID, event.id, event.time.milliseconds, event.kind.rawValue, bankID, source, notification, event.device?.id, event.device?.name,
      event.device?.platform, event.endpoint, event.by, event.confirmedBy, event.confirmedOn, event.codeAgeSeconds, event.place,
      event.scope,
      event.from, event.to, event.channel?.rawValue, event.operation, event.about, event.amount?.minorUnits, event.amount?.currency.code,
      event.direction?.rawValue, event.payee, event.own, event.balanceMinor, event.sentAt?.milliseconds, event.sender, event.senderIsKnown,
      event.hosts.isEmpty ? nil : event.hosts.joined(separator: " "), event.codeHost, ledger.next,
    ]
    insert.bind(values.map { $0?.databaseValue ?? .null }, from: 1)
    try insert.run()
    guard db.changesCount > 0 else { return false }
    try ledger.append(event)
    return true
  }

  /// The events that a condition on `event e` holds for, in their order.
  static func fetch(where condition: String, _ arguments: StatementArguments, _ db: Database) throws -> [SecurityEvent] {
    let sql = """
      SELECT e.*, account.name AS account_name, bank.key AS bank_key
      FROM event e JOIN account ON account.id = e.account_id LEFT JOIN bank ON bank.id = e.bank_id
      WHERE \(condition) ORDER BY e.time, e.kind, e.event_id
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).compactMap(event)
  }

  /// Those that a condition on `event e` and `account` holds for, with their entries in the log, in any order.
  static func logged(
    where condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [(event: SecurityEvent, leaf: Int?)] {
    let sql = """
      SELECT e.*, account.name AS account_name, bank.key AS bank_key
      FROM event e JOIN account ON account.id = e.account_id LEFT JOIN bank ON bank.id = e.bank_id WHERE \(condition)
      """
    var all: [(event: SecurityEvent, leaf: Int?)] = []
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next() {
      if let event = event(row) { all.append((event, row["leaf"])) }
    }
    return all
  }

  private static func event(_ row: Row) -> SecurityEvent? {
    guard let kind = EventKind(rawValue: row["kind"]) else { return nil }
    let source: SecurityEvent.Source =
      switch row["source"] as Int {
      case 2: .message(NotificationID(rawValue: row["notification_id"] ?? 0))
      case 3: .simulator
      case 4: .user
      default: .file
      }
    var event = SecurityEvent(
      id: row["event_id"], time: Timestamp(milliseconds: row["time"]), kind: kind, account: row["account_name"], bank: row["bank_key"],
      device: device(row), source: source)
    event.endpoint = row["endpoint"]
    event.by = row["done_by"]
    event.confirmedBy = row["confirmed_by"]
    event.confirmedOn = row["confirmed_on"]
    event.codeAgeSeconds = row["code_age"]
    event.place = row["place"]
    event.scope = row["scope"]
    event.from = row["old"]
    event.to = row["new"]
    event.channel = (row["channel"] as Int?).flatMap(Channel.init)
    event.operation = row["operation"]
    event.about = row["about"]
    if let amount = row["amount_minor"] as Int64? {
      event.amount = Money(minorUnits: amount, currency: Currency(code: row["currency"] ?? "RUB"))
    }
    event.direction = (row["direction"] as Int?).flatMap(Direction.init)
    event.payee = row["payee"]
    event.own = row["own"]
    event.balanceMinor = row["balance_minor"]
    event.sentAt = (row["sent_at"] as Int64?).map(Timestamp.init)
    event.sender = row["sender"]
    event.senderIsKnown = row["sender_known"]
    event.hosts = (row["hosts"] as String?)?.split(separator: " ").map(String.init) ?? []
    event.codeHost = row["code_host"]
    return event
  }

  /// The device of a row of events or findings.
  static func device(_ row: Row) -> LinkedDevice? {
    (row["device_id"] as String?).map { LinkedDevice(id: $0, name: row["device_name"], platform: row["device_platform"]) }
  }
}
