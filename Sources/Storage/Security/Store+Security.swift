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

  /// How many there are that a query asks for, whatever their state, and how many of them came in which of the user's months.
  public func findingCounts(_ query: FindingQuery = FindingQuery()) throws(StoreError) -> FindingCounts {
    let calendar = calendar
    return try totals.read { db, _ in
      var counts = FindingCounts()
      let (condition, arguments) = Self.condition(query, ofEveryState: true)
      let finding = "finding f JOIN account ON account.id = f.account_id LEFT JOIN bank ON bank.id = f.bank_id"
      let states = "SELECT f.state, f.severity, count(*) AS n FROM \(finding) WHERE \(condition) GROUP BY 1, 2"
      for row in try Row.fetchAll(db, sql: states, arguments: arguments) {
        guard let state = FindingState(rawValue: row["state"]), let severity = Severity(rawValue: row["severity"]) else { continue }
        counts.states[state, default: 0] += row["n"] as Int
        if state == .new { counts.open[severity, default: 0] += row["n"] as Int }
      }
      let standing = "\(condition) AND f.state <> \(FindingState.withdrawn.rawValue)"
      let last = try Int64.fetchOne(
        db, sql: "SELECT f.time FROM \(finding) WHERE \(standing) ORDER BY f.time DESC LIMIT 1", arguments: arguments)
      guard let last else { return counts }
      let sql = "SELECT f.severity, count(*) AS n FROM \(finding) WHERE \(standing) AND f.time >= ? AND f.time < ? GROUP BY 1"
      for month in Self.months(upTo: Timestamp(milliseconds: last), calendar) {
        var bySeverity: [Severity: Int] = [:]
        let span: StatementArguments = [
          calendar.start(of: month).milliseconds, calendar.start(of: month.adding(months: 1)).milliseconds,
        ]
        for row in try Row.fetchAll(db, sql: sql, arguments: arguments + span) {
          if let severity = Severity(rawValue: row["severity"]) { bySeverity[severity] = row["n"] }
        }
        counts.months.append((month.month < 10 ? "\(month.year)-0\(month.month)" : "\(month.year)-\(month.month)", bySeverity))
      }
      return counts
    }
  }

  /// Twelve months by their first days: up to the present one, or up to that of the last finding where that is longer ago.
  private static func months(upTo last: Timestamp, _ calendar: LocalCalendar) -> [CivilDate] {
    func month(_ time: Timestamp) -> CivilDate {
      var date = CivilDate(time, offsetSeconds: calendar.offset(time))
      date.day = 1
      return date
    }
    let present = month(calendar.now())
    let end = month(last) < present.adding(months: -11) ? month(last) : present
    return (0..<12).reversed().map { end.adding(months: -$0) }
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

  /// The client's answer for a device, "mine" or "not mine": the same as one to the findings that hang on its binding and on other uses of it.
  /// - Returns: the findings that it answers; none when all that was said before; nil when none hangs on anything of the device's, so that the
  ///   answer has to be arranged (`arrange`).
  public func answer(
    for device: LinkedDevice, account: String, bank: String?, wasMe: Bool
  ) throws(StoreError) -> [FindingID]? {
    let answering = Answering(watching: watching)
    return try writable().write(durably: true) { db, names in
      try answering.answer(device, account: account, bank: bank, wasMe: wasMe, db, &names)
    }
  }

  /// The last answer for a device that came with a step of dealing with findings, if it was given after a step of `arrange`; wherever it was
  /// given.
  /// - Parameter arrangement: the number of that step; nil when there is none.
  /// - Returns: the answer; nil when there is none that was given since.
  /// - Throws: `StoreError`.
  public func lastDeviceAnswer(after arrangement: Int64?) throws(StoreError) -> GivenAnswer? {
    try totals.read { db, _ in
      guard let answer = try Answering.last(db) else { return nil }
      let leaf = try arrangement.flatMap { try Int.fetchOne(db, sql: "SELECT leaf FROM arrangement WHERE id = ?", arguments: [$0]) }
      return leaf.map { $0 > answer.leaf } == true ? nil : answer
    }
  }

  /// Takes back an answer that was given for a device, on whichever screen: the findings are as far dealt with as they were.
  /// - Returns: as `undoTriage`; nil when somebody else took it back meanwhile.
  @discardableResult
  public func undo(_ answer: GivenAnswer) throws(StoreError) -> [FindingID]? {
    let answering = Answering(watching: watching)
    return try writable().write(durably: true) { db, names in try answering.undo(answer.step, db, &names) }
  }

  /// Takes back the last step of dealing with findings. When it was an answer, that is withdrawn, and its account judged as if it had never
  /// been given.
  /// - Returns: the findings that are as they were, without those that the rules found in the answer; nil when there was nothing to take back.
  public func undoTriage() throws(StoreError) -> [FindingID]? {
    let answering = Answering(watching: watching)
    return try writable().write(durably: true) { db, names in try answering.undo(nil, db, &names) }
  }

  private static func condition(_ query: FindingQuery, ofEveryState: Bool = false) -> (String, StatementArguments) {
    var parts: [String] = ofEveryState ? ["TRUE"] : []
    var arguments: StatementArguments = []
    if ofEveryState {
      // What is withdrawn is counted, too.
    } else if let states = query.states {
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
