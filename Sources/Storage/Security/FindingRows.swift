import GRDB
import Ledger
import Model

/// Findings as rows of their table, and what becomes of them.
enum FindingRows {
  /// Writes down what the rules say now. A finding that rises in severity is open again; one that is gone is withdrawn unless somebody has
  /// dealt with it. `former`: how grave those were that have risen only if they are graver than that; others, if they are graver than stored.
  /// - Returns: how many are new, or open again.
  static func save(
    _ changes: [Finding], since former: [FindingID: Severity] = [:], at now: Timestamp, _ db: Database, _ names: inout NameTables,
    _ ledger: inout LedgerAppender
  ) throws -> Int {
    var news = 0
    var step: Int64?
    for change in changes {
      let old = try Row.fetchOne(db, sql: "SELECT * FROM finding WHERE id = ?", arguments: [change.id.text])
      let oldState = old.flatMap { FindingState(rawValue: $0["state"]) }
      if change.state == .withdrawn {
        guard let old, oldState == .new else { continue }
        try record(old, to: .withdrawn, at: now, step: try next(&step, db), db, &ledger)
        try db.execute(sql: "UPDATE finding SET state = ? WHERE id = ?", arguments: [FindingState.withdrawn.rawValue, change.id.text])
        continue
      }
      guard let old else {
        try insert(change, db, &names)
        try log(change.id, db, &ledger)
        news += 1
        continue
      }
      let hasRisen = change.severity.rawValue > (former[change.id]?.rawValue ?? old["severity"] as Int) && oldState != .new
      if hasRisen || oldState == .withdrawn {
        try record(old, to: .new, at: now, step: try next(&step, db), db, &ledger)
        try db.execute(
          sql: "UPDATE finding SET state = 1, resolution = NULL, until = NULL WHERE id = ?", arguments: [change.id.text])
        news += 1
      }
      let known = try logged(change.id, db)
      try db.execute(
        sql: "UPDATE finding SET severity = ?, time = ?, device_name = ?, device_platform = ? WHERE id = ?",
        arguments: [change.severity.rawValue, change.time.milliseconds, change.device?.name, change.device?.platform, change.id.text])
      try saveEvidence(change, db)
      if try logged(change.id, db) != known { try log(change.id, db, &ledger) }
    }
    return news
  }

  private static func logged(_ id: FindingID, _ db: Database) throws -> LedgerEntry? {
    try fetch(where: "f.id = ?", [id.text], order: "f.id", db).first.map { RecordEntries.entry($0.finding) }
  }

  /// Writes into the log what the rules say of a stored finding.
  static func log(_ id: FindingID, _ db: Database, _ ledger: inout LedgerAppender) throws {
    guard let entry = try logged(id, db) else { return }
    try db.execute(sql: "UPDATE finding SET leaf = ? WHERE id = ?", arguments: [try ledger.append(entry), id.text])
  }

  /// Writes into the log the transitions of a step, or of all, that aren't there yet.
  static func logTransitions(of step: Int64?, _ db: Database, _ ledger: inout LedgerAppender) throws {
    let sql = "SELECT * FROM transition WHERE leaf IS NULL AND (?1 IS NULL OR step = ?1) ORDER BY id"
    for row in try Row.fetchAll(db, sql: sql, arguments: [step]) {
      let leaf = try ledger.append(RecordEntries.entry(transition: row))
      try db.execute(sql: "UPDATE transition SET leaf = ? WHERE id = ?", arguments: [leaf, row["id"] as Int64])
    }
  }

