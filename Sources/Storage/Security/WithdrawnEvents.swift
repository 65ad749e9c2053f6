import Detection
import GRDB
import Model

/// Stored events that messages told and don't tell any more, taken out of their table; the log goes on holding their entries, and is told.
struct WithdrawnEvents {
  /// Their entries in the log.
  private(set) var leaves: [Int] = []
  /// The accounts that have to be judged anew.
  private(set) var accounts: Set<String> = []
  private(set) var kinds: Set<EventKind> = []
  /// Those that made codes and transfers near them evidence.
  private var triggers: [Row] = []

  /// How many entries of events one entry of the log names at most.
  static let leavesAnEntry = 4_000

  var isEmpty: Bool { accounts.isEmpty }

  /// Takes out those of a message's events that are of the kind, endpoint and channel of one of these: after merging, an event bears the id of another
  /// copy.
  mutating func take(_ events: [SecurityEvent], toldBy id: NotificationID, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.*, account.name AS account_name FROM event e JOIN account ON account.id = e.account_id
        WHERE e.notification_id = ? AND e.source = 2
        """,
      arguments: [id.rawValue])
    for row in rows {
      let isMeant = events.contains {
        $0.kind.rawValue == row["kind"] && $0.endpoint == row["endpoint"] && $0.channel?.rawValue == row["channel"]
      }
      if isMeant { try remove(row, db) }
    }
  }

  /// Takes out the codes and transfers that were evidence only because of something that is gone.
  mutating func takeOrphans(_ db: Database) throws {
    let kinds = MessageEvents.triggers.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    let evidence = [EventKind.codeDelivered, .transfer, .loanPaidOut].map { String($0.rawValue) }.joined(separator: ", ")
    for trigger in triggers {
      let time: Int64 = trigger["time"]
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.*, account.name AS account_name FROM event e JOIN account ON account.id = e.account_id
          WHERE e.account_id = ?1 AND e.time BETWEEN ?2 AND ?3 AND e.source = 2 AND e.kind IN (\(evidence))
            AND NOT EXISTS (SELECT 1 FROM event t WHERE t.account_id = ?1 AND t.kind IN (\(kinds)) AND (t.bank_id = 0 OR t.bank_id = e.bank_id)
              AND e.time BETWEEN t.time - ?4 AND t.time + ?5)
          """,
        arguments: [
          trigger["account_id"] as Int64, time - MessageEvents.reachBefore, time + MessageEvents.reachAfter, MessageEvents.reachBefore,
          MessageEvents.reachAfter,
        ])
      for row in rows { try remove(row, db) }
    }
    triggers = []
  }

  private mutating func remove(_ row: Row, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM event WHERE id = ?", arguments: [row["id"] as Int64])
    if let leaf = row["leaf"] as Int? { leaves.append(leaf) }
    accounts.insert(row["account_name"])
    guard let kind = EventKind(rawValue: row["kind"]) else { return }
    kinds.insert(kind)
    if MessageEvents.triggers.contains(kind) { triggers.append(row) }
  }
}
