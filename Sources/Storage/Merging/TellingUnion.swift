import GRDB
import Model

/// Makes one delivery of several that tell of one record. The one that tells most of it stands for all; the others are kept as duplicates, as the log
/// has them, and rows that held nothing else go.
struct TellingUnion {
  private let db: Database
  private let rule: (any MergingRule)?
  private let reader: StoredGroup.Reader
  private let duplicates: DuplicateTable
  private var regrouping: Regrouping
  private var changed = 0
  /// Where copies may pair otherwise now: their mark and time.
  private var unsettled: [(mark: Int64, time: Int64)] = []
  /// Events that copies told that aren't there any more, while the one that stands for them tells them too.
  private(set) var obsolete: [EventRows.Logged] = []

  init(_ db: Database, rule: (any MergingRule)?) throws {
    self.db = db
    self.rule = rule
    reader = try StoredGroup.Reader(db)
    duplicates = try DuplicateTable(db)
    regrouping = try Regrouping(db, rule: rule)
  }

  /// A telling that isn't stored yet and takes the place of one that is.
  struct Newcomer {
    var place: Int
    var key: CopyKey
    var notification: Notification
    var mark: Int64?
  }

  /// Has a newcomer, or else the first of the deliveries, stand for all of them. `fingerprint` is what they have in common.
  /// - Returns: what has to be added to the deliveries.
  mutating func unite(
    _ tellings: [StoredTelling], behind newcomer: Newcomer? = nil, _ fingerprint: Int64, ids: inout FreeIDs, names: inout NameTables
  ) throws -> Regrouping.Newcomer? {
    guard let first = tellings.first else { return nil }
    let losers = newcomer == nil ? Array(tellings.dropFirst()) : tellings
    let standing = newcomer?.key ?? first.key
    let rows = try Set(tellings.map(\.notification)).sorted().compactMap { try reader.read(NotificationID(rawValue: $0)) }
    let gone = Set(losers.map(\.key))
    for row in rows { try setAside(row, gone, standing) }
    for loser in losers { try duplicates.note(loser.telling, fingerprint, standing: standing) }
    try HandMoves.follow(Array(gone), to: standing, db)

    let groups = groups(rows, gone, newcomer, at: first)
    if regrouping.isWaiting(for: rows) { try regrouping.finish() }
    let added = try regrouping.apply(rows, groups, ids: &ids, names: &names).first
    changed += groups.count
    let id = try added?.id ?? duplicates.notification(of: standing)
    guard let id else { return added }
    try follow(rows.map(\.id), losers, to: id)
    return added
  }

  /// Brings the indexes up to date with all that became one, and has copies around them paired anew.
  mutating func finish(_ deliveries: DeliveryTable, ids: inout FreeIDs, names: inout NameTables) throws {
    try regrouping.finish()
    if let rule {
      let plan = try MergePlanner(db, rule: rule, deliveries: deliveries).plan(around: unsettled)
      for change in plan.changes { _ = try regrouping.apply(change.rows, change.groups, ids: &ids, names: &names) }
      changed += plan.changes.count
      try regrouping.finish()
    }
    try AmountOrder.wrote(changed, db, &names)
    (changed, unsettled) = (0, [])
  }

  /// Keeps the copies that go, and notes where others may pair otherwise now.
  private mutating func setAside(_ row: StoredGroup, _ gone: Set<CopyKey>, _ standing: CopyKey) throws {
    for copy in row.copies {
      if let mark = copy.mark, mark != Mark.none, mark != Mark.held { unsettled.append((mark, copy.key.time)) }
      if gone.contains(copy.key) { try duplicates.take(copy, account: row.account, standing: standing) }
    }
  }

  /// The rows as they are to be: without the copies that go, the newcomer in the place of the first.
  private func groups(_ rows: [StoredGroup], _ gone: Set<CopyKey>, _ newcomer: Newcomer?, at first: StoredTelling) -> [MergeGroup] {
    // What was read, pinned or archived stays so, also where its row goes.
    var flags = rows.filter { row in row.copies.allSatisfy { gone.contains($0.key) } }
      .reduce(into: NotificationRow.Flags()) { $0.formUnion($1.label.flags) }
    if newcomer?.notification.isRead == true { flags.insert(.read) }
    return rows.compactMap { row in
      var members = zip(row.copies, row.singles(rule: rule)).filter { !gone.contains($0.0.key) }.map { copy, single in
        MergeCopy(key: copy.key, notification: single, mark: copy.mark, origin: .stored(row.id))
      }
      let isHere = row.id.rawValue == first.notification
      if isHere, let newcomer {
        var notification = newcomer.notification
        notification.bank = notification.bank ?? row.bank
        let former = row.copies.first { $0.key == first.key }
        members.append(
          MergeCopy(
            key: newcomer.key, notification: notification, mark: former?.mark == Mark.held ? Mark.held : newcomer.mark,
            origin: .new(newcomer.place)))
        members.sort(by: MergeCopy.isInOrder)
      }
      guard !members.isEmpty else { return nil }
      return MergeGroup(members: members, flags: isHere ? row.label.flags.union(flags) : row.label.flags)
    }
  }

  /// What belonged to the copies that went belongs to the one that stands for them: steps of undo, and what was told. Of two that told the same, one
  /// goes on telling it.
  private mutating func follow(_ rows: [NotificationID], _ losers: [StoredTelling], to id: NotificationID) throws {
    for row in rows where row != id {
      if try !duplicates.hasRow(row) { try HandMoves.followRow(row, to: id, db) }
    }
    let known = Set(
      try Int64.fetchAll(db, sql: "SELECT kind FROM event WHERE notification_id = ? AND source = 2", arguments: [id.rawValue]))
    for loser in losers where loser.notification != id.rawValue {
      let told = try EventRows.logged(
        where: "e.notification_id = ? AND e.time = ? AND e.source = 2", [loser.notification, loser.key.time], db)
      obsolete += told.filter { known.contains(Int64($0.event.kind.rawValue)) }
      try duplicates.moveEvents(at: loser.key.time, from: loser.notification, to: id)
    }
  }
}

/// What the user did by hand names copies and rows; it follows them where they go.
enum HandMoves {
  /// Copies that another stands for now.
  static func follow(_ keys: [CopyKey], to standing: CopyKey, _ db: Database) throws {
    for key in keys {
      let arguments: StatementArguments = [standing.time, standing.fingerprint, key.time, key.fingerprint]
      try db.cachedStatement(sql: "UPDATE OR REPLACE undo_copy SET time = ?, fingerprint = ? WHERE time = ? AND fingerprint = ?")
        .execute(arguments: arguments)
      for other in try KeptApart.others(than: key, db) {
        try KeptApart.remove(key, other, db)
        if other != standing { try KeptApart.insert(standing, other, db) }
      }
    }
  }

  /// A row whose copies are another's now. By steps, of which there are few: no index leads from a row to its steps.
  static func followRow(_ row: NotificationID, to id: NotificationID, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE OR REPLACE undo_row SET notification_id = ? WHERE step_id IN (SELECT id FROM undo_step) AND notification_id = ?"
    ).execute(arguments: [id.rawValue, row.rawValue])
  }
}
