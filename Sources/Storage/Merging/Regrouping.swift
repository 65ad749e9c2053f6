import GRDB
import Model

/// Puts copies of stored notifications, and new ones, together in another way than they are stored.
///
/// Rows are written at once; the full-text index is brought up to date by `finish`, in order of ids.
struct Regrouping {
  private let db: Database
  private let rule: (any MergingRule)?
  private let table: NotificationTable
  private let deliveries: DeliveryMoving
  private var index: SearchIndex
  private var entries: [Entry] = []
  /// The rows among them.
  private var waiting: Set<NotificationID> = []

  private struct Entry {
    var id: NotificationID
    var isInsertion: Bool
    var tags: SearchIndex.Tags
    var texts: [(title: String?, text: String)]
  }

  /// A new copy whose notification is stored now, and which is yet to be added to it.
  struct Newcomer {
    /// Its place among the notifications given.
    var place: Int
    var key: CopyKey
    var id: NotificationID
    var ordinal: Int
    /// The copy its row shows.
    var shown: Delivery
    var mark: Int64?
  }

  init(_ db: Database, rule: (any MergingRule)?) throws {
    self.db = db
    self.rule = rule
    table = try NotificationTable(db)
    deliveries = try DeliveryMoving(db)
    index = try SearchIndex(db)
  }

  /// Replaces rows, which are all that lose or gain a copy, by groups of all of their copies and of new ones.
  /// - Returns: what has to be added to the deliveries.
  mutating func apply(
    _ rows: [StoredGroup], _ groups: [MergeGroup], ids: inout FreeIDs, names: inout NameTables
  ) throws -> [Newcomer] {
    let known = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
    let kept = groups.map { Self.kept($0, known) }
    for row in rows {
      entries.append(Entry(id: row.id, isInsertion: false, tags: row.tags, texts: row.texts))
      waiting.insert(row.id)
      if !kept.contains(row.id) { try table.delete(row.id) }
    }
    var newcomers: [Newcomer] = []
    for (group, keptID) in zip(groups, kept) {
      let id = try keptID ?? ids.next(at: group.members[0].delivery.time)
      try write(group, as: id, isThere: keptID != nil, known, &names)
      newcomers += try place(group, in: id, known, &names)
      if keptID == nil, let former = group.members.compactMap(\.storedIn).first(where: { !kept.contains($0) }) {
        try HandMoves.followRow(former, to: id, db)
      }
    }
    return newcomers
  }

  /// Whether one of these rows was changed since the index was last brought up to date; then that has to be done before it is changed again.
  func isWaiting(for rows: [StoredGroup]) -> Bool { rows.contains { waiting.contains($0.id) } }

  /// Brings the full-text index up to date with all that was applied.
  mutating func finish() throws {
    waiting.removeAll()
    entries.sort { ($0.id, $0.isInsertion ? 1 : 0) < ($1.id, $1.isInsertion ? 1 : 0) }
    for entry in entries {
      if entry.isInsertion {
        try index.insert(entry.id, entry.tags, texts: entry.texts)
      } else {
        try index.delete(entry.id, entry.tags, texts: entry.texts)
      }
    }
    entries.removeAll()
  }

  /// The row that a group goes on being: the one of its first copy, if it stands at that copy's time.
  private static func kept(_ group: MergeGroup, _ rows: [NotificationID: StoredGroup]) -> NotificationID? {
    guard let id = group.members[0].storedIn, let row = rows[id] else { return nil }
    return row.copies.first?.key == group.members[0].key ? id : nil
  }

