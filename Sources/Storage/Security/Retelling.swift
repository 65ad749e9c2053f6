import Detection
import GRDB
import Model

/// Brings the events that messages tell in step with what is read from these now, within the transaction that rewrites their facts.
struct Retelling {
  private let watching: Watching
  private let drawers: Drawers
  private let glance: GRDB.Statement
  private var retold: [(id: NotificationID, notification: Notification)] = []
  private var obsolete: [EventRows.Logged] = []

  init(_ watching: Watching, _ db: Database) throws {
    self.watching = watching
    drawers = try Drawers(db, dataVersion: 0)
    let kinds = MessageEvents.triggers.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    glance = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM event e WHERE e.notification_id = n.id AND e.source = 2), n.more_deliveries > 0, drawer.bank_id <> 0,
          EXISTS (SELECT 1 FROM event t WHERE t.account_id = n.account_id AND +t.kind IN (\(kinds))
            AND t.time BETWEEN (n.id >> 20) - \(MessageEvents.reachAfter) AND (n.id >> 20) + \(MessageEvents.reachBefore))
        FROM notification n JOIN drawer ON drawer.id = n.drawer_id
        WHERE n.id = ? AND NOT drawer.flags & \(NotificationRow.Flags.erased.rawValue)
        """)
  }

  /// Holds what a stored notification tells with another bank and other facts to the events that are stored of it; before its row is rewritten.
  mutating func note(_ id: NotificationID, bank: String?, _ facts: Facts, _ db: Database) throws {
    guard try mayTell(id, bank, facts), let row = try NotificationColumns.rows([id.rawValue], db, drawers).first,
      let detail = try DetailReader.read(row, db)
    else { return }
    let notification = Notification(bank: bank, account: row.account, facts: facts, deliveries: detail.deliveries)
    let told =
      MessageEvents.told(by: notification, id: id, watching.book) + MessageEvents.near(notification, id: id, Movement.init(toldBy:))
    // That there was a message says it as well.
    let all = told + (bank.map { [MessageEvents.known(since: id, account: row.account, bank: $0)] } ?? [])
    let stored = try EventRows.logged(where: "e.notification_id = ? AND e.source = 2", [id.rawValue], db)
    // Notices may be about the event that another copy told.
    let facts = stored.map(\.event).filter { event in event.about == nil && all.contains { MessageEvents.isSame(event, as: $0) } }
    let subjects = Set(facts.map(\.id) + all.compactMap(\.about))
    let gone = stored.filter { stored in
      !all.contains { MessageEvents.isSame(stored.event, as: $0) } || !(stored.event.about.map(subjects.contains) ?? true)
    }
    obsolete += gone
    let isStored = told.allSatisfy { told in stored.contains { MessageEvents.isSame($0.event, as: told) } }
    if !gone.isEmpty || !isStored { retold.append((id, notification)) }
  }

  /// Whether there can be anything to hold against each other; most messages tell nothing, however they are read.
  private func mayTell(_ id: NotificationID, _ bank: String?, _ facts: Facts) throws -> Bool {
    glance.bind(id.rawValue, at: 1)
    defer { glance.rewind() }
    guard try glance.step() else { return false }
    let (isTold, hasCopies, hadBank, isNear) = (
      glance.integer(0) != 0, glance.integer(1) != 0, glance.integer(2) != 0, glance.integer(3) != 0
    )
    return isTold || hasCopies || facts.security != nil || (hadBank && bank == nil)
      || (isNear && (facts.code != nil || facts.category == .code || facts.isTransaction))
  }

  /// Takes out what isn't told any more, stores what is, and has the rules look at it; when all rows are rewritten.
  func finish(_ db: Database, _ names: inout NameTables) throws {
    guard !retold.isEmpty else { return }
    var withdrawn = WithdrawnEvents(by: .program)
    for event in obsolete { try withdrawn.take(event, db) }
    let told = try MessageWatch(book: watching.book).events(of: retold, beside: [], db)
    try watching.replace(withdrawn, by: told, db, &names)
  }
}
