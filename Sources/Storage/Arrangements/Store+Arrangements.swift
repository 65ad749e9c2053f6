import GRDB
import Model

extension Store {
  /// Every step of channels and devices ever arranged here, the oldest first.
  public func arrangements() throws(StoreError) -> [Arrangement] {
    try lists.read { db, _ in try Self.arrangements(db).map(\.arrangement) }
  }

  /// The same, each with its entry in the log.
  static func arrangements(_ db: Database) throws -> [(arrangement: Arrangement, leaf: Int?)] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.id, a.time, account.name, a.bank, a.scope, a.channel, a.device_step, a.device, a.device_name, a.platform, a.by,
          a.from_device, a.undoes, a.leaf, a.quiet, a.quiet_from, a.quiet_until
        FROM arrangement a JOIN account ON account.id = a.account_id ORDER BY a.id
        """)
    defer { statement.rewind() }
    var found: [(arrangement: Arrangement, leaf: Int?)] = []
    while try statement.step() {
      guard let step = Self.step(statement) else { continue }
      let arrangement = Arrangement(
        id: statement.integer(0), time: Timestamp(milliseconds: statement.integer(1)), account: statement.text(2),
        bank: statement.textOrNull(3), step: step, by: statement.text(10), fromDevice: statement.textOrNull(11),
        undoes: statement.integerOrNull(12))
      found.append((arrangement, statement.integerOrNull(13).map { Int($0) }))
    }
    return found
  }

  /// What stands in `quiet`.
  private static let snooze: Int64 = 1
  private static let quietHours: Int64 = 2

  private static func step(_ statement: GRDB.Statement) -> Arrangement.Step? {
    if let scope = statement.textOrNull(4).flatMap(Preference.Scope.init(name:)) {
      return .channel(scope, statement.integerOrNull(5).flatMap { Channel(rawValue: Int($0)) })
    }
    let (from, until) = (statement.integerOrNull(15), statement.integerOrNull(16))
    switch statement.integerOrNull(14) {
    case snooze: return .snooze(until: until.map(Timestamp.init(milliseconds:)))
    case quietHours: return .quietHours(from.flatMap { from in until.flatMap { DailyHours(from: Int(from), until: Int($0)) } })
    default: break
    }
    guard let step = statement.integerOrNull(6).flatMap({ Arrangement.DeviceStep(rawValue: Int($0)) }), let id = statement.textOrNull(7)
    else { return nil }
    return .device(step, LinkedDevice(id: id, name: statement.textOrNull(8), platform: statement.textOrNull(9)))
  }

  /// Adds a step.
  /// - Parameter arrangement: the step; its number doesn't count.
  /// - Returns: the step with its number.
  /// - Throws: `StoreError`; nothing is stored then.
  @discardableResult
  public func arrange(_ arrangement: Arrangement) throws(StoreError) -> Arrangement {
    let at = calendar.now()
    return try writable().write(durably: true) { db, names in
      var stored = arrangement
      var (scope, channel): (String?, Int?) = (nil, nil)
      var (deviceStep, device): (Int?, LinkedDevice?) = (nil, nil)
      var (quiet, quietFrom, quietUntil): (Int64?, Int64?, Int64?) = (nil, nil, nil)
      switch arrangement.step {
      case .channel(let chosen, let to): (scope, channel) = (chosen.name, to?.rawValue)
      case .device(let step, let about): (deviceStep, device) = (step.rawValue, about)
      case .snooze(let until): (quiet, quietUntil) = (Self.snooze, until?.milliseconds)
      case .quietHours(let hours):
        (quiet, quietFrom, quietUntil) = (Self.quietHours, hours.map { Int64($0.from) }, hours.map { Int64($0.until) })
      }
      try db.execute(
        sql: """
          INSERT INTO arrangement (time, account_id, bank, scope, channel, device_step, device, device_name, platform, by, from_device, undoes,
            quiet, quiet_from, quiet_until)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          arrangement.time.milliseconds, try names.id(of: arrangement.account, in: .account, db), arrangement.bank, scope, channel,
          deviceStep, device?.id, device?.name, device?.platform, arrangement.by, arrangement.fromDevice, arrangement.undoes,
          quiet, quietFrom, quietUntil,
        ])
      stored.id = db.lastInsertedRowID
      try LedgerAppender.within(db, at: at) { ledger in
        let leaf = try ledger.append(RecordEntries.entry(stored))
        try db.execute(sql: "UPDATE arrangement SET leaf = ? WHERE id = ?", arguments: [leaf, stored.id])
      }
      return stored
    }
  }
}
