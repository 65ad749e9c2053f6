import GRDB
import Ledger
import Model

/// Collects what an evidence package holds.
struct EvidenceCollector {
  private let db: Database
  private let choice: EvidenceChoice
  private let reader: LedgerReader
  private let secrets: LedgerAudit.Secrets
  private var source: EvidenceSource
  private var leaves: Set<Int> = [0]

  /// How far around a finding's evidence messages and events are taken along, in ms: 48 h, as the rules look. [ours]
  private static let reach: Int64 = 48 * 3_600_000
  /// How many of the log's own checkpoints a package holds at most, the newest.
  private static let earlierLimit = 100

  init(_ db: Database, _ choice: EvidenceChoice, key: String, checkpoint: SignedCheckpoint) throws {
    self.db = db
    self.choice = choice
    reader = LedgerReader(db)
    secrets = try LedgerAudit.Secrets(db)
    source = EvidenceSource(key: key, checkpoint: checkpoint)
  }

  mutating func collect() throws -> EvidenceSource {
    var messages = Set(choice.messages)
    var findings = Set(choice.findings.map(\.text))
    let histories = try FindingRows.logged(db)
    for history in histories where findings.contains(history.finding.id.text) {
      messages.formUnion(try messagesAround(history.finding.finding))
    }
    try addMessages(messages)
    let evidence = histories.filter { findings.contains($0.finding.id.text) }.flatMap(\.finding.finding.evidence)
    let told = try events(of: messages).union(evidence)
    for history in histories where !Set(history.finding.finding.evidence).isDisjoint(with: told) {
      findings.insert(history.finding.id.text)
    }
    for (finding, leaf) in histories where findings.contains(finding.id.text) { try add(finding, leaf) }
    try addEvents(told: messages)
    try addArrangements()
    try addEntries()
    try addEarlier()
    return source
  }

  // MARK: Messages

