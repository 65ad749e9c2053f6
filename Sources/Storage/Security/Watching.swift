import Detection
import Foundation
import GRDB
import Ledger
import Model

/// Keeps findings in step with events, within the transaction that writes the events.
struct Watching {
  let book: RuleBook
  let now: Timestamp

  /// What the rules are, as far as their findings depend on it.
  private var rules: Int64 {
    var hash = FNV1a()
    for byte in "\(AccountDetector.version) \(book.limits)".utf8 { hash.mix(byte) }
    return Int64(bitPattern: hash.value)
  }

  /// Stores events and looks at the accounts that got new ones.
  /// - Returns: how many events are new.
  func add(_ events: [SecurityEvent], _ db: Database, _ names: inout NameTables) throws -> Int {
    guard !events.isEmpty else { return 0 }
    return try LedgerAppender.within(db, at: now) { try add(events, db, &names, &$0) }
  }

  /// Stores events in place of others that were taken out, and judges the accounts of these from the beginning.
  func replace(_ withdrawn: WithdrawnEvents, by events: [SecurityEvent], _ db: Database, _ names: inout NameTables) throws {
    guard !withdrawn.isEmpty || !events.isEmpty else { return }
    try LedgerAppender.within(db, at: now) { _ = try add(events, insteadOf: withdrawn, db, &names, &$0) }
  }

  /// Takes out an answer of the client's and judges its account as if it had never been given.
  func takeBack(_ answer: EventRows.Logged, _ db: Database, _ names: inout NameTables) throws {
    var withdrawn = WithdrawnEvents(by: .user)
    withdrawn.severities = try severities(before: answer, db)
    try withdrawn.take(answer, db)
    try replace(withdrawn, by: [], db, &names)
  }

  /// How grave the rules found what was known when an event was written down.
  private func severities(before logged: EventRows.Logged, _ db: Database) throws -> [FindingID: Severity] {
    var detector = AccountDetector(account: logged.event.account)
    var changes: [Finding] = []
    for event in try EventRows.fetch(where: "account.name = ? AND e.leaf < ?", [logged.event.account, logged.leaf], db) {
      detector.take(event, book, into: &changes)
    }
    detector.wait(until: logged.event.time, book, into: &changes)
    return Dictionary(changes.map { ($0.id, $0.severity) }) { $1 }
  }

  private func add(
    _ events: [SecurityEvent], insteadOf gone: WithdrawnEvents = WithdrawnEvents(by: .program), _ db: Database, _ names: inout NameTables,
    _ ledger: inout LedgerAppender
  ) throws -> Int {
    var gone = gone
    let rows = try EventRows(db)
    var added: [String: [SecurityEvent]] = [:]
    var count = 0
    for event in events where try rows.add(event, db, &names, &ledger) {
      added[event.account, default: []].append(event)
      count += 1
    }
    try gone.takeOrphans(db)
    try gone.log(db, &ledger)
    for account in gone.accounts.union(added.keys).sorted() {
      try look(at: account, added[account] ?? [], anew: gone.accounts.contains(account), since: gone.severities, db, &names, &ledger)
    }
    let kinds = gone.kinds.union(added.values.joined().map(\.kind))
    if kinds.contains(.deviceBound) || kinds.contains(.phoneChanged) { try compareAccounts(db, &names, &ledger, anew: !gone.isEmpty) }
    return count
  }

  /// Ends waits that are over by now, wakes what was put aside, and judges anew where the rules are others than before.
  func catchUp(_ db: Database, _ names: inout NameTables) throws {
    try LedgerAppender.within(db, at: now) { try catchUp(db, &names, &$0) }
  }

