import GRDB
import Ledger
import Model

/// Stored deliveries with everything that their entries in the log vouch for, in the order of their table: by time and fingerprint.
struct LoggedDeliveries {
  /// One of them.
  struct Row {
    var time: Int64
    var fingerprint: Int64
    var notification: NotificationID
    var delivery: Delivery
    var account: String
    var secrets: Secrets
    /// Its entry; nil when it has none.
    var leaf: Int?
  }

  private static let columns = """
    d.notification_id, d.time, d.leaf, d.channel, d.status, d.endpoint_id, d.delivered_at, d.seen_at, d.reason, d.parts, d.cost_minor,
    d.sender_id, d.title, d.text, d.source_id
    """

  private let db: Database
  private let accounts: [Int64: [UInt8]]
  private let senders: [Int64: [UInt8]]
  private let endpoints: [Int64: [UInt8]]

  init(_ db: Database) throws {
    self.db = db
    accounts = try Self.names(db, "account")
    senders = try Self.names(db, "sender")
    endpoints = try Self.names(db, "endpoint")
  }

  private static func names(_ db: Database, _ table: String) throws -> [Int64: [UInt8]] {
    let statement = try db.makeStatement(sql: "SELECT id, name FROM \(table)")
    var names: [Int64: [UInt8]] = [:]
    while try statement.step() { names[statement.integer(0)] = statement.utf8(1).map { Array($0) } ?? [] }
    return names
  }

