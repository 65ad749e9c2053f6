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
    var code: String?
    /// Its entry; nil when it has none.
    var leaf: Int?
  }

  private static let columns = """
    d.time, d.fingerprint, d.leaf, d.notification_id, d.channel, d.status, d.endpoint_id, d.delivered_at, d.seen_at, d.reason, d.parts, d.cost_minor,
    coalesce(d.sender_id, n.sender_id), iif(d.text IS NULL, n.title, d.title), coalesce(d.text, n.text), d.source_id, n.account_id, n.code
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
        SELECT \(Self.columns) FROM delivery d CROSS JOIN notification n ON n.id = d.notification_id
        WHERE (d.time, d.fingerprint) > (?, ?) ORDER BY d.time, d.fingerprint LIMIT ?
        """)
    // Nothing comes before the least key but the least key itself, which two hashes would have to give on purpose.
    statement.bind(place?.time ?? .min, at: 1)
    statement.bind(place?.fingerprint ?? .min, at: 2)
    statement.bind(Int64(limit), at: 3)
    var rows: [Row] = []
    while try statement.step() { rows.append(row(statement)) }
    return rows
  }

  /// The deliveries of a notification, the first copy first.
  func all(of notification: NotificationID, between times: ClosedRange<Int64>) throws -> [Row] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM delivery d CROSS JOIN notification n ON n.id = d.notification_id
        WHERE d.time BETWEEN ? AND ? AND d.notification_id = ? ORDER BY d.ordinal
        """)
    statement.bind(times.lowerBound, at: 1)
    statement.bind(times.upperBound, at: 2)
    statement.bind(notification.rawValue, at: 3)
    var rows: [Row] = []
    while try statement.step() { rows.append(row(statement)) }
    return rows
  }

  /// Goes through all of them; what is given is good until the next one.
  func each(
    _ body: (_ leaf: Int?, _ notification: Int64, _ fields: DeliveryRecord.Fields<UnsafeBufferPointer<UInt8>>) throws -> Void
  ) throws {
    let statement = try db.makeStatement(
      sql: "SELECT \(Self.columns) FROM delivery d CROSS JOIN notification n ON n.id = d.notification_id ORDER BY d.time, d.fingerprint")
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let (accounts, senders, endpoints) = (Names(accounts), Names(senders), Names(endpoints))
    while try statement.step() {
      let fields = DeliveryRecord.Fields(
        account: accounts[statement.integer(16)] ?? empty, channel: Channel(rawValue: Int(statement.integer(4))) ?? .sms,
        sender: senders[statement.integer(12)] ?? empty, endpoint: statement.integerOrNull(6).flatMap { endpoints[$0] },
        time: statement.integer(0), deliveredAt: statement.integerOrNull(7), seenAt: statement.integerOrNull(8),
        status: DeliveryStatus(rawValue: Int(statement.integer(5))) ?? .delivered, reason: statement.utf8(9),
        parts: statement.integerOrNull(10),
        costMinor: statement.integerOrNull(11), sourceID: statement.utf8(15), title: statement.utf8(13), text: statement.utf8(14) ?? empty)
      try body(statement.integerOrNull(2).map { Int($0) }, statement.integer(3), fields)
    }
  }

  private func row(_ statement: GRDB.Statement) -> Row {
    func name(_ names: [Int64: [UInt8]], _ column: Int32) -> String? {
      statement.integerOrNull(column).flatMap { names[$0] }.map { String(decoding: $0, as: UTF8.self) }
    }
    let delivery = Delivery(
      channel: Channel(rawValue: Int(statement.integer(4))) ?? .sms, endpoint: name(endpoints, 6),
      time: Timestamp(milliseconds: statement.integer(0)), deliveredAt: statement.integerOrNull(7).map(Timestamp.init(milliseconds:)),
      seenAt: statement.integerOrNull(8).map(Timestamp.init(milliseconds:)),
      status: DeliveryStatus(rawValue: Int(statement.integer(5))) ?? .delivered, reason: statement.textOrNull(9),
      parts: statement.integerOrNull(10).map(Int.init), costMinor: statement.integerOrNull(11), sender: name(senders, 12) ?? "",
      title: statement.textOrNull(13), text: statement.text(14), sourceID: statement.textOrNull(15))
    return Row(
      time: statement.integer(0), fingerprint: statement.integer(1), notification: NotificationID(rawValue: statement.integer(3)),
      delivery: delivery, account: name(accounts, 16) ?? "", code: statement.textOrNull(17),
      leaf: statement.integerOrNull(2).map { Int($0) })
  }

  /// Names that stay where they are in memory as long as this lives. They are numbered from 1 without many gaps, so a name is found by its place.
  private final class Names {
    private var dense: [UnsafeBufferPointer<UInt8>?] = []
    /// Names whose numbers somebody set by hand.
    private var far: [Int64: UnsafeBufferPointer<UInt8>] = [:]

    init(_ names: [Int64: [UInt8]]) {
      let limit = Int64(2 * names.count + 64)
      dense = Array(repeating: nil, count: Int(limit))
      for (id, name) in names {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.count)
        _ = copy.initialize(from: name)
        if (0..<limit).contains(id) { dense[Int(id)] = UnsafeBufferPointer(copy) } else { far[id] = UnsafeBufferPointer(copy) }
      }
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
