import GRDB
import Model

extension Store {
  /// What messages tell of devices, by the index of those that name one, and of switches of channel that name none; then what events of files tell.
  public func deviceMentions() throws(StoreError) -> [DeviceMention] {
    try totals.read { db, drawers in
      var found: [DeviceMention] = []
      for sql in [Self.mentionSQL, Self.switchSQL] {
        let statement = try db.cachedStatement(sql: sql)
        defer { statement.rewind() }
        while try statement.step() {
          guard let kind = SecurityFact.Kind(rawValue: Int(statement.integer(3))) else { continue }
          found.append(
            DeviceMention(
              account: statement.text(0), bank: drawers.banks[statement.integer(1)],
              device: statement.textOrNull(2).map { LinkedDevice(id: $0) }, kind: kind,
              place: statement.textOrNull(6), channel: statement.textOrNull(7).flatMap(Channel.init(name:)),
              first: NotificationID(rawValue: statement.integer(4)).time, last: NotificationID(rawValue: statement.integer(5)).time))
        }
      }
      return try found + Self.eventMentions(db, drawers)
    }
  }

  private static func eventMentions(_ db: Database, _ drawers: Drawers) throws -> [DeviceMention] {
    let statement = try db.cachedStatement(sql: eventSQL)
    defer { statement.rewind() }
    var found: [DeviceMention] = []
    while try statement.step() {
      guard let kind = EventKind(rawValue: Int(statement.integer(5))).flatMap({ eventKinds[$0] }) else { continue }
      found.append(
        DeviceMention(
          account: statement.text(0), bank: drawers.banks[statement.integer(1)],
          device: LinkedDevice(id: statement.text(2), name: statement.textOrNull(3), platform: statement.textOrNull(4)), kind: kind,
          place: statement.textOrNull(8), first: Timestamp(milliseconds: statement.integer(6)),
          last: Timestamp(milliseconds: statement.integer(7))))
    }
    return found
  }

  /// The kinds of events that tell of a device, as messages would.
  private static let eventKinds: [EventKind: SecurityFact.Kind] = [
    .deviceBound: .deviceBound, .deviceUnbound: .deviceUnbound, .login: .login,
  ]

  /// Only those of files: of what messages told and what was arranged here the messages and the steps tell themselves.
  static let eventSQL = """
    SELECT account.name, e.bank_id, e.device_id, e.device_name, e.device_platform, e.kind, min(e.time), max(e.time), e.place
    FROM event e INDEXED BY event_kind JOIN account ON account.id = e.account_id
    WHERE e.kind IN (\(eventKinds.keys.map { String($0.rawValue) }.sorted().joined(separator: ", "))) AND e.source = 1
      AND e.device_id IS NOT NULL
    GROUP BY e.device_id, e.kind, e.account_id, e.bank_id
    """

  /// SQLite takes the bare column of a query with one `max` from the row that has the greatest: the latest place.
  static let mentionSQL = """
    SELECT account.name, drawer.bank_id, n.security_device, n.security_kind, min(n.id), max(n.id), n.security_place, n.security_to
    FROM notification n INDEXED BY notification_by_device JOIN drawer ON drawer.id = n.drawer_id JOIN account ON account.id = n.account_id
    WHERE n.security_device IS NOT NULL AND n.security_kind IS NOT NULL
    GROUP BY n.security_device, n.security_kind, n.account_id, drawer.bank_id, n.security_to
    """

  /// Switches that name no device are looked for in the drawers of security, since no index has them.
  static let switchSQL = """
    SELECT account.name, drawer.bank_id, NULL, n.security_kind, min(n.id), max(n.id), NULL, n.security_to
    FROM drawer CROSS JOIN notification n INDEXED BY notification_by_time ON n.drawer_id = drawer.id
    JOIN account ON account.id = n.account_id
    WHERE drawer.category = \(Category.security.rawValue) AND n.security_kind = \(SecurityFact.Kind.channelChanged.rawValue)
      AND n.security_device IS NULL AND n.security_to IS NOT NULL
    GROUP BY n.account_id, drawer.bank_id, n.security_to
    """

  /// The deliveries since a moment with what they are about, the oldest first; the newest `limit` when there are more.
  public func deliveryTraces(since: Timestamp, limit: Int = 20_000) throws(StoreError) -> [DeliveryTrace] {
    try totals.read { db, drawers in
      let statement = try db.cachedStatement(sql: Self.traceSQL)
      statement.bind(since.milliseconds, at: 1)
      statement.bind(Int64(limit), at: 2)
      defer { statement.rewind() }
      var found: [DeliveryTrace] = []
      while try statement.step() {
        found.append(
          DeliveryTrace(
            notification: NotificationID(rawValue: statement.integer(0)), account: statement.text(12),
            bank: drawers.banks[statement.integer(1)],
            category: Category(rawValue: Int(statement.integer(2))),
            security: statement.integerOrNull(3).flatMap { SecurityFact.Kind(rawValue: Int($0)) },
            channel: Channel(rawValue: Int(statement.integer(4))) ?? .sms, endpoint: statement.textOrNull(5),
            time: Timestamp(milliseconds: statement.integer(6)), status: DeliveryStatus(rawValue: Int(statement.integer(7))) ?? .delivered,
            reason: statement.textOrNull(8), parts: statement.integerOrNull(9).map(Int.init), costMinor: statement.integerOrNull(10),
            text: statement.text(11)))
      }
      return found.reversed()
    }
  }

  static let traceSQL = """
    SELECT n.id, drawer.bank_id, drawer.category, n.security_kind, d.channel, endpoint.name, d.time, d.status, d.reason, d.parts,
      d.cost_minor, n.text, account.name
    FROM delivery d JOIN notification n ON n.id = d.notification_id JOIN drawer ON drawer.id = n.drawer_id
    JOIN account ON account.id = n.account_id
    LEFT JOIN endpoint ON endpoint.id = d.endpoint_id
    WHERE d.time >= ? ORDER BY d.time DESC LIMIT ?
    """
}