  private func catchUp(_ db: Database, _ names: inout NameTables, _ ledger: inout LedgerAppender) throws {
    try FindingRows.wake(at: now, db, &ledger)
    let told = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT account.name AS account, bank.key AS bank FROM event e JOIN account ON account.id = e.account_id
        JOIN bank ON bank.id = e.bank_id WHERE e.kind = ? AND e.source = 2
        """,
      arguments: [EventKind.deviceBound.rawValue])
    _ = try add(told.flatMap { try MessageWatch.first(account: $0["account"], bank: $0["bank"], db) }, db, &names, &ledger)
    let accounts = try String.fetchAll(
      db, sql: "SELECT account.name FROM watched_account JOIN account ON account.id = account_id ORDER BY account_id")
    for account in accounts { try look(at: account, [], db, &names, &ledger) }
  }

  private func look(
    at account: String, _ new: [SecurityEvent], anew: Bool = false, since former: [FindingID: Severity] = [:], _ db: Database,
    _ names: inout NameTables, _ ledger: inout LedgerAppender
  ) throws {
    let accountID = try names.id(of: account, in: .account, db)
    let verdict = try judge(account, accountID, new, anew: anew, db)
    if !anew, new.isEmpty, verdict.isAsKept { return }
    _ = try FindingRows.save(Self.lastWords(verdict.changes), since: former, at: now, db, &names, &ledger)
    try db.execute(
      sql: "INSERT OR REPLACE INTO watched_account (account_id, rules, state) VALUES (?, ?, ?)",
      arguments: [accountID, rules, Data(verdict.detector.bytes)])
  }

  /// What the rules say of an account at this moment.
  private struct Verdict {
    var detector: AccountDetector
    var changes: [Finding] = []
    /// Whether that is what was written down last.
    var isAsKept = false
  }

  private func judge(_ account: String, _ accountID: Int64, _ new: [SecurityEvent], anew: Bool, _ db: Database) throws -> Verdict {
    let kept = try Row.fetchOne(db, sql: "SELECT rules, state FROM watched_account WHERE account_id = ?", arguments: [accountID])
    var changes: [Finding] = []
    let ordered = new.sorted(by: SecurityEvent.inOrder)
    var detector: AccountDetector
    if !anew, let kept, kept["rules"] as Int64 == rules,
      var known = AccountDetector(account: account, bytes: [UInt8](kept["state"] as Data)),
      ordered.first.map({ !known.isTooLate($0, book) }) ?? true
    {
      for event in ordered { known.take(event, book, into: &changes) }
      detector = known
    } else {
      detector = AccountDetector(account: account)
      let all = try EventRows.fetch(where: "e.account_id = ?", [accountID], db)
      for event in all { detector.take(event, book, into: &changes) }
      changes += try goneFindings(accountID, after: changes, db)
    }
    let before = detector
    detector.wait(until: now, book, into: &changes)
    return Verdict(detector: detector, changes: changes, isAsKept: changes.isEmpty && before == detector && kept != nil)
  }

  /// What `catchUp` would write down of findings, where nothing may be written: changes in the order they came up.
  func due(_ db: Database) throws -> [Finding] {
    let accounts = try Row.fetchAll(
      db, sql: "SELECT account.id, account.name FROM watched_account JOIN account ON account.id = account_id ORDER BY account_id")
    return Self.lastWords(try accounts.flatMap { try judge($0["name"], $0["id"], [], anew: false, db).changes })
  }

  /// Findings of an account that judging it from the beginning didn't bring again.
  private func goneFindings(_ accountID: Int64, after changes: [Finding], _ db: Database) throws -> [Finding] {
    let found = Set(changes.map(\.id))
    return try FindingRows.fetch(where: "f.account_id = ? AND f.rule <> 15", [accountID], order: "f.time", db)
      .filter { !found.contains($0.id) }
      .map { stored in
        var gone = stored.finding
        gone.state = .withdrawn
        return gone
      }
  }

  /// The last word on each finding, in the order they came up.
  static func lastWords(_ changes: [Finding]) -> [Finding] {
    var last: [FindingID: Finding] = [:]
    for change in changes { last[change.id] = change }
    var order: Set<FindingID> = []
    return changes.compactMap { order.insert($0.id).inserted ? last[$0.id] : nil }
  }

  /// R15, across accounts. `anew` when events are gone, and with them perhaps findings.
  private func compareAccounts(
    _ db: Database, _ names: inout NameTables, _ ledger: inout LedgerAppender, anew: Bool
  ) throws {
    var shared = SharedEndpoints(limits: book.limits)
    let kinds: StatementArguments = [EventKind.deviceBound.rawValue, EventKind.phoneChanged.rawValue]
    for event in try EventRows.fetch(where: "e.kind IN (?, ?)", kinds, db) { shared.take(event) }
    let known = try FindingRows.fetch(where: "f.rule = 15 AND f.state <> 6", [], order: "f.time", db).map(\.finding)
    let found = shared.findings
    var changes = found.filter { finding in !known.contains { $0.id == finding.id } }
    if anew {
      changes += known.filter { finding in !found.contains { $0.id == finding.id } }.map { finding in
        var gone = finding
        gone.state = .withdrawn
        return gone
      }
    }
    _ = try FindingRows.save(changes, at: now, db, &names, &ledger)
  }
}
