import GRDB
import Model

extension Store {
  /// What the client last said of each binding or use of a device, the oldest first. Answers that were taken back aren't among them.
  public func deviceAnswers() throws(StoreError) -> [DeviceAnswer] {
    try totals.read { db, drawers in
      let statement = try db.cachedStatement(sql: Self.answerSQL)
      defer { statement.rewind() }
      var found: [DeviceAnswer] = []
      while try statement.step() {
        found.append(
          DeviceAnswer(
            account: statement.text(0), bank: drawers.banks[statement.integer(1)],
            device: LinkedDevice(id: statement.text(2), name: statement.textOrNull(3), platform: statement.textOrNull(4)),
            wasMe: Int(statement.integer(5)) == EventKind.confirmed.rawValue, time: Timestamp(milliseconds: statement.integer(6))))
      }
      return found
    }
  }

  /// The bare columns are those of the latest answer, as SQLite takes them beside one `max`.
  static let answerSQL = """
    SELECT account.name, told.bank_id, coalesce(told.device_id, told.device_name), told.device_name, told.device_platform, answer.kind,
      max(answer.time)
    FROM event answer INDEXED BY event_kind JOIN event told ON told.account_id = answer.account_id AND told.event_id = answer.about
    JOIN account ON account.id = answer.account_id
    WHERE answer.kind IN (\(EventKind.denied.rawValue), \(EventKind.confirmed.rawValue)) AND answer.source = 4
      AND told.kind IN (\(Answering.asking)) AND coalesce(told.device_id, told.device_name) IS NOT NULL
    GROUP BY told.id ORDER BY max(answer.time)
    """

  /// The open findings of high severity or above that name a device, by device.
  public func deviceSuspicions() throws(StoreError) -> [DeviceSuspicion] {
    try totals.read { db, drawers in
      let statement = try db.cachedStatement(sql: Self.suspicionSQL)
      defer { statement.rewind() }
      var found: [DeviceSuspicion] = []
      while try statement.step() {
        let device = LinkedDevice(id: statement.text(2), name: statement.textOrNull(3), platform: statement.textOrNull(4))
        let next = DeviceSuspicion(
          account: statement.text(0), bank: drawers.banks[statement.integer(1)], device: device,
          findings: [FindingID(text: statement.text(5))])
        if let last = found.last, last.account == next.account, last.bank == next.bank, last.device.id == device.id {
          found[found.count - 1].findings += next.findings
        } else {
          found.append(next)
        }
      }
      return found
    }
  }

  static let suspicionSQL = """
    SELECT account.name, f.bank_id, f.device_id, f.device_name, f.device_platform, f.id
    FROM finding f JOIN account ON account.id = f.account_id
    WHERE f.state <= \(FindingState.inProgress.rawValue)
      AND f.severity >= \(Severity.high.rawValue) AND f.device_id IS NOT NULL
    ORDER BY f.account_id, f.bank_id, f.device_id, f.severity DESC, f.time, f.id
    """

  /// When the first push came of each account and bank at which a device was linked.
  public func firstPushes() throws(StoreError) -> [FirstPush] {
    try totals.read { db, drawers in
      let asked = try db.cachedStatement(sql: Self.boundSQL)
      let first = try db.cachedStatement(sql: Self.firstPushSQL)
      defer {
        asked.rewind()
        first.rewind()
      }
      var found: [FirstPush] = []
      while try asked.step() {
        var earliest: Int64?
        for drawer in drawers.all where drawer.label.bankID == asked.integer(2) && drawer.label.channels.contains(.push) {
          first.rewind()
          first.bind(drawer.id, at: 1)
          first.bind(asked.integer(1), at: 2)
          if try first.step() { earliest = min(earliest ?? .max, first.integer(0)) }
        }
        if let earliest {
          found.append(
            FirstPush(
              account: asked.text(0), bank: drawers.banks[asked.integer(2)], time: NotificationID(rawValue: earliest).time))
        }
      }
      return found
    }
  }

  static let boundSQL = """
    SELECT account.name, account.id, e.bank_id FROM event e INDEXED BY event_kind JOIN account ON account.id = e.account_id
    WHERE e.kind = \(EventKind.deviceBound.rawValue)
    UNION
    SELECT account.name, account.id, bank.id FROM arrangement a JOIN account ON account.id = a.account_id JOIN bank ON bank.key = a.bank
    WHERE a.device_step = \(Arrangement.DeviceStep.bound.rawValue)
    """

  /// An id begins with the time of the first copy.
  static let firstPushSQL = """
    SELECT n.id FROM notification n INDEXED BY notification_by_time WHERE n.drawer_id = ? AND n.account_id = ? ORDER BY n.id LIMIT 1
    """
}
