import GRDB
import Model

/// Finds out which messages of a batch are copies of each other or of what is stored. Nothing is written, except marks that were missing.
struct MergePlanner {
  private let rule: any MergingRule
  private let stored: StoredMarks
  private let deliveries: DeliveryTable
  private let apart: KeptApart

  /// More copies in a run than this aren't looked at together: as many within 5 minutes of each other no bank sends.
  private static let runLimit = 256

  /// A copy of a run before it is read.
  private struct Entry {
    var mark: Int64
    var time: Int64
    var origin: Origin

    enum Origin {
      case new(place: Int)
      case stored(CopyKey, NotificationID)
    }

    static func isInOrder(_ left: Entry, _ right: Entry) -> Bool {
      (left.mark, left.time) < (right.mark, right.time)
    }
  }

  init(_ db: Database, rule: any MergingRule, deliveries: DeliveryTable) throws {
    self.rule = rule
    self.deliveries = deliveries
    stored = try StoredMarks(db, rule: rule)
    apart = try KeptApart(db)
  }

  /// What becomes of notifications that are marked, without those at the places of what is stored already.
  func plan(_ prepared: PreparedNotifications, except known: Set<Int>) throws -> MergePlan {
    var plan = MergePlan()
    var entries: [Entry] = []
    entries.reserveCapacity(prepared.order.count)
    for place in prepared.order where !known.contains(place) {
      guard let mark = prepared.mark(of: place), mark != Mark.none, mark != Mark.held else { continue }
      entries.append(Entry(mark: mark, time: prepared.notifications[place].deliveries[0].time.milliseconds, origin: .new(place: place)))
    }
    let new = entries
    entries += try storedNear(new)
    entries.sort(by: Entry.isInOrder)
    var start = 0
    for index in entries.indices {
      let isLast = index + 1 == entries.count
      if !isLast, follows(entries[index], entries[index + 1]), index + 1 - start < Self.runLimit { continue }
      if index > start { try settle(Array(entries[start...index]), prepared, &plan) }
      start = index + 1
    }
    return plan
  }

  /// What becomes of stored copies around others that changed: each by the mark they have in common, and a time.
  func plan(around places: [(mark: Int64, time: Int64)]) throws -> MergePlan {
    var plan = MergePlan()
    var seen: Set<CopyKey> = []
    for (mark, time) in places where seen.insert(CopyKey(time: time, fingerprint: mark)).inserted {
      let near = try stored.find(reach(time, -1)...reach(time, 1)) { $0 == mark }.map(Self.entry).sorted(by: Entry.isInOrder)
      guard !near.isEmpty else { continue }
      try settle(try storedRows(try extended(near), mark: mark, except: plan.changing), [], [], &plan)
    }
    return plan
  }

  private func follows(_ first: Entry, _ second: Entry) -> Bool {
    first.mark == second.mark && second.time - first.time <= rule.window
  }

  /// The stored copies with the marks of new ones, at most the rule's window away from any of them.
  private func storedNear(_ new: [Entry]) throws -> [Entry] {
    guard let first = new.first, reach(first.time, -1) <= stored.latest else { return [] }
    let marks = Set(new.map(\.mark))
    var found: [Entry] = []
    var stretch = reach(first.time, -1)...reach(first.time, 1)
    func look() throws {
      for copy in try stored.find(stretch, where: marks.contains) { found.append(Self.entry(copy)) }
    }
    for entry in new.dropFirst() {
      if reach(entry.time, -1) <= stretch.upperBound {
        stretch = stretch.lowerBound...max(stretch.upperBound, reach(entry.time, 1))
      } else {
        try look()
        stretch = reach(entry.time, -1)...reach(entry.time, 1)
      }
    }
    try look()
    return found
  }

  private static func entry(_ copy: StoredMarks.Found) -> Entry {
    Entry(mark: copy.mark, time: copy.key.time, origin: .stored(copy.key, copy.id))
  }

  /// The time a window before or behind another.
  private func reach(_ time: Int64, _ direction: Int64) -> Int64 {
    Timestamp(milliseconds: time).advanced(by: direction * rule.window).milliseconds
  }

  /// Pairs the copies of a run anew, if any of them is new.
  private func settle(_ run: [Entry], _ prepared: PreparedNotifications, _ plan: inout MergePlan) throws {
    let fresh = try newCopies(run, prepared, mark: run[0].mark)
    guard !fresh.isEmpty else { return }
    try settle(try storedRows(try extended(run), mark: run[0].mark, except: plan.changing), fresh, prepared.notifications, &plan)
  }

