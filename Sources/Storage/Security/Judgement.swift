import Detection
import GRDB
import Model

/// What the rules make of all events from the beginning, held to what is stored.
public struct Judgement: Hashable, Sendable {
  /// How many messages were asked what they tell, and how many events were judged.
  public var messages = 0
  public var events = 0
  /// What isn't stored as it should be; none when all is well.
  public var differences: [Difference] = []

  public init() {}

  /// Something that isn't stored as it should be.
  public enum Difference: Hashable, Sendable {
    /// A message tells this event, and it isn't stored.
    case eventMissing(SecurityEvent)
    /// The rules find this, and it isn't stored, or stored as withdrawn.
    case findingMissing(Finding)
    /// The rules find it graver or less grave, at another time or on other evidence; first as it is stored.
    case findingDiffers(Finding, Finding)
    /// It is stored, and the rules don't find it.
    case findingUnfounded(Finding)
  }
}

extension Store {
  /// Judges all events from the beginning, with those that messages tell and that aren't stored, and says what is stored otherwise. Changes nothing.
  /// Takes time in proportion to the number of messages.
  /// - Returns: what differs; findings that were to be caught up with until now are among it.
  public func judgeFromTheBeginning(unless interruption: Interruption? = nil) throws(StoreError) -> Judgement {
    let watching = watching
    return try totals.read(unless: interruption) { db, drawers in
      var judging = Judging(book: watching.book, now: watching.now, db, drawers)
      return try judging.run()
    }
  }
}

/// Judges everything anew within a read.
private struct Judging {
  private let book: RuleBook
  private let now: Timestamp
  private let db: Database
  private let drawers: Drawers
  private var judgement = Judgement()
  private var missing: [String: [SecurityEvent]] = [:]

  private static let batch = 5_000

  init(book: RuleBook, now: Timestamp, _ db: Database, _ drawers: Drawers) {
    self.book = book
    self.now = now
    self.db = db
    self.drawers = drawers
  }

  mutating func run() throws -> Judgement {
    try askMessages()
    try askNeighbours()
    let accounts = try String.fetchAll(
      db, sql: "SELECT name FROM account WHERE id IN (SELECT account_id FROM event UNION SELECT account_id FROM finding) ORDER BY id")
    var shared = SharedEndpoints(limits: book.limits)
    for account in Set(accounts).union(missing.keys).sorted() { try judge(account, &shared) }
    try compare(shared.findings, with: FindingRows.fetch(where: "f.rule = 15", [], order: "f.time", db))
    return judgement
  }

  /// Holds what each message tells by itself to the events that are stored of it.
  private mutating func askMessages() throws {
    let next = try db.makeStatement(
      sql: """
        SELECT n.id FROM notification n JOIN drawer ON drawer.id = n.drawer_id
        WHERE n.id > ? AND NOT drawer.flags & \(NotificationRow.Flags.erased.rawValue)
          AND (n.security_kind IS NOT NULL OR n.more_deliveries > 0 OR drawer.bank_id = 0) ORDER BY n.id LIMIT \(Self.batch)
        """)
    var last: Int64 = -1
    while true {
      let ids = try Int64.fetchAll(next, arguments: [last])
      for row in try NotificationColumns.rows(ids, db, drawers) {
        guard let notification = try notification(row) else { continue }
        try compare(MessageEvents.told(by: notification, id: row.id, book), of: row.id)
      }
      guard let end = ids.last, ids.count == Self.batch else { break }
      last = end
    }
    judgement.messages = try Int.fetchOne(db, sql: "SELECT count(*) FROM notification") ?? 0
  }

  /// Holds what messages tell near something that matters to the events that are stored of them.
  private mutating func askNeighbours() throws {
    let kinds = MessageEvents.triggers.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    let triggers = try EventRows.fetch(where: "e.kind IN (\(kinds))", [], db) + missing.values.joined()
    let watch = MessageWatch(book: book)
    // Since when an account is known grows with what is imported, and alerts of nothing.
    for event in try watch.neighbours(of: triggers, db) where event.kind != .messageReceived {
      guard case .message(let id) = event.source else { continue }
      try compare([event], of: id)
    }
  }

  private func notification(_ row: NotificationRow) throws -> Notification? {
    try DetailReader.read(row, db).map { Notification(bank: row.bank, account: row.account, facts: row.facts, deliveries: $0.deliveries) }
  }

  private mutating func compare(_ told: [SecurityEvent], of id: NotificationID) throws {
    guard !told.isEmpty else { return }
    let stored = try EventRows.fetch(where: "e.notification_id = ? AND e.source = 2", [id.rawValue], db)
    // What else the events say their entries in the log are held to.
    func isStored(_ event: SecurityEvent) -> Bool {
      stored.contains { $0.kind == event.kind && $0.device?.id == event.device?.id && $0.endpoint == event.endpoint }
    }
    for event in told where !isStored(event) {
      guard missing[event.account]?.contains(event) != true else { continue }
      missing[event.account, default: []].append(event)
      judgement.differences.append(.eventMissing(event))
    }
  }

  private mutating func judge(_ account: String, _ shared: inout SharedEndpoints) throws {
    let stored = try EventRows.fetch(where: "account.name = ?", [account], db)
    let events = (stored + (missing[account] ?? [])).sorted(by: SecurityEvent.inOrder)
    judgement.events += events.count
    var detector = AccountDetector(account: account)
    var changes: [Finding] = []
    for event in events {
      detector.take(event, book, into: &changes)
      shared.take(event)
    }
    detector.wait(until: now, book, into: &changes)
    try compare(
      Watching.lastWords(changes).filter { $0.state != .withdrawn },
      with: FindingRows.fetch(where: "account.name = ? AND f.rule <> 15", [account], order: "f.time", db))
  }

  private mutating func compare(_ found: [Finding], with stored: [StoredFinding]) {
    let stored = Dictionary(stored.map { ($0.finding.id, $0.finding) }) { first, _ in first }
    for finding in found {
      guard let known = stored[finding.id], known.state != .withdrawn else {
        judgement.differences.append(.findingMissing(finding))
        continue
      }
      let isSame = known.severity == finding.severity && known.time == finding.time && known.evidence == finding.evidence
      if !isSame { judgement.differences.append(.findingDiffers(known, finding)) }
    }
    let ids = Set(found.map(\.id))
    // What somebody has dealt with stays when it is gone.
    for finding in stored.values.sorted(by: { $0.time < $1.time }) where finding.state == .new && !ids.contains(finding.id) {
      judgement.differences.append(.findingUnfounded(finding))
    }
  }
}