  private mutating func write(
    _ group: MergeGroup, as id: NotificationID, isThere: Bool, _ rows: [NotificationID: StoredGroup], _ names: inout NameTables
  ) throws {
    let whole = MergeGroup.combined(group.members.map(\.notification))
    let first = whole.deliveries[0]
    var flags = group.members.reduce(into: NotificationRow.Flags()) { flags, member in
      if let row = member.storedIn.flatMap({ rows[$0] }) { flags.formUnion(row.label.flags) }
      if member.notification.isRead { flags.insert(.read) }
    }
    if let wanted = group.flags { flags = wanted }
    let tags = SearchIndex.Tags(
      bankID: try whole.bank.map { try names.id(of: $0, in: .bank, db) } ?? 0, senderID: try names.id(of: first.sender, in: .sender, db),
      merchantID: try whole.facts.merchant.map { try names.id(of: $0, in: .merchant, db) }, facts: whole.facts)
    var span = DeliverySpan()
    for delivery in whole.deliveries { span.include(delivery.time, of: id) }
    let values = NotificationTable.Values(
      label: Drawer.Label(bankID: tags.bankID, category: tags.category, channels: whole.channels, flags: flags),
      accountID: try names.id(of: whole.account, in: .account, db), senderID: tags.senderID, title: first.title, text: first.text,
      moreDeliveries: whole.deliveries.count - 1, span: span, facts: whole.facts, merchantID: tags.merchantID)
    if isThere { try table.update(id, values, db, &names) } else { try table.insert(id, values, db, &names) }
    waiting.insert(id)
    entries.append(Entry(id: id, isInsertion: true, tags: tags, texts: whole.deliveries.distinctTexts))
  }

  /// Tells the stored copies of a group where they are now.
  private func place(
    _ group: MergeGroup, in id: NotificationID, _ rows: [NotificationID: StoredGroup], _ names: inout NameTables
  ) throws -> [Newcomer] {
    let shown = group.members[0].delivery
    var newcomers: [Newcomer] = []
    for (ordinal, member) in group.members.enumerated() {
      switch member.origin {
      case .new(let place):
        newcomers.append(Newcomer(place: place, key: member.key, id: id, ordinal: ordinal, shown: shown, mark: member.mark))
      case .stored(let former):
        let row = rows[former]
        let isSettled =
          former == id && row?.copies.first?.key == group.members[0].key
          && row?.copies.contains { $0.key == member.key && $0.ordinal == ordinal && $0.mark == member.mark } == true
        if isSettled { continue }
        let hasOwnText = !member.delivery.reads(like: shown.title, shown.text)
        try deliveries.move(
          member.key, to: id, ordinal: ordinal,
          senderID: member.delivery.sender.isExactly(shown.sender) ? nil : names.id(of: member.delivery.sender, in: .sender, db),
          title: hasOwnText ? member.delivery.title : nil, text: hasOwnText ? member.delivery.text : nil, mark: member.mark)
        if former != id { try deliveries.moveEvents(at: member.key.time, from: former, to: id) }
      }
    }
    return newcomers
  }
}

/// Tells stored deliveries which notification they belong to.
private struct DeliveryMoving {
  private let update: GRDB.Statement
  private let events: [GRDB.Statement]

  init(_ db: Database) throws {
    events = try [EventRows.Table.standing, .withdrawn].map { table in
      try db.cachedStatement(sql: "UPDATE \(table.rawValue) SET notification_id = ? WHERE notification_id = ? AND time = ?")
    }
    update = try db.cachedStatement(
      sql: """
        UPDATE delivery SET notification_id = ?, ordinal = ?, sender_id = ?, title = ?, text = ?, mark = ? WHERE time = ? AND fingerprint = ?
        """)
  }

  func move(
    _ key: CopyKey, to id: NotificationID, ordinal: Int, senderID: Int64?, title: String?, text: String?, mark: Int64?
  ) throws {
    update.bind(id.rawValue, at: 1)
    update.bind(Int64(ordinal), at: 2)
    update.bind(senderID, at: 3)
    update.bind(title, at: 4)
    update.bind(text, at: 5)
    update.bind(mark, at: 6)
    update.bind(key.time, at: 7)
    update.bind(key.fingerprint, at: 8)
    try update.run()
  }

  /// What a delivery tells, which bears its time, goes on belonging to its message.
  func moveEvents(at time: Int64, from former: NotificationID, to id: NotificationID) throws {
    for update in events {
      update.bind(id.rawValue, at: 1)
      update.bind(former.rawValue, at: 2)
      update.bind(time, at: 3)
      try update.run()
    }
  }
}
