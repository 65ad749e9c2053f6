import Detection
import GRDB
import Model
import Parsing

/// Finds the events that stored messages tell: security facts always, codes and transfers near something that matters.
struct MessageWatch {
  let book: RuleBook

  private struct Trigger: Hashable {
    var account: String
    var bank: String?
    var time: Int64

    func reaches(_ notification: Notification, at moment: Int64) -> Bool {
      account == notification.account && (bank == nil || bank == notification.bank)
        && (time - MessageEvents.reachBefore...time + MessageEvents.reachAfter).contains(moment)
    }
  }

  /// What notifications tell that are new or got new deliveries, and what stored messages near them tell; the same event may be among it
  /// twice. `given` are the events that come with them.
  func events(
    of written: [(id: NotificationID, notification: Notification)], beside given: [SecurityEvent], _ db: Database
  ) throws -> [SecurityEvent] {
    var events: [SecurityEvent] = []
    for (id, notification) in written {
      events += try Self.withoutKnown(MessageEvents.told(by: notification, id: id, book), of: id, db)
    }
    events += try neighbours(of: events + given, db)
    for event in Set(events.filter { MessageEvents.aged.contains($0.kind) }.map { Trigger(account: $0.account, bank: $0.bank, time: 0) }) {
      events += try Self.first(account: event.account, bank: event.bank, db)
    }
    let known = try triggers(around: written.map(\.id), db)
    guard !known.isEmpty else { return events }
    for (id, notification) in written where MessageEvents.mayTellNear(notification.facts) {
      if known.contains(where: { $0.reaches(notification, at: id.time.milliseconds) }) {
        events += MessageEvents.near(notification, id: id, Movement.init(toldBy:))
      }
    }
    return events
  }

  /// What stored messages tell near those of these events that matter, and since when their accounts are known; the same may be among it twice.
  func neighbours(of events: [SecurityEvent], _ db: Database) throws -> [SecurityEvent] {
    let fresh = events.filter { MessageEvents.triggers.contains($0.kind) }
    return try Set(fresh.map { Trigger(account: $0.account, bank: $0.bank, time: $0.time.milliseconds) }).flatMap { trigger in
      try near(trigger, db) + Self.first(account: trigger.account, bank: trigger.bank, db)
    }
  }

  /// The events of a kind that a message told. Without the plus sign the order makes SQLite walk through all events of the kind.
  static let toldSQL = "SELECT event_id FROM event WHERE notification_id = ? AND +kind = ? ORDER BY time"

  /// Without what another copy of the message told already; notices are about the event that is known then.
  private static func withoutKnown(_ told: [SecurityEvent], of id: NotificationID, _ db: Database) throws -> [SecurityEvent] {
    guard let first = told.first, first.kind != .messageReceived else { return told }
    let known = try String.fetchOne(db, sql: toldSQL, arguments: [id.rawValue, first.kind.rawValue])
    guard let known, known != first.id else { return told }
    return told.dropFirst().map { notice in
      var notice = notice
      notice.about = known
      return notice
    }
  }

  /// What stored messages tell around something that matters.
  private func near(_ trigger: Trigger, _ db: Database) throws -> [SecurityEvent] {
    let first = NotificationID(time: Timestamp(milliseconds: trigger.time - MessageEvents.reachBefore))
    let last = NotificationID(time: Timestamp(milliseconds: trigger.time + MessageEvents.reachAfter), sequence: .max)
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT n.id FROM notification n JOIN account ON account.id = n.account_id
        WHERE n.id BETWEEN ? AND ? AND account.name = ? AND (n.code IS NOT NULL OR n.is_transaction
          OR n.security_kind = \(SecurityFact.Kind.tokenLinked.rawValue))
        """,
      arguments: [first.rawValue, last.rawValue, trigger.account])
    guard !ids.isEmpty else { return [] }
    return try NotificationColumns.rows(ids, db, try Drawers(db, dataVersion: 0)).flatMap { row -> [SecurityEvent] in
      guard trigger.bank == nil || row.bank == trigger.bank else { return [] }
      guard let detail = try DetailReader.read(row, db) else { return [] }
      let notification = Notification(bank: row.bank, account: row.account, facts: row.facts, deliveries: detail.deliveries)
      return MessageEvents.near(notification, id: row.id, Movement.init(toldBy:))
    }
  }

  /// The first message of an account and bank, so that its first binding isn't taken for its beginning.
  static func first(account: String, bank: String?, _ db: Database) throws -> [SecurityEvent] {
    guard let bank else { return [] }
    let id = try Int64.fetchOne(
      db,
      sql: """
        SELECT min(id) FROM (SELECT (SELECT min(n.id) FROM notification n WHERE n.drawer_id = drawer.id
          AND n.account_id = (SELECT id FROM account WHERE name = ?)) AS id
        FROM drawer JOIN bank ON bank.id = drawer.bank_id WHERE bank.key = ?)
        """,
      arguments: [account, bank])
    return id.map { [MessageEvents.known(since: NotificationID(rawValue: $0), account: account, bank: bank)] } ?? []
  }

  /// What mattered shortly before or after these notifications.
  private func triggers(around ids: [NotificationID], _ db: Database) throws -> [Trigger] {
    guard let first = ids.min()?.time.milliseconds, let last = ids.max()?.time.milliseconds else { return [] }
    let kinds = MessageEvents.triggers.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT account.name AS account, bank.key AS bank, e.time AS time
        FROM event e JOIN account ON account.id = e.account_id LEFT JOIN bank ON bank.id = e.bank_id
        WHERE e.kind IN (\(kinds)) AND e.time BETWEEN ? AND ?
        """,
      arguments: [first - MessageEvents.reachAfter, last + MessageEvents.reachBefore])
    return rows.map { Trigger(account: $0["account"], bank: $0["bank"], time: $0["time"]) }
  }
}

extension Movement {
  /// What moved the money that a delivery's text tells of.
  init?(toldBy delivery: Delivery) { self.init(title: delivery.title, text: delivery.text) }
}