  /// Pairs new copies and those of stored rows anew.
  private func settle(_ rows: [StoredGroup], _ fresh: [MergeCopy], _ notifications: [Notification], _ plan: inout MergePlan) throws {
    var copies = fresh
    for row in rows {
      for (copy, single) in zip(row.copies, row.singles(rule: rule)) {
        copies.append(MergeCopy(key: copy.key, notification: single, mark: copy.mark, origin: .stored(row.id)))
      }
    }
    guard copies.count > 1 else { return }
    copies.sort(by: MergeCopy.isInOrder)
    let groups = grouped(copies)
    take(groups, rows, notifications, &plan)
  }

  /// The new copies of a run, without those that are stored already or stand in it twice.
  private func newCopies(_ run: [Entry], _ prepared: PreparedNotifications, mark: Int64) throws -> [MergeCopy] {
    var seen: Set<CopyKey> = []
    return try run.compactMap { entry in
      guard case .new(let place) = entry.origin else { return nil }
      let notification = prepared.notifications[place]
      let base = prepared.fingerprint(place, 0)
      let key = CopyKey(time: entry.time, fingerprint: base)
      guard seen.insert(key).inserted, try deliveries.exactPlace(of: notification.deliveries[0], base).notification == nil else {
        return nil
      }
      return MergeCopy(key: key, notification: notification, mark: mark, origin: .new(place))
    }
  }

  /// The stored copies of a run together with those on both sides that can influence them.
  private func extended(_ run: [Entry]) throws -> [Entry] {
    var known: [Entry] = run.filter { if case .stored = $0.origin { true } else { false } }
    guard !known.isEmpty, let first = run.first, let last = run.last else { return known }
    func isSame(_ mark: Int64) -> Bool { mark == first.mark }
    var earliest = first.time
    while known.count < Self.runLimit {
      let found = try stored.find(reach(earliest, -1)...earliest - 1, where: isSame).map(Self.entry)
      guard let next = found.map(\.time).min() else { break }
      known += found.filter { entry in entry.time < earliest }
      earliest = next
    }
    var latest = last.time
    while known.count < Self.runLimit {
      let found = try stored.find(latest + 1...reach(latest, 1), where: isSame).map(Self.entry)
      guard let next = found.map(\.time).max() else { break }
      known += found
      latest = next
    }
    return known
  }

  /// The notifications that the stored copies of a run belong to. One that has copies elsewhere stays as it is, and so does one that changes already.
  private func storedRows(_ entries: [Entry], mark: Int64, except changing: Set<NotificationID>) throws -> [StoredGroup] {
    var copies: [NotificationID: Set<CopyKey>] = [:]
    for entry in entries {
      if case .stored(let key, let id) = entry.origin { copies[id, default: []].insert(key) }
    }
    return try copies.sorted { $0.key < $1.key }.compactMap { id, keys in
      guard !changing.contains(id), let row = try stored.group(id), row.copies.allSatisfy({ keys.contains($0.key) && $0.mark == mark })
      else { return nil }
      return row
    }
  }

  /// The copies as the rule groups them; what went to several endpoints at one moment counts as one.
  private func grouped(_ copies: [MergeCopy]) -> [[MergeCopy]] {
    var units: [[MergeCopy]] = []
    for copy in copies {
      if let place = units.firstIndex(where: { $0[0].isSameMoment(as: copy) && $0[0].storedIn == copy.storedIn }) {
        units[place].append(copy)
      } else {
        units.append([copy])
      }
    }
    let groups = rule.groups(of: units.map { $0[0].notification }) { left, right in
      units[left].contains { one in units[right].contains { other in apart.contains(one.key, other.key) } }
    }
    return groups.map { places in places.flatMap { units[$0] }.sorted(by: MergeCopy.isInOrder) }
  }

  /// Writes down what is to be done so that the groups stand as they are.
  private func take(
    _ groups: [[MergeCopy]], _ rows: [StoredGroup], _ notifications: [Notification], _ plan: inout MergePlan
  ) {
    let keys = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, Set($0.copies.map(\.key))) })
    var changed: Set<NotificationID> = []
    for group in groups {
      let ids = Set(group.compactMap(\.storedIn))
      if ids.count == 1, let id = ids.first, keys[id] == Set(group.map(\.key)) { continue }
      changed.formUnion(ids)
    }
    if !changed.isEmpty {
      plan.changing.formUnion(changed)
      let touched = groups.filter { $0.contains { $0.storedIn.map(changed.contains) ?? false } }
      plan.changes.append(
        MergePlan.Change(rows: rows.filter { changed.contains($0.id) }, groups: touched.map { MergeGroup(members: $0) }))
    }
    for group in groups {
      let places = group.compactMap { if case .new(let place) = $0.origin { place } else { nil } }
      if places.count < group.count {
        plan.absorbed.formUnion(places)
      } else if places.count > 1 {
        plan.combined[places[0]] = MergeGroup.combined(places.map { notifications[$0] })
        plan.absorbed.formUnion(places.dropFirst())
      }
    }
  }
}
