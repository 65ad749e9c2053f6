import Detection
import GRDB
import Model

extension Store {
  /// Makes known by which rules events are watched; worked out when the first is.
  public func register(rules: @autoclosure @escaping @Sendable () -> RuleBook) {
    registeredRules.withLock { $0 = Registered(rules) }
  }

  var watching: Watching { Watching(book: registeredRules.withLock { $0.value }, now: calendar.now()) }

  /// Stores events that no message tells, and looks at them; those whose id is known in their account are passed over.
  /// - Returns: how many are new.
  @discardableResult
  public func add(events: [SecurityEvent]) throws(StoreError) -> Int {
    let watching = watching
    return try writable().write(durably: true) { db, names in try watching.add(events, db, &names) }
  }

  /// Brings findings up to date with the clock and with the rules: what was to come within a time and hasn't, what was put aside until now.
  public func catchUpWithFindings() throws(StoreError) {
    let watching = watching
    try writable().write { db, names in try watching.catchUp(db, &names) }
  }

  /// Findings: those that nobody has closed first, by severity, new ones before others; each the newest first.
  public func findings(_ query: FindingQuery = FindingQuery(), limit: Int = 1_000) throws(StoreError) -> [StoredFinding] {
    try totals.read { db, _ in
      let (condition, arguments) = Self.condition(query)
      return try FindingRows.fetch(
        where: condition, arguments,
        order: "f.state <= 3 DESC, CASE WHEN f.state <= 3 THEN f.severity END DESC, f.state = 1 DESC, f.time DESC, f.id LIMIT \(limit)", db)
    }
  }

  /// Findings as the rules and the clock see them now, with nothing written down: what was to come within a time and hasn't is found, what was
  /// put aside until now is new again. In a database that may be written to, `catchUpWithFindings` and `findings` say the same.
  public func currentFindings(_ query: FindingQuery = FindingQuery()) throws(StoreError) -> [StoredFinding] {
    let watching = watching
    return try totals.read { db, _ in
      var all = FindingQuery()
      all.states = Set(FindingState.allCases)
      let (condition, arguments) = Self.condition(all)
      var found = try FindingRows.fetch(where: condition, arguments, order: "f.time, f.id", db)
      for index in found.indices where found[index].finding.state == .suppressed {
        guard let until = found[index].until, until <= watching.now else { continue }
        found[index].finding.state = .new
        found[index].until = nil
      }
      var places = Dictionary(found.indices.map { (found[$0].id, $0) }) { first, _ in first }
      for change in try watching.due(db) {
        guard let place = places[change.id] else {
          guard change.state != .withdrawn else { continue }
          places[change.id] = found.count
          found.append(StoredFinding(finding: change))
          continue
        }
        found[place].take(change)
      }
      return found.filter { query.takes($0.finding) }.sorted(by: StoredFinding.openAndGraveFirst)
    }
  }

  /// What is open at a severity or above: the gravest first, of these takeover chains (R04), which say most, then the newest; so many at most.
  public func openFindings(from severity: Severity, limit: Int = 100) throws(StoreError) -> [StoredFinding] {
    try lists.read { db, _ in
      try FindingRows.fetch(
        where: "f.state = 1 AND f.severity >= ?", [severity.rawValue],
        order: "f.severity DESC, f.rule = 4 DESC, f.time DESC, f.id LIMIT \(limit)", db)
    }
  }

  /// A finding with its events and its history; nil when there is none of that id.
  public func finding(_ id: FindingID) throws(StoreError) -> FindingDetail? {
    try totals.read { db, _ in
      guard let stored = try FindingRows.fetch(where: "f.id = ?", [id.text], order: "f.id", db).first else { return nil }
      let evidence = stored.finding.evidence
      let marks = Array(repeating: "?", count: evidence.count).joined(separator: ", ")
      var arguments: StatementArguments = [stored.finding.account]
      arguments += StatementArguments(evidence)
      let events = try EventRows.fetch(
        where: "e.account_id = (SELECT id FROM account WHERE name = ?) AND e.event_id IN (\(marks))", varies: true, arguments, db)
      return FindingDetail(
        stored: stored, events: events, around: try Self.around(events, bank: stored.finding.bank, db),
        transitions: try FindingRows.transitions(of: id, db), former: try FindingRows.former(of: stored.finding, db))
    }
  }

  /// What else happened at the bank from ten minutes before the first of these events to two days after the last.
  private static func around(_ events: [SecurityEvent], bank: String?, _ db: Database) throws -> [SecurityEvent] {
    guard let first = events.first, let last = events.last else { return [] }
    let known = Set(events.map(\.id))
    let found = try EventRows.fetch(
      where: "account.name = ? AND e.time BETWEEN ? AND ? AND (?4 IS NULL OR bank.key IS NULL OR bank.key = ?4)",
      [
        first.account, first.time.advanced(by: -MessageEvents.reachBefore).milliseconds,
        last.time.advanced(by: Limits().hot).milliseconds, bank,
      ], db)
    return Array(found.lazy.filter { !known.contains($0.id) }.prefix(aroundLimit))
  }

