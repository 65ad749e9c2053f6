import GRDB
import Model

/// Reads keys of one list, by the way that suits it.
///
/// | the list asks for | it is read by |
/// | --- | --- |
/// | drawers and dates alone | merging the drawers |
/// | words, or tags that the full-text index knows | the full-text index, newest (or oldest) first |
/// | an amount that few have | the order by amount, sorted by time |
/// | anything else | walking the table (or, of few drawers, those) and looking at each row |
///
/// Every way stops as soon as there are enough rows.
struct Listing {
  /// Lists with no more notifications than this in their drawers are walked, whatever they ask for; a look at a row takes some µs.
  private static let fewEnoughToWalk = 2000
  /// How many rows are looked at in the hope that a word begun is frequent, before its continuations are looked up, which reads much of the
  /// index where they are frequent; and how many before FTS5 is asked for all of them, which reads them all.
  private static let glance = 400
  private static let budget = 3000
  /// How many hits are sorted by amount; more are frequent enough to be found by walking the amounts.
  private static let sortable = 2000

  let db: Database
  let known: Drawers
  let selection: Selection
  let order: ListQuery.Order

  init(_ db: Database, _ query: ListQuery, unreadOnly: Bool = false, drawers: Drawers, calendar: LocalCalendar) {
    self.db = db
    known = drawers
    order = query.order
    selection = Selection(query, unreadOnly: unreadOnly, drawers: drawers, calendar: calendar)
  }

  /// Up to `limit` keys from a place on.
  func keys(from cursor: Cursor?, direction: PageDirection, limit: Int) throws -> [ListKey] {
    guard !selection.drawers.isEmpty, limit > 0 else { return [] }
    let reach = ListReach(order: order, direction: direction, from: cursor)
    if selection.isPlain || selection.total <= Self.fewEnoughToWalk { return try walkDrawers(reach, limit: limit).keys }
    if selection.needles.contains(where: \.isPrefix) {
      let glimpsed = try walkDrawers(reach, limit: limit, budget: Self.glance)
      if glimpsed.isComplete { return glimpsed.keys }
    }
    guard let search = try SearchPlan(db, selection: selection, known: known) else {
      return try ofFewAmounts(reach, limit: limit) ?? walk(reach, limit: limit)
    }
    return order == .amount ? try sorted(search, reach, limit: limit) : try find(search, reach, limit: limit)
  }

  /// Keys by the full-text index, in order of time.
  private func find(_ search: SearchPlan, _ reach: ListReach, limit: Int) throws -> [ListKey] {
    guard search.canMatch else { return [] }
    if search.hasWidePrefix {
      let tried =
        if let match = search.matchWithoutWidePrefixes {
          try SearchWalk(db, selection, match: match).keys(reach, limit: limit, budget: Self.budget)
        } else {
          try walkDrawers(reach, limit: limit, budget: Self.budget)
        }
      if tried.isComplete { return tried.keys }
    }
    return try SearchWalk(db, selection, match: search.match).keys(reach, limit: limit).keys
  }

  /// Hits in order of amount: sorted when they are few, otherwise met on the way through the amounts.
  private func sorted(_ search: SearchPlan, _ reach: ListReach, limit: Int) throws -> [ListKey] {
    guard search.canMatch else { return [] }
    var newest = reach
    newest.order = .newest
    newest.descends = true
    newest.last = nil
    let hits = try SearchWalk(db, selection, match: search.match).keys(newest, limit: Self.sortable).keys
    guard hits.count < Self.sortable else { return try walkDrawers(reach, limit: limit).keys }
    let magnitude = try db.cachedStatement(sql: "SELECT magnitude FROM notification WHERE id = ?")
    var keys: [ListKey] = []
    for hit in hits {
      magnitude.bind(hit.id, at: 1)
      while try magnitude.step() { keys.append(ListKey(magnitude: magnitude.integer(0), id: hit.id)) }
    }
    keys = keys.filter(reach.isAhead).sorted { reach.descends ? $0 > $1 : $0 < $1 }
    return Array(keys.prefix(limit))
  }

  /// Keys in order of time of the few notifications whose amount is asked for; nil when they aren't few.
  private func ofFewAmounts(_ reach: ListReach, limit: Int) throws -> [ListKey]? {
    guard order != .amount, let magnitudes = selection.magnitudes,
      let amounts = try AmountOrder.keys(db, in: selection.drawers, magnitudes: magnitudes, limit: Self.sortable)
    else { return nil }
    let check = try RowCheck(db, selection.check)
    var keys: [ListKey] = []
    for key in amounts.map({ ListKey(magnitude: 0, id: $0.id) }).sorted(by: { reach.descends ? $0 > $1 : $0 < $1 }) {
      guard keys.count < limit else { break }
      if selection.bounds.contains(key.id), reach.isAhead(key), try check.passes(key.id) { keys.append(key) }
    }
    return keys
  }

  private func walk(_ reach: ListReach, limit: Int) throws -> [ListKey] {
    let everything = known.all.reduce(0) { $0 + $1.total }
    let isDense = selection.total >= everything / 8
    return order != .amount && isDense ? try walkTable(reach, limit: limit) : try walkDrawers(reach, limit: limit).keys
  }

  /// Goes through the table by its key and lets SQLite look at each row.
  private func walkTable(_ reach: ListReach, limit: Int) throws -> [ListKey] {
    guard let identifiers = reach.identifiers(within: selection.bounds) else { return [] }
    let condition = Condition.all([.isIn(selection.drawers), selection.check])
    let statement = try db.makeStatement(
      sql: """
        SELECT n.id FROM notification n WHERE n.id BETWEEN ? AND ? AND \(condition.sql) ORDER BY n.id \(reach.direction) LIMIT ?
        """)
    statement.bind(identifiers.lowerBound, at: 1)
    statement.bind(identifiers.upperBound, at: 2)
    statement.bind(condition.arguments, from: 3)
    statement.bind(Int64(limit), at: Int32(3 + condition.arguments.count))
    var keys: [ListKey] = []
    while try statement.step() { keys.append(ListKey(magnitude: 0, id: statement.integer(0))) }
    return keys
  }

  /// Goes through the drawers in the list's order and looks at each row, where there is anything to look for. Complete unless the budget
  /// ran out before the limit was reached.
  private func walkDrawers(_ reach: ListReach, limit: Int, budget: Int = .max) throws -> (keys: [ListKey], isComplete: Bool) {
    var merge = try DrawerMerge(
      db, drawers: selection.drawers, reach: reach, bounds: selection.bounds, magnitudes: selection.magnitudes ?? Magnitude.none...Int64.max
    )
    let check = selection.isPlain ? nil : try RowCheck(db, selection.check)
    var keys: [ListKey] = []
    var looked = 0
    while keys.count < limit {
      guard looked < budget else { return (keys, false) }
      guard let key = try merge.next() else { break }
      looked += 1
      if try check?.passes(key.id) != false { keys.append(key) }
    }
    return (keys, true)
  }
}

/// Asks a condition of single rows.
struct RowCheck {
  private let statement: GRDB.Statement
  private let idIndex: Int32

  init(_ db: Database, _ condition: Condition) throws {
    statement = try db.makeStatement(sql: "SELECT 1 FROM notification n WHERE \(condition.sql) AND n.id = ?")
    statement.bind(condition.arguments, from: 1)
    idIndex = Int32(condition.arguments.count + 1)
  }

  func passes(_ id: Int64) throws -> Bool {
    statement.bind(id, at: idIndex)
    defer { statement.rewind() }
    return try statement.step()
  }
}