  private static func insert(_ finding: Finding, _ db: Database, _ names: inout NameTables) throws {
    try db.execute(
      sql: """
        INSERT INTO finding (id, rule, severity, account_id, bank_id, device_id, device_name, device_platform, anchor, time, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
      arguments: [
        finding.id.text, finding.rule.number, finding.severity.rawValue, try names.id(of: finding.account, in: .account, db),
        try finding.bank.map { try names.id(of: $0, in: .bank, db) } ?? 0, finding.device?.id, finding.device?.name,
        finding.device?.platform, finding.anchor, finding.time.milliseconds,
      ])
    try saveEvidence(finding, db)
  }

  private static func saveEvidence(_ finding: Finding, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM evidence WHERE finding_id = ?", arguments: [finding.id.text])
    for (ordinal, event) in finding.evidence.enumerated() {
      try db.execute(
        sql: "INSERT INTO evidence (finding_id, ordinal, event_id) VALUES (?, ?, ?)", arguments: [finding.id.text, ordinal, event])
    }
  }

  // MARK: Dealing with them

  /// The states in which nobody has closed a finding, for SQL.
  static let openStates = FindingState.open.map { String($0.rawValue) }.joined(separator: ", ")

  /// The number of what is done next.
  static func next(_ step: inout Int64?, _ db: Database) throws -> Int64 {
    if let step { return step }
    let new = (try Int64.fetchOne(db, sql: "SELECT max(step) FROM transition") ?? 0) + 1
    step = new
    return new
  }

  private static func record(
    _ old: Row, to state: FindingState, at now: Timestamp, step: Int64, _ db: Database, _ ledger: inout LedgerAppender
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO transition (step, finding_id, at, actor, old_state, old_resolution, old_until, old_comment, new_state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        step, old["id"] as String, now.milliseconds, Transition.Actor.detection.rawValue, old["state"] as Int, old["resolution"] as Int?,
        old["until"] as Int64?, old["comment"] as String?, state.rawValue,
      ])
    try logTransitions(of: step, db, &ledger)
  }

  /// Those whose time of being put aside is over are new again.
  static func wake(at now: Timestamp, _ db: Database, _ ledger: inout LedgerAppender) throws {
    var step: Int64?
    let over = try Row.fetchAll(
      db, sql: "SELECT * FROM finding WHERE state = ? AND until <= ?", arguments: [FindingState.suppressed.rawValue, now.milliseconds])
    for old in over {
      try record(old, to: .new, at: now, step: try next(&step, db), db, &ledger)
      try db.execute(sql: "UPDATE finding SET state = 1, until = NULL WHERE id = ?", arguments: [old["id"] as String])
    }
  }

  // MARK: Reading

  static func fetch(where condition: String, _ arguments: StatementArguments, order: String, _ db: Database) throws -> [StoredFinding] {
    let sql = """
      SELECT f.*, account.name AS account_name, bank.key AS bank_key
      FROM finding f JOIN account ON account.id = f.account_id LEFT JOIN bank ON bank.id = f.bank_id
      WHERE \(condition) ORDER BY \(order)
      """
    // Kept ready: those about a message are asked for with every key that moves the inbox's cursor.
    return try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).compactMap { try stored($0, db) }
  }

  /// All of them with their entries in the log.
  static func logged(_ db: Database) throws -> [(finding: StoredFinding, leaf: Int?)] {
    let sql = """
      SELECT f.*, account.name AS account_name, bank.key AS bank_key
      FROM finding f JOIN account ON account.id = f.account_id LEFT JOIN bank ON bank.id = f.bank_id ORDER BY f.id
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in try stored(row, db).map { ($0, row["leaf"]) } }
  }

  private static func stored(_ row: Row, _ db: Database) throws -> StoredFinding? {
    guard let severity = Severity(rawValue: row["severity"]), let state = FindingState(rawValue: row["state"]) else { return nil }
    let statement = try db.cachedStatement(sql: "SELECT event_id FROM evidence WHERE finding_id = ? ORDER BY ordinal")
    let evidence = try String.fetchAll(statement, arguments: [row["id"] as String])
    let finding = Finding(
      rule: RuleID(row["rule"]), severity: severity, account: row["account_name"], bank: row["bank_key"], device: device(row),
      anchor: row["anchor"], time: Timestamp(milliseconds: row["time"]), evidence: evidence, state: state)
    return StoredFinding(
      finding: finding, resolution: (row["resolution"] as Int?).flatMap(Resolution.init),
      until: (row["until"] as Int64?).map(Timestamp.init), comment: row["comment"])
  }

  private static func device(_ row: Row) -> LinkedDevice? {
    (row["device_id"] as String?).map { LinkedDevice(id: $0, name: row["device_name"], platform: row["device_platform"]) }
  }

  /// The last finding of the same rule, account and device before this one, if it was resolved.
  static func former(of finding: Finding, _ db: Database) throws -> StoredFinding? {
    try fetch(
      where: "f.rule = ? AND account.name = ? AND f.device_id IS ? AND f.time < ? AND f.state <> 6",
      [finding.rule.number, finding.account, finding.device?.id, finding.time.milliseconds], order: "f.time DESC LIMIT 1", db
    ).first { $0.finding.state == .resolved }
  }

  static func transitions(of id: FindingID, _ db: Database) throws -> [Transition] {
    try Row.fetchAll(db, sql: "SELECT * FROM transition WHERE finding_id = ? ORDER BY id", arguments: [id.text]).compactMap { row in
      guard let actor = Transition.Actor(rawValue: row["actor"]), let from = FindingState(rawValue: row["old_state"]),
        let to = FindingState(rawValue: row["new_state"])
      else { return nil }
      return Transition(
        at: Timestamp(milliseconds: row["at"]), actor: actor, from: from, to: to,
        resolution: (row["new_resolution"] as Int?).flatMap(Resolution.init), until: (row["new_until"] as Int64?).map(Timestamp.init),
        comment: row["new_comment"], isUndo: row["undoes"] as Int64? != nil)
    }
  }
}