  private func messagesAround(_ finding: Finding) throws -> [NotificationID] {
    guard let span = try span(of: finding) else { return [] }
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT n.id FROM notification n JOIN account ON account.id = n.account_id JOIN drawer ON drawer.id = n.drawer_id
          LEFT JOIN bank ON bank.id = drawer.bank_id
        WHERE n.id BETWEEN ? AND ? AND account.name = ? AND (?4 IS NULL OR bank.key = ?4) ORDER BY n.id
        """,
      arguments: [
        NotificationID(time: Timestamp(milliseconds: span.lowerBound)).rawValue,
        NotificationID(time: Timestamp(milliseconds: span.upperBound), sequence: .max).rawValue, finding.account, finding.bank,
      ])
    return ids.map(NotificationID.init(rawValue:))
  }

  /// From two days before the first event of its evidence to two days after the last.
  private func span(of finding: Finding) throws -> ClosedRange<Int64>? {
    let times = try events(finding.evidence, of: finding.account).map(\.event.time.milliseconds)
    guard let first = times.min(), let last = times.max() else { return nil }
    return (first - Self.reach)...(last + Self.reach)
  }

  private mutating func addMessages(_ ids: Set<NotificationID>) throws {
    let rows = try LoggedDeliveries(db)
    let find = try db.cachedStatement(
      sql: """
        SELECT n.before_ms, n.after_ms, drawer.flags, bank.key FROM notification n JOIN drawer ON drawer.id = n.drawer_id
        LEFT JOIN bank ON bank.id = drawer.bank_id WHERE n.id = ?
        """)
    for id in ids.sorted() {
      find.bind(id.rawValue, at: 1)
      defer { find.rewind() }
      guard try find.step() else { continue }
      if NotificationRow.Flags(rawValue: Int(find.integer(2))).contains(.erased) {
        source.erased += 1
        continue
      }
      let times = DeliverySpan(before: find.integer(0), after: find.integer(1)).times(of: id)
      let bank = find.textOrNull(3)
      for row in try rows.all(of: id, between: times) { add(row, bank) }
    }
    source.messages.sort { ($0.delivery.time.milliseconds, $0.leaf) < ($1.delivery.time.milliseconds, $1.leaf) }
  }

  /// A copy whose code is covered opens the entry's second hash; where that isn't there, since the code was found only later, it opens none.
  private mutating func add(_ row: LoggedDeliveries.Row, _ bank: String?) {
    guard let leaf = row.leaf else { return }
    leaves.insert(leaf)
    var delivery = row.delivery
    var use = Salt.Use.whole
    if !choice.isWhole, let covered = delivery.covering(row.secrets) { (delivery, use) = (covered, .covered) }
    var opening: EvidenceSource.Opening?
    if let salt = secrets.salt(of: leaf, use), opens(delivery, row.account, leaf, use, salt) {
      opening = EvidenceSource.Opening(use: use, salt: salt)
    }
    source.messages.append(
      EvidenceSource.OpenedMessage(
        notification: row.notification, account: row.account, bank: bank, delivery: delivery, leaf: leaf, opening: opening))
  }

  private func opens(_ delivery: Delivery, _ account: String, _ leaf: Int, _ use: Salt.Use, _ salt: Salt) -> Bool {
    guard let payload = try? reader.leaf(leaf).flatMap({ Leaf($0) })?.payload else { return false }
    let start = Int(use.rawValue) * Hash.size
    guard payload.count >= start + Hash.size else { return false }
    return salt.hash(DeliveryRecord.bytes(of: delivery, account: account)).bytes == Array(payload[start..<(start + Hash.size)])
  }

  // MARK: Events, findings, arrangements

  private func events(of messages: Set<NotificationID>) throws -> Set<String> {
    let find = try db.cachedStatement(
      sql: "SELECT event_id FROM event WHERE notification_id = ?1 UNION SELECT event_id FROM withdrawn_event WHERE notification_id = ?1")
    var ids: Set<String> = []
    for message in messages {
      find.bind(message.rawValue, at: 1)
      while try find.step() { ids.insert(find.text(0)) }
    }
    return ids
  }

  private func events(_ ids: [String], of account: String) throws -> [EventRows.Logged] {
    let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
    var arguments: StatementArguments = [account]
    arguments += StatementArguments(ids)
    return try events(where: "account.name = ? AND e.event_id IN (\(marks))", varies: true, arguments)
  }

  /// Those that stand and those that were withdrawn.
  private func events(where condition: String, varies: Bool = false, _ arguments: StatementArguments) throws -> [EventRows.Logged] {
    try [EventRows.Table.standing, .withdrawn].flatMap { table in
      try EventRows.logged(in: table, where: condition, varies: varies, arguments, db)
    }
  }

  private mutating func add(_ finding: StoredFinding, _ leaf: Int?) throws {
    let transitions = try Int.fetchAll(
      db, sql: "SELECT leaf FROM transition WHERE finding_id = ? AND leaf IS NOT NULL ORDER BY id", arguments: [finding.id.text])
    leaves.formUnion(transitions)
    if let leaf { leaves.insert(leaf) }
    source.findings.append(EvidenceSource.FindingHistory(stored: finding, leaf: leaf, transitions: transitions))
  }

  private var accounts: [String] {
    Set(source.messages.map(\.account) + source.findings.map(\.stored.finding.account)).sorted()
  }

  /// What messages told, what findings rest on, and everything about devices and channels of the accounts concerned.
  private mutating func addEvents(told messages: Set<NotificationID>) throws {
    var found: [Int: EventRows.Logged] = [:]
    func take(_ events: [EventRows.Logged]) {
      for event in events { if let leaf = event.leaf { found[leaf] = event } }
    }
    for message in messages { take(try events(where: "e.notification_id = ?", [message.rawValue])) }
    for history in source.findings { take(try events(history.stored.finding.evidence, of: history.stored.finding.account)) }
    let kinds: [EventKind] = [
      .deviceBound, .deviceUnbound, .devicePreferred, .channelChanged, .phoneChanged, .simChanged, .bindingRequested, .keyAdded,
      .tokenLinked, .callsForwarded, .trusteeNamed, .loanBanLifted, .outsideAccess, .denied, .confirmed,
    ]
    let numbers = kinds.map { String($0.rawValue) }.joined(separator: ", ")
    for history in source.findings where choice.findings.contains(history.stored.id) {
      guard let span = try span(of: history.stored.finding) else { continue }
      take(
        try events(
          where: "account.name = ? AND e.time BETWEEN ? AND ?", [history.stored.finding.account, span.lowerBound, span.upperBound]))
    }
    for account in accounts { take(try events(where: "account.name = ? AND e.kind IN (\(numbers))", [account])) }
    source.events = found.map { leaf, logged in
      EvidenceSource.OpenedEvent(event: logged.event, leaf: leaf, withdrawal: logged.withdrawal, salt: secrets.salt(of: leaf, .whole))
    }.sorted { SecurityEvent.inOrder($0.event, $1.event) }
    leaves.formUnion(found.keys)
    leaves.formUnion(found.values.compactMap(\.withdrawal))
  }

  private mutating func addArrangements() throws {
    let accounts = Set(accounts)
    source.arrangements = try Store.arrangements(db).filter { accounts.contains($0.arrangement.account) }
    leaves.formUnion(source.arrangements.compactMap(\.leaf))
  }

  // MARK: Proofs

  private mutating func addEntries() throws {
    let checkpoint = source.checkpoint.checkpoint
    leaves.formUnion(try keyChanges())
    for leaf in leaves.sorted() where leaf < checkpoint.size {
      guard let bytes = try reader.leaf(leaf) else { continue }
      source.entries.append(
        LedgerProof(
          origin: checkpoint.origin, sequence: leaf, leaf: bytes, size: checkpoint.size,
          path: try reader.proofs.inclusion(of: leaf, in: checkpoint.size), root: checkpoint.root))
    }
  }

  /// The entries that tell of new keys; they're looked for only where the first key isn't the one in use.
  private func keyChanges() throws -> [Int] {
    let first = try reader.leaf(0).flatMap { Leaf($0) }?.payload.withUnsafeBytes { LedgerPayload.read(LedgerPayload.Began.self, $0)?.key }
    guard first != source.key else { return [] }
    var walk = LedgerWalk(log: nil, sizes: [])
    try walk.run(db, expected: 0)
    return walk.keys.map(\.from)
  }

  private mutating func addEarlier() throws {
    let size = source.checkpoint.checkpoint.size
    let all = try LedgerCheckpoints.all(db).filter { $0.size < size }
    let wanted = all.filter { choice.sizes.contains($0.size) } + all.suffix(Self.earlierLimit).filter { !choice.sizes.contains($0.size) }
    for (_, note) in wanted.sorted(by: { $0.size < $1.size }) {
      guard let signed = SignedCheckpoint(note) else { continue }
      source.earlier.append((signed, try reader.proofs.consistency(from: signed.checkpoint.size, to: size)))
    }
  }
}