  private static let aroundLimit = 100

  /// The findings that rest on a message.
  public func findings(about id: NotificationID) throws(StoreError) -> [StoredFinding] {
    try lists.read { db, _ in
      try FindingRows.fetch(
        where: """
          f.state <> 6 AND f.id IN (SELECT evidence.finding_id FROM event JOIN evidence ON evidence.event_id = event.event_id
          WHERE event.notification_id = ?)
          """,
        [id.rawValue], order: "f.severity DESC, f.time", db)
    }
  }

  /// How many there are, and how many came in which month.
  public func findingCounts() throws(StoreError) -> FindingCounts {
    try totals.read { db, _ in
      var counts = FindingCounts()
      for row in try Row.fetchAll(db, sql: "SELECT state, severity, count(*) AS n FROM finding GROUP BY 1, 2") {
        guard let state = FindingState(rawValue: row["state"]), let severity = Severity(rawValue: row["severity"]) else { continue }
        counts.states[state, default: 0] += row["n"] as Int
        if state == .new { counts.open[severity, default: 0] += row["n"] as Int }
      }
      let sql = """
        SELECT strftime('%Y-%m', time / 1000, 'unixepoch') AS month, severity, count(*) AS n FROM finding WHERE state <> 6
        GROUP BY 1, 2 ORDER BY 1
        """
      for row in try Row.fetchAll(db, sql: sql) {
        guard let severity = Severity(rawValue: row["severity"]) else { continue }
        if counts.months.last?.month != row["month"] { counts.months.append((row["month"], [:])) }
        counts.months[counts.months.count - 1].counts[severity] = row["n"]
      }
      counts.months = Array(counts.months.suffix(12))
      return counts
    }
  }

  /// An account's events, in order, from a time on.
  public func events(account: String? = nil, since: Timestamp? = nil) throws(StoreError) -> [SecurityEvent] {
    try totals.read { db, _ in
      try EventRows.fetch(
        where: "(?1 IS NULL OR account.name = ?1) AND (?2 IS NULL OR e.time >= ?2)", [account, since?.milliseconds], db)
    }
  }

  /// Deals with findings, as one step that can be undone. A critical one is put aside only with a comment, and stays as it is without.
  /// - Returns: those that are different now.
  @discardableResult
  public func triage(_ ids: [FindingID], _ triage: Triage, comment: String? = nil) throws(StoreError) -> [FindingID] {
    let now = calendar.now()
    return try writable().write(durably: true) { db, _ in try FindingRows.triage(ids, triage, comment: comment, at: now, db) }
  }

  /// The client's answer to a finding: "it was me" resolves what hangs on the same event as benign, "not me" takes it on. The answer is an
  /// event of the user's own, so the rules know of it; what they find in it is answered with it. "Not me" to what "not me" brought up (R22)
  /// takes on that finding alone, and the same answer twice is one event. It is one step that can be undone.
  /// - Returns: the findings that it answers; none when all that was said before; nil when there is no finding of that id.
  public func answer(_ id: FindingID, wasMe: Bool) throws(StoreError) -> [FindingID]? {
    let answering = Answering(watching: watching)
    return try writable().write(durably: true) { db, names in try answering.answer(id, wasMe: wasMe, db, &names) }
  }

  /// Takes back the last step of dealing with findings. When it was an answer, that is withdrawn, and its account judged as if it had never
  /// been given.
  /// - Returns: the findings that are as they were, without those that the rules found in the answer; nil when there was nothing to take back.
  public func undoTriage() throws(StoreError) -> [FindingID]? {
    let answering = Answering(watching: watching)
    return try writable().write(durably: true) { db, names in try answering.undo(db, &names) }
  }

  private static func condition(_ query: FindingQuery) -> (String, StatementArguments) {
    var parts: [String] = []
    var arguments: StatementArguments = []
    if let states = query.states {
      parts.append("f.state IN (" + states.map { String($0.rawValue) }.sorted().joined(separator: ", ") + ")")
    } else {
      parts.append("f.state <> 6")
    }
    if let severity = query.severity {
      parts.append("f.severity >= ?")
      arguments += [severity.rawValue]
    }
    if let rule = query.rule {
      parts.append("f.rule = ?")
      arguments += [rule.number]
    }
    if let bank = query.bank {
      parts.append("bank.key = ?")
      arguments += [bank]
    }
    if let account = query.account {
      parts.append("account.name = ?")
      arguments += [account]
    }
    if let since = query.since {
      parts.append("f.time >= ?")
      arguments += [since.milliseconds]
    }
    return (parts.joined(separator: " AND "), arguments)
  }
}
