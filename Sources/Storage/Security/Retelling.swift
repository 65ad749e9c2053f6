import Detection
import GRDB
import Model

/// Brings the events that messages tell in step with what is read from these now, within the transaction that rewrites their facts.
struct Retelling {
  private let watching: Watching
  private let drawers: Drawers
  private var retold: [(id: NotificationID, notification: Notification)] = []
  private var obsolete: [(id: NotificationID, events: [SecurityEvent])] = []

  init(_ watching: Watching, _ db: Database) throws {
    self.watching = watching
    drawers = try Drawers(db, dataVersion: 0)
  }

  /// Notes what a stored notification told until now, and tells with another bank and other facts; before its row is rewritten.
  mutating func note(_ id: NotificationID, bank: String?, _ facts: Facts, _ db: Database) throws {
    guard let row = try NotificationColumns.rows([id.rawValue], db, drawers).first, !row.flags.contains(.erased),
      let detail = try DetailReader.read(row, db)
    else { return }
    let old = Notification(bank: row.bank, account: row.account, facts: row.facts, deliveries: detail.deliveries)
    var new = old
    new.bank = bank
    new.facts = facts
    var gone: [SecurityEvent] = []
    let (told, near) = (MessageEvents.told(by: old, id: id, watching.book), MessageEvents.near(old, id: id))
    let tellsOtherwise = told != MessageEvents.told(by: new, id: id, watching.book)
    let isOtherwiseNear = near != MessageEvents.near(new, id: id)
    if tellsOtherwise { gone += told }
    if isOtherwiseNear { gone += near }
    guard tellsOtherwise || isOtherwiseNear else { return }
    if !gone.isEmpty { obsolete.append((id, gone)) }
    retold.append((id, new))
  }

  /// Takes out what isn't told any more, stores what is, and has the rules look at it; when all rows are rewritten.
  func finish(_ db: Database, _ names: inout NameTables) throws {
    guard !retold.isEmpty else { return }
    var withdrawn = WithdrawnEvents()
    for (id, events) in obsolete { try withdrawn.take(events, toldBy: id, db) }
    let told = try MessageWatch(book: watching.book).events(of: retold, beside: [], db)
    try watching.replace(withdrawn, by: told, db, &names)
  }
}
