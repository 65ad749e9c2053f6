import Detection
import GRDB
import Ledger
import Model

/// Stored events that don't count any more, moved out of the way; the log goes on holding their entries, and is told. Messages told them and
/// read otherwise now, or they are answers that the user takes back.
struct WithdrawnEvents {
  /// Who withdraws them: the program what messages told, the user an answer.
  let actor: Leaf.Actor
  /// How grave findings were before these events. Those that aren't graver without them stay as far dealt with as they are.
  var severities: [FindingID: Severity] = [:]
  /// The accounts that have to be judged anew.
  private(set) var accounts: Set<String> = []
  private(set) var kinds: Set<EventKind> = []
  /// The rows that keep them, and their entries in the log.
  private var kept: [(row: Int64, leaf: Int)] = []
  /// Those that made codes and transfers near them evidence.
  private var triggers: [SecurityEvent] = []

  /// How many entries of events one entry of the log names at most.
  private static let leavesAnEntry = 4_000

  init(by actor: Leaf.Actor) {
    self.actor = actor
  }

  var isEmpty: Bool { accounts.isEmpty }

  /// Takes out an event.
  mutating func take(_ logged: EventRows.Logged, _ db: Database) throws {
    let row = try EventRows.withdraw(logged.event, db)
    if let leaf = logged.leaf { kept.append((row, leaf)) }
    accounts.insert(logged.event.account)
    kinds.insert(logged.event.kind)
    if MessageEvents.triggers.contains(logged.event.kind) { triggers.append(logged.event) }
  }

  /// Takes out the codes and transfers that were evidence only because of something that is gone; what erased messages told stays.
  mutating func takeOrphans(_ db: Database) throws {
    let kinds = MessageEvents.triggers.map { String($0.rawValue) }.sorted().joined(separator: ", ")
    let evidence = [EventKind.codeDelivered, .tokenLinked, .transfer, .loanPaidOut].map { String($0.rawValue) }.joined(separator: ", ")
    for trigger in triggers {
      let time = trigger.time.milliseconds
      let orphans = try EventRows.logged(
        where: """
          account.name = ?1 AND e.time BETWEEN ?2 AND ?3 AND e.source = 2 AND e.kind IN (\(evidence))
          AND NOT EXISTS (SELECT 1 FROM event t WHERE t.account_id = e.account_id AND t.kind IN (\(kinds))
            AND (t.bank_id = 0 OR t.bank_id = e.bank_id) AND e.time BETWEEN t.time - ?4 AND t.time + ?5)
          AND NOT EXISTS (SELECT 1 FROM notification n JOIN drawer ON drawer.id = n.drawer_id
            WHERE n.id = e.notification_id AND drawer.flags & \(NotificationRow.Flags.erased.rawValue))
          """,
        [
          trigger.account, time - MessageEvents.reachBefore, time + MessageEvents.reachAfter, MessageEvents.reachBefore,
          MessageEvents.reachAfter,
        ], db)
      for orphan in orphans { try take(orphan, db) }
    }
    triggers = []
  }

  /// Writes down that they are withdrawn.
  func log(_ db: Database, _ ledger: inout LedgerAppender) throws {
    let mark = try db.cachedStatement(sql: "UPDATE withdrawn_event SET withdrawal = ? WHERE id = ?")
    for first in stride(from: 0, to: kept.count, by: Self.leavesAnEntry) {
      let part = kept[first..<min(first + Self.leavesAnEntry, kept.count)]
      let entry = try ledger.append(LedgerEntry(.withdrawal, by: actor, ["leaves": .numbers(part.map(\.leaf).sorted())]))
      for (row, _) in part { try mark.execute(arguments: [entry, row]) }
    }
  }
}
