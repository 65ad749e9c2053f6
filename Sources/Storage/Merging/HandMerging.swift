import GRDB
import Model

/// Splits and joins notifications as the user says, and takes that back.
struct HandMerging {
  private let db: Database
  private let rule: (any MergingRule)?
  private let reader: StoredGroup.Reader

  init(_ db: Database, rule: (any MergingRule)?) throws {
    self.db = db
    self.rule = rule
    reader = try StoredGroup.Reader(db)
  }

  /// Makes a notification of each copy; what went to several endpoints at one moment stays together.
  /// - Returns: the moves made; none when there is nothing to split.
  mutating func split(_ id: NotificationID, _ names: inout NameTables) throws -> [CopyMove] {
    guard let row = try reader.read(id) else { return [] }
    var groups: [MergeGroup] = []
    for var copy in copies(of: row) {
      // Held copies are free to be merged with others again, though not with each other.
      if copy.mark == Mark.held { copy.mark = nil }
      if let place = groups.firstIndex(where: { $0.members[0].isSameMoment(as: copy) }) {
        groups[place].members.append(copy)
      } else {
        groups.append(MergeGroup(members: [copy]))
      }
    }
    guard groups.count > 1 else { return [] }
    let moves = try regroup([row], groups, &names)
    try keepApart(moves, true)
    return moves
  }

  /// Makes one notification of several.
  /// - Returns: the moves made; nil when they aren't of one account and bank, or there are fewer than two.
  mutating func join(_ ids: [NotificationID], _ names: inout NameTables) throws -> [CopyMove]? {
    let rows = try Set(ids).sorted().compactMap { try reader.read($0) }
    guard rows.count > 1, rows.allSatisfy({ $0.account == rows[0].account && $0.bank == rows[0].bank }) else { return nil }
    var members = rows.flatMap { copies(of: $0) }
    for index in members.indices { members[index].mark = Mark.held }
    return try regroup(rows, [MergeGroup(members: members.sorted(by: MergeCopy.isInOrder))], &names)
  }

  /// Brings copies back to where they were before some moves, or to where the moves took them. Copies that have joined them since stay in
  /// notifications of their own.
  mutating func replay(_ moves: [CopyMove], backwards: Bool, keepsApart: Bool, _ names: inout NameTables) throws {
    let find = try db.cachedStatement(sql: "SELECT notification_id FROM delivery WHERE time = ? AND fingerprint = ?")
    var ids: Set<NotificationID> = []
    for move in moves {
      find.bind(move.key.time, at: 1)
      find.bind(move.key.fingerprint, at: 2)
      while try find.step() { ids.insert(NotificationID(rawValue: find.integer(0))) }
    }
    let rows = try ids.sorted().compactMap { try reader.read($0) }
    let places = Dictionary(uniqueKeysWithValues: moves.map { ($0.key, backwards ? $0.before : $0.after) })
    var groups: [Int64: MergeGroup] = [:]
    var others: [MergeGroup] = []
    for row in rows {
      var rest: [MergeCopy] = []
      for var copy in copies(of: row) {
        guard let place = places[copy.key] else {
          rest.append(copy)
          continue
        }
        copy.mark = place.mark
        groups[place.id, default: MergeGroup(members: [], flags: place.flags)].members.append(copy)
      }
      if !rest.isEmpty { others.append(MergeGroup(members: rest)) }
    }
    let settled = groups.sorted { $0.key < $1.key }.map(\.value).map { group in
      MergeGroup(members: group.members.sorted { (places[$0.key]?.ordinal ?? 0) < (places[$1.key]?.ordinal ?? 0) }, flags: group.flags)
    }
    _ = try regroup(rows, settled + others, &names)
    if keepsApart { try keepApart(moves, !backwards) }
  }

  private func copies(of row: StoredGroup) -> [MergeCopy] {
    zip(row.copies, row.singles(rule: rule)).map { copy, single in
      MergeCopy(key: copy.key, notification: single, mark: copy.mark, origin: .stored(row.id))
    }
  }

  private func regroup(_ rows: [StoredGroup], _ groups: [MergeGroup], _ names: inout NameTables) throws -> [CopyMove] {
    var before: [CopyKey: CopyMove.Place] = [:]
    for row in rows {
      for copy in row.copies {
        before[copy.key] = CopyMove.Place(id: row.id.rawValue, ordinal: copy.ordinal, mark: copy.mark, flags: row.label.flags)
      }
    }
    var ids = try FreeIDs(db)
    var regrouping = try Regrouping(db, rule: rule)
    _ = try regrouping.apply(rows, groups, ids: &ids, names: &names)
    try regrouping.finish()
    try AmountOrder.wrote(groups.count, db, &names)
    let find = try db.cachedStatement(
      sql: """
        SELECT d.notification_id, d.ordinal, d.mark, drawer.flags FROM delivery d JOIN notification n ON n.id = d.notification_id
          JOIN drawer ON drawer.id = n.drawer_id WHERE d.time = ? AND d.fingerprint = ?
        """)
    return try before.sorted { $0.key < $1.key }.compactMap { key, former in
      find.bind(key.time, at: 1)
      find.bind(key.fingerprint, at: 2)
      defer { find.rewind() }
      guard try find.step() else { return nil }
      let now = CopyMove.Place(
        id: find.integer(0), ordinal: Int(find.integer(1)), mark: find.integerOrNull(2),
        flags: NotificationRow.Flags(rawValue: Int(find.integer(3))))
      return CopyMove(key: key, before: former, after: now)
    }
  }

  /// Parts for good what a split parted, or lets it be merged again.
  private func keepApart(_ moves: [CopyMove], _ isApart: Bool) throws {
    for (place, one) in moves.enumerated() {
      for other in moves[(place + 1)...] where one.before.id == other.before.id && one.after.id != other.after.id {
        if isApart { try KeptApart.insert(one.key, other.key, db) } else { try KeptApart.remove(one.key, other.key, db) }
      }
    }
  }
}
