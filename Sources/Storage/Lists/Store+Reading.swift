import GRDB
import Model

extension Store {
  /// Rows of a list, by key, however long the list is.
  /// - Parameters:
  ///   - query: the list.
  ///   - cursor: the row behind (or before) which to read; nil to read from the list's very start (onward) or very end (back).
  ///   - direction: which way to read.
  ///   - limit: how many rows at most; 1 or more.
  ///   - interruption: a way to give the read up.
  /// - Returns: the rows, and whether the list ends with them.
  /// - Throws: `StoreError`.
  public func page(
    _ query: ListQuery, from cursor: Cursor?, direction: PageDirection = .onward, limit: Int, unless interruption: Interruption? = nil
  ) throws(StoreError) -> Page {
    if query.asksForAmounts { try settleAmounts() }
    return try lists.read(unless: interruption) { db, drawers in
      let listing = Listing(db, query, drawers: drawers, calendar: calendar)
      let keys = try listing.keys(from: cursor, direction: direction, limit: limit + 1)
      let rows = try NotificationColumns.rows(keys.prefix(limit).map(\.id), db, drawers)
      return Page(rows: direction == .back ? rows.reversed() : rows, reachesEnd: keys.count <= limit)
    }
  }

  /// One notification as a list shows it; nil when there is no such one.
  public func row(_ id: NotificationID) throws(StoreError) -> NotificationRow? {
    try rows([id]).first
  }

  /// Notifications as lists show them, in the order of the identifiers; those that don't exist are left out.
  public func rows(_ ids: [NotificationID]) throws(StoreError) -> [NotificationRow] {
    try lists.read { db, drawers in
      try NotificationColumns.rows(ids.map(\.rawValue), db, drawers)
    }
  }

  /// A notification with its whole text, all its deliveries and what it takes back; nil when there is no such one.
  public func detail(_ id: NotificationID) throws(StoreError) -> Detail? {
    try lists.read { db, drawers in
      guard let row = try NotificationColumns.rows([id.rawValue], db, drawers).first else { return nil }
      var detail = try DetailReader.read(row, db)
      detail?.reversed = try ReversedOperation.find(row, db, drawers)
      return detail
    }
  }

  /// The next row of a list after a place in it, or the one before; with `unreadOnly` what was read is passed over.
  public func neighbour(
    _ query: ListQuery, of cursor: Cursor, direction: PageDirection, unreadOnly: Bool, unless interruption: Interruption? = nil
  ) throws(StoreError) -> Cursor? {
    if query.asksForAmounts { try settleAmounts() }
    return try lists.read(unless: interruption) { db, drawers in
      try Listing(db, query, unreadOnly: unreadOnly, drawers: drawers, calendar: calendar)
        .keys(from: cursor, direction: direction, limit: 1).first
        .map { Cursor(id: NotificationID(rawValue: $0.id), magnitude: $0.magnitude) }
    }
  }

  /// The numbers around the lists; they cost the same however many messages there are.
  public func counters() throws(StoreError) -> Counters {
    try lists.read { db, drawers in
      var counters = Counters()
      for drawer in drawers.all where drawer.total > 0 {
        switch drawer.label.place {
        case .archive: counters.archive += drawer.tally
        case .others: counters.others += drawer.tally
        case .inbox, .everything:
          counters.inbox += drawer.tally
          if let bank = drawers.banks[drawer.label.bankID] { counters.banks[bank, default: Tally()] += drawer.tally }
          if let category = drawer.label.category { counters.categories[category, default: Tally()] += drawer.tally }
        }
      }
      counters.oldest = try Int64.fetchOne(db, sql: "SELECT min(id) FROM notification").map { NotificationID(rawValue: $0).time }
      return counters
    }
  }

  /// How many notifications a list has (or how many of them are unread), exact up to `limit`, where counting stops.
  /// A list without filter and search is counted in full at no cost.
  public func count(
    _ query: ListQuery, unreadOnly: Bool = false, limit: Int = .max, unless interruption: Interruption? = nil
  ) throws(StoreError) -> Int {
    try totals.read(unless: interruption) { db, drawers in
      let listing = Listing(db, query, unreadOnly: unreadOnly, drawers: drawers, calendar: calendar)
      if listing.selection.isCounted { return min(listing.selection.total, limit) }
      guard let list = try WholeList(listing) else { return 0 }
      let statement = try db.makeStatement(
        sql: "SELECT count(*) FROM (SELECT 1 FROM \(list.from) WHERE \(list.condition.sql) LIMIT ?)")
      statement.bind(list.condition.arguments + [limit.databaseValue], from: 1)
      return try statement.step() ? Int(statement.integer(0)) : 0
    }
  }

  /// Brings the order by amount up to date before it is read, when so much waits that a reader would notice.
  private func settleAmounts() throws(StoreError) {
    guard access == .readWrite else { return }
    let waiting = try lists.read { db, _ in try AmountOrder.waiting(db, limit: AmountOrder.readable + 1) }
    guard waiting > AmountOrder.readable else { return }
    do {
      try writer.write { db, _ in try AmountOrder.settleForReaders(db) }
    } catch {
      // Somebody else writes, or the disk is full: the reader sorts what waits by itself, more slowly.
    }
  }
}

extension ListQuery {
  /// Whether the order by amount is of use for it.
  fileprivate var asksForAmounts: Bool {
    order == .amount || filter?.node.conjuncts.contains { if case .term(.amount) = $0 { true } else { false } } == true
  }
}
