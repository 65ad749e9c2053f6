import GRDB
import Ledger
import Model

/// The client's "it was me" and "not me" to findings, and taking such an answer back: the user's event, what the rules make of it, and the
/// step of dealing with findings that it comes with, all within one transaction.
struct Answering {
  let watching: Watching

  /// The kinds of events whose device an answer is about, for SQL: "it was me" to an unlinking says nothing of the device that is gone.
  static let asking = [EventKind.deviceBound, .login, .devicePreferred].map { String($0.rawValue) }.joined(separator: ", ")

  /// Answers a finding, and the others that hang on the same event.
  /// - Returns: the findings that are different now; none when all that was said before. Nil when there is no such finding.
  func answer(_ id: FindingID, wasMe: Bool, _ db: Database, _ names: inout NameTables) throws -> [FindingID]? {
    guard let finding = try FindingRows.fetch(where: "f.id = ? AND f.state <> 6", [id.text], order: "f.id", db).first else { return nil }
    return try answer([finding.finding], wasMe: wasMe, db, &names)
  }

  /// Answers for a device: whatever hangs on its last binding, and on each use of it that an open finding asks about.
  /// - Returns: the findings that are different now; none when all that was said before. Nil when no finding hangs on anything of the device's.
  func answer(
    _ device: LinkedDevice, account: String, bank: String?, wasMe: Bool, _ db: Database, _ names: inout NameTables
  ) throws -> [FindingID]? {
    let findings = try FindingRows.fetch(
      where: """
        account.name = ?1 AND bank.key IS ?2 AND f.state <> 6 AND EXISTS (SELECT 1 FROM event e
          WHERE e.account_id = f.account_id AND e.event_id = f.anchor AND e.kind IN (\(Self.asking))
          AND (e.device_id IN (?3, ?4) OR e.device_name IN (?3, ?4))
          AND (f.state IN (\(FindingRows.openStates)) OR e.time = (SELECT max(b.time) FROM event b WHERE b.account_id = f.account_id
            AND b.bank_id = f.bank_id AND b.kind = \(EventKind.deviceBound.rawValue)
            AND (b.device_id IN (?3, ?4) OR b.device_name IN (?3, ?4)))))
        """,
      [account, bank, device.id, device.label], order: "f.state IN (\(FindingRows.openStates)) DESC, f.severity DESC, f.time, f.id", db)
    guard !findings.isEmpty else { return nil }
    var seen: Set<String> = []
    return try answer(findings.map(\.finding).filter { seen.insert($0.anchor).inserted }, wasMe: wasMe, db, &names)
  }

  /// Answers findings, each with the others that hang on the same event, as one step.
  private func answer(_ findings: [Finding], wasMe: Bool, _ db: Database, _ names: inout NameTables) throws -> [FindingID] {
    var step: Int64?
    var changed: [FindingID] = []
    for finding in findings { changed += try answer(finding, wasMe: wasMe, in: &step, db, &names) }
    if let step { try LedgerAppender.within(db, at: watching.now) { try FindingRows.logTransitions(of: step, db, &$0) } }
    var seen: Set<FindingID> = []
    return changed.filter { seen.insert($0).inserted }
  }

  private func answer(
    _ finding: Finding, wasMe: Bool, in step: inout Int64?, _ db: Database, _ names: inout NameTables
  ) throws -> [FindingID] {
    let about = try Self.subject(of: finding, db)
    let triage: Triage = wasMe ? .resolve(.benign) : .begin
    func deal(always: Bool = false) throws -> [FindingID] {
      let ids = always ? [finding.id] : try Self.answered(with: finding, about: about, wasMe: wasMe, db)
      return try FindingRows.move(ids, triage, comment: nil, always: always, at: watching.now, in: &step, db)
    }
    // First as they stand, so that none is withdrawn instead of answered; then with what the rules find in the answer.
    var changed = try deal()
    guard let event = try event(about, finding, wasMe: wasMe, db), try watching.add([event], db, &names) > 0 else { return changed }
    changed += try deal()
    if changed.isEmpty { changed += try deal(always: true) }
    let leaf = try EventRows.logged(where: "account.name = ? AND e.event_id = ?", [event.account, event.id], db).first?.leaf
    try db.execute(sql: "UPDATE transition SET answer = ? WHERE step = ? AND answer IS NULL", arguments: [leaf, step])
    return changed
  }