  /// At most `limit` of those after a place, or from the first on.
  func part(after place: (time: Int64, fingerprint: Int64)?, limit: Int) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), d.fingerprint FROM delivery d WHERE (d.time, d.fingerprint) > (?, ?) ORDER BY d.time, d.fingerprint LIMIT ?
        """)
    // Nothing comes before the least key but the least key itself, which two hashes would have to give on purpose.
    statement.bind(place?.time ?? .min, at: 1)
    statement.bind(place?.fingerprint ?? .min, at: 2)
    statement.bind(Int64(limit), at: 3)
    return try rows(statement)
  }

  /// The deliveries of a notification, the first copy first.
  func all(of notification: NotificationID, between times: ClosedRange<Int64>) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), d.fingerprint FROM delivery d WHERE d.time BETWEEN ? AND ? AND d.notification_id = ? ORDER BY d.ordinal
        """)
    statement.bind(times.lowerBound, at: 1)
    statement.bind(times.upperBound, at: 2)
    statement.bind(notification.rawValue, at: 3)
    return try rows(statement)
  }

  private func rows(_ statement: GRDB.Statement) throws -> [Row] {
    let find = try db.cachedStatement(sql: "SELECT account_id, sender_id, title, text, code, covered FROM notification WHERE id = ?")
    var rows: [Row] = []
    while try statement.step() {
      defer { find.rewind() }
      find.bind(statement.integer(0), at: 1)
      if try find.step() { rows.append(row(Copy(delivery: statement, notification: find))) }
    }
    return rows
  }

  /// Goes through all of them; what is given is good until the next one.
  func each(
    _ body: (_ leaf: Int?, _ notification: Int64, _ fields: DeliveryRecord.Fields<UnsafeBufferPointer<UInt8>>) throws -> Void
  ) throws {
    let statement = try db.makeStatement(sql: "SELECT \(Self.columns) FROM delivery d ORDER BY d.time, d.fingerprint")
    var notifications = try Notifications(db)
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let (accounts, senders, endpoints) = (Names(accounts), Names(senders), Names(endpoints))
    while try statement.step() {
      let id = statement.integer(0)
      guard let notification = try notifications.find(id) else { continue }
      let copy = Copy(delivery: statement, notification: notification)
      let fields = DeliveryRecord.Fields(
        account: accounts[copy.account] ?? empty, channel: copy.channel, sender: senders[copy.sender] ?? empty,
        endpoint: copy.endpoint.flatMap { endpoints[$0] }, time: copy.time, deliveredAt: copy.deliveredAt, seenAt: copy.seenAt,
        status: copy.status, reason: copy.reason, parts: copy.parts, costMinor: copy.costMinor, sourceID: copy.sourceID, title: copy.title,
        text: copy.text ?? empty)
      try body(copy.leaf, id, fields)
    }
  }

  private func row(_ copy: Copy) -> Row {
    func name(_ names: [Int64: [UInt8]], _ id: Int64?) -> String? { id.flatMap { names[$0] }.map { String(decoding: $0, as: UTF8.self) } }
    func text(_ bytes: UnsafeBufferPointer<UInt8>?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
    let delivery = Delivery(
      channel: copy.channel, endpoint: name(endpoints, copy.endpoint), time: Timestamp(milliseconds: copy.time),
      deliveredAt: copy.deliveredAt.map(Timestamp.init(milliseconds:)), seenAt: copy.seenAt.map(Timestamp.init(milliseconds:)),
      status: copy.status, reason: text(copy.reason), parts: copy.parts.map(Int.init), costMinor: copy.costMinor,
      sender: name(senders, copy.sender) ?? "", title: text(copy.title), text: text(copy.text) ?? "", sourceID: text(copy.sourceID))
    return Row(
      time: copy.time, fingerprint: copy.fingerprint, notification: NotificationID(rawValue: copy.delivery.integer(0)), delivery: delivery,
      account: name(accounts, copy.account) ?? "",
      secrets: Secrets(code: copy.notification.textOrNull(4), others: FactsColumns.covered(copy.notification.textOrNull(5))),
      leaf: copy.leaf)
  }

  /// The row of a delivery and that of its notification, as they stand in their statements: what a delivery doesn't say itself its notification does.
  private struct Copy {
    let delivery: GRDB.Statement
    let notification: GRDB.Statement

    var time: Int64 { delivery.integer(1) }
    var leaf: Int? { delivery.integerOrNull(2).map { Int($0) } }
    var channel: Channel { Channel(rawValue: Int(delivery.integer(3))) ?? .sms }
    var status: DeliveryStatus { DeliveryStatus(rawValue: Int(delivery.integer(4))) ?? .delivered }
    var endpoint: Int64? { delivery.integerOrNull(5) }
    var deliveredAt: Int64? { delivery.integerOrNull(6) }
    var seenAt: Int64? { delivery.integerOrNull(7) }
    var reason: UnsafeBufferPointer<UInt8>? { delivery.utf8(8) }
    var parts: Int64? { delivery.integerOrNull(9) }
    var costMinor: Int64? { delivery.integerOrNull(10) }
    var account: Int64 { notification.integer(0) }
    var sender: Int64 { delivery.integerOrNull(11) ?? notification.integer(1) }
    var title: UnsafeBufferPointer<UInt8>? { delivery.isNull(13) ? notification.utf8(2) : delivery.utf8(12) }
    var text: UnsafeBufferPointer<UInt8>? { delivery.utf8(13) ?? notification.utf8(3) }
    var sourceID: UnsafeBufferPointer<UInt8>? { delivery.utf8(14) }
    /// Where it is asked for.
    var fingerprint: Int64 { delivery.integer(15) }
  }

  /// The notifications of deliveries that come in the order of time. Nearly all of them are the next one, or the one before again; reading on
  /// costs half of what looking each up in the table does.
  private struct Notifications {
    private let next: GRDB.Statement
    private let lookup: GRDB.Statement
    /// The id of the row that `next` stands at; nil behind the last.
    private var current: Int64?

    init(_ db: Database) throws {
      let columns = "account_id, sender_id, title, text, id"
      next = try db.makeStatement(sql: "SELECT \(columns) FROM notification ORDER BY id")
      lookup = try db.makeStatement(sql: "SELECT \(columns) FROM notification WHERE id = ?")
      current = try next.step() ? next.integer(4) : nil
    }

    /// The statement that stands at its row, until the next is asked for; nil when there is none.
    mutating func find(_ id: Int64) throws -> GRDB.Statement? {
      while let place = current, place < id { current = try next.step() ? next.integer(4) : nil }
      if current == id { return next }
      lookup.rewind()
      lookup.bind(id, at: 1)
      return try lookup.step() ? lookup : nil
    }
  }

  /// Names that stay where they are in memory as long as this lives. They are numbered from 1 without many gaps, so a name is found by its place.
  private final class Names {
    private let dense: [UnsafeBufferPointer<UInt8>?]
    /// Names whose numbers somebody set by hand.
    private let far: [Int64: UnsafeBufferPointer<UInt8>]

    init(_ names: [Int64: [UInt8]]) {
      let limit = Int64(2 * names.count + 64)
      var dense = [UnsafeBufferPointer<UInt8>?](repeating: nil, count: Int(limit))
      var far: [Int64: UnsafeBufferPointer<UInt8>] = [:]
      for (id, name) in names {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.count)
        _ = copy.initialize(from: name)
        if (0..<limit).contains(id) { dense[Int(id)] = UnsafeBufferPointer(copy) } else { far[id] = UnsafeBufferPointer(copy) }
      }
      self.dense = dense
      self.far = far
    }

    deinit {
      for place in dense { place?.deallocate() }
      for place in far.values { place.deallocate() }
    }

    subscript(id: Int64) -> UnsafeBufferPointer<UInt8>? {
      id >= 0 && id < dense.count ? dense[Int(id)] : far[id]
    }
  }
}
