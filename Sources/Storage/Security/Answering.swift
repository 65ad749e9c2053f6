import GRDB
import Ledger
import Model

/// The client's "it was me" and "not me" to findings, and taking such an answer back: the user's event, what the rules make of it, and the
/// step of dealing with findings that it comes with, all within one transaction.
struct Answering {
  let watching: Watching

  /// Answers a finding, and the others that hang on the same event.
  /// - Returns: the findings that are different now; none when all that was said before. Nil when there is no such finding.
  func answer(_ id: FindingID, wasMe: Bool, _ db: Database, _ names: inout NameTables) throws -> [FindingID]? {
    let stored = try FindingRows.fetch(where: "f.id = ? AND f.state <> 6", [id.text], order: "f.id", db).first
    guard let finding = stored?.finding else { return nil }
    let about = try Self.subject(of: finding, db)
    let triage: Triage = wasMe ? .resolve(.benign) : .begin
    var step: Int64?
    func deal(always: Bool = false) throws -> [FindingID] {
      let ids = always ? [id] : try Self.answered(with: finding, about: about, wasMe: wasMe, db)
      return try FindingRows.move(ids, triage, comment: nil, always: always, at: watching.now, in: &step, db)
    }
    // First as they stand, so that none is withdrawn instead of answered; then with what the rules find in the answer.
    var changed = try deal()
    if let event = try event(about, finding, wasMe: wasMe, db), try watching.add([event], db, &names) > 0 {
      changed += try deal()
      if step == nil { changed += try deal(always: true) }
      let leaf = try EventRows.logged(where: "account.name = ? AND e.event_id = ?", [event.account, event.id], db).first?.leaf
      try db.execute(sql: "UPDATE transition SET answer = ? WHERE step = ?", arguments: [leaf, step])
    }
    if let step { try LedgerAppender.within(db, at: watching.now) { try FindingRows.logTransitions(of: step, db, &$0) } }
    var seen: Set<FindingID> = []
    return changed.filter { seen.insert($0).inserted }
  }

  /// Takes back the last step of dealing with findings, with the answer that it came with.
  /// - Returns: the findings that are as they were, without those that the rules found in the answer; nil when there was nothing to take back.
  func undo(_ db: Database, _ names: inout NameTables) throws -> [FindingID]? {
    guard let undone = try FindingRows.undo(at: watching.now, db) else { return nil }
    guard let leaf = undone.answer else { return undone.findings }
    let answers = try EventRows.logged(
      where: "e.kind IN (?, ?) AND e.source = 4 AND e.leaf = ?", [EventKind.denied.rawValue, EventKind.confirmed.rawValue, leaf], db)
    for answer in answers { try watching.takeBack(answer, db, &names) }
    return try undone.findings.filter { id in
      try FindingState.withdrawn.rawValue != Int.fetchOne(db, sql: "SELECT state FROM finding WHERE id = ?", arguments: [id.text])
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