  /// Takes back the last step of dealing with findings, with the answers that it came with; or the one of that number.
  /// - Returns: the findings that are as they were, without those that the rules found in the answer; nil when there was nothing to take back.
  func undo(_ wanted: Int64? = nil, _ db: Database, _ names: inout NameTables) throws -> [FindingID]? {
    guard let undone = try FindingRows.undo(wanted, at: watching.now, db) else { return nil }
    for leaf in undone.answers {
      let answers = try EventRows.logged(
        where: "e.kind IN (?, ?) AND e.source = 4 AND e.leaf = ?", [EventKind.denied.rawValue, EventKind.confirmed.rawValue, leaf], db)
      for answer in answers { try watching.takeBack(answer, db, &names) }
    }
    guard !undone.answers.isEmpty else { return undone.findings }
    return try undone.findings.filter { id in
      try FindingState.withdrawn.rawValue != Int.fetchOne(db, sql: "SELECT state FROM finding WHERE id = ?", arguments: [id.text])
    }
  }

  /// The last answer for a device that nobody has taken back.
  static func last(_ db: Database) throws -> GivenAnswer? {
    let sql = """
      SELECT t.step, t.answer, answer.kind, account.name AS account, bank.key AS bank, coalesce(told.device_id, told.device_name) AS device,
        told.device_name, told.device_platform
      FROM transition t JOIN event answer ON answer.leaf = t.answer AND answer.source = 4
      JOIN event told ON told.account_id = answer.account_id AND told.event_id = answer.about AND told.kind IN (\(asking))
      JOIN account ON account.id = told.account_id LEFT JOIN bank ON bank.id = told.bank_id
      WHERE t.actor = 1 AND t.undoes IS NULL AND coalesce(told.device_id, told.device_name) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM transition u WHERE u.undoes = t.step)
      ORDER BY t.answer DESC LIMIT 1
      """
    return try Row.fetchOne(db, sql: sql).map { row in
      GivenAnswer(
        step: row["step"], leaf: row["answer"], account: row["account"], bank: row["bank"],
        device: LinkedDevice(id: row["device"], name: row["device_name"], platform: row["device_platform"]),
        wasMe: row["kind"] as Int == EventKind.confirmed.rawValue)
    }
  }

  /// "Not me" is a finding itself (R22): what is said to it is said of what that was about.
  private static let notMe = RuleID(22)

  private static func subject(of finding: Finding, _ db: Database) throws -> String {
    guard finding.rule == notMe else { return finding.anchor }
    let denial = try EventRows.fetch(where: "account.name = ? AND e.event_id = ?", [finding.account, finding.anchor], db).first
    return denial?.about ?? finding.anchor
  }

  /// The finding itself and what else is open and hangs on the same event, or on a "not me" about that.
  private static func answered(with finding: Finding, about: String, wasMe: Bool, _ db: Database) throws -> [FindingID] {
    if finding.rule == notMe, !wasMe { return [finding.id] }
    return try FindingRows.fetch(
      where: """
        account.name = ?1 AND (f.id = ?2 OR f.state IN (1, 2, 3) AND (f.anchor = ?3 OR f.rule = \(notMe.number) AND f.anchor IN
        (SELECT e.event_id FROM event e WHERE e.account_id = f.account_id AND e.kind = ?4 AND e.about = ?3)))
        """,
      [finding.account, finding.id.text, about, EventKind.denied.rawValue], order: "f.time", db
    ).map(\.id)
  }

  /// The event that tells the rules; nil when they know it already.
  private func event(_ about: String, _ finding: Finding, wasMe: Bool, _ db: Database) throws -> SecurityEvent? {
    if finding.rule == Self.notMe, !wasMe { return nil }
    let kind: EventKind = wasMe ? .confirmed : .denied
    let last = try EventRows.logged(
      where: "account.name = ? AND e.kind IN (?, ?) AND e.source = 4 AND e.about = ?", order: "ORDER BY e.id DESC LIMIT 1",
      [finding.account, EventKind.denied.rawValue, EventKind.confirmed.rawValue, about], db
    ).first
    guard last?.event.kind != kind else { return nil }
    var event = SecurityEvent(
      id: "\(kind.name)-\(about)-\(watching.now.milliseconds)", time: watching.now, kind: kind, account: finding.account,
      bank: finding.bank, source: .user)
    event.about = about
    return event
  }
}
