import GRDB
import Ledger
import Model

/// What erasing did.
public struct Erased: Hashable, Sendable {
  /// How many messages were erased; those that aren't there or were erased before don't count.
  public var count: Int
  /// The entries of the log that stay, of every copy.
  public var leaves: [Int]
  /// Whether the files hold nothing of it any more. Until somebody's reading ends, pages from before can't be written over; erasing again, also of
  /// what is erased, ends it then.
  public var isOffTheDisk = true

  public init(count: Int = 0, leaves: [Int] = []) {
    self.count = count
    self.leaves = leaves
  }
}

extension Store {
  /// Erases messages for good: text, title, sender, endpoints, amounts, names that nothing else uses, and the salts that their entries in the log were hashed with, so that nobody
  /// can tell any more what they said. The rows stay, without content, as do the entries, and the log says that they were erased.
  ///
  /// It can't be undone. Importing the same file again brings them back as new messages. Takes time in proportion to the database,
  /// and as much room again while it lasts.
  public func erase(_ ids: [NotificationID]) throws(StoreError) -> Erased {
    let at = calendar.now()
    var erased = try writable().write(durably: true) { db, names in
      // Overwrites with zeros what is deleted, should there be no room to write the database anew.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      var erasing = try Erasing(db, names: names)
      for id in ids { try erasing.erase(id) }
      try erasing.finish(at: at)
      names = erasing.names
      return erasing.erased
    }
    do {
      try writable().rewrite()
    } catch  where error.isLocked {
      erased.isOffTheDisk = false
    }
    return erased
  }
}

/// Erases one message after the other within a transaction.
private struct Erasing {
  private(set) var names: NameTables
  private(set) var erased = Erased()
  private let db: Database
  private var index: SearchIndex
  private let reader: StoredNotification.Reader
  private let rows: LoggedDeliveries
  private let emptyRow: GRDB.Statement
  private let emptyDelivery: GRDB.Statement
  private let emptyDuplicate: GRDB.Statement

  /// How many entries one erasure names at most.
  private static let leavesAnEntry = 4000

  init(_ db: Database, names: NameTables) throws {
    self.db = db
    self.names = names
    index = try SearchIndex(db)
    reader = try StoredNotification.Reader(db)
    rows = try LoggedDeliveries(db)
    let assignments = (["drawer_id", "sender_id"] + FactsColumns.names).map { "\($0) = ?" }.joined(separator: ", ")
    emptyRow = try db.cachedStatement(sql: "UPDATE notification SET title = NULL, text = '', \(assignments) WHERE id = ?")
    // The fingerprint could tell which text it was; a random one takes its place.
    emptyDelivery = try db.cachedStatement(
      sql: """
        UPDATE delivery SET fingerprint = ?, endpoint_id = NULL, reason = NULL, sender_id = NULL, title = NULL, text = NULL, source_id = NULL
        WHERE time = ? AND fingerprint = ?
        """)
    emptyDuplicate = try db.cachedStatement(
      sql: """
        UPDATE duplicate SET fingerprint = random(), standing_fingerprint = ?, account = '', sender = '', endpoint = NULL, reason = NULL,
          title = NULL, text = '', source_id = NULL
        WHERE standing_time = ? AND standing_fingerprint = ? RETURNING leaf
        """)
  }

  mutating func erase(_ id: NotificationID) throws {
    guard let stored = try reader.read(id), !stored.label.flags.contains(.erased) else { return }
    try index.delete(id, stored.tags, texts: try reader.texts(of: stored, id))
    for row in try rows.all(of: id, between: stored.span.times(of: id)) {
      let unknown = Int64.random(in: .min ... .max)
      try eraseDuplicates(of: row, as: unknown)
      emptyDelivery.bind(unknown, at: 1)
      emptyDelivery.bind(row.time, at: 2)
      emptyDelivery.bind(row.fingerprint, at: 3)
      try emptyDelivery.run()
      guard let leaf = row.leaf else { continue }
      try LedgerSalts.destroy(leaf, db)
      erased.leaves.append(leaf)
    }
    try emptyEvents(of: id)
    try empty(id, stored)
    erased.count += 1
  }

  /// What other programs told of the same record goes with it.
  private mutating func eraseDuplicates(of row: LoggedDeliveries.Row, as unknown: Int64) throws {
    emptyDuplicate.bind(unknown, at: 1)
    emptyDuplicate.bind(row.time, at: 2)
    emptyDuplicate.bind(row.fingerprint, at: 3)
    var leaves: [Int] = []
    while try emptyDuplicate.step() { leaves += emptyDuplicate.integerOrNull(0).map { [Int($0)] } ?? [] }
    for leaf in leaves { try LedgerSalts.destroy(leaf, db) }
    erased.leaves += leaves
  }

  /// Of events that the message told, withdrawn or not, stays what rules look at: kind, time, device, place, who it says it is from. Sums, payees and the
  /// client's own endpoints go.
  private mutating func emptyEvents(of id: NotificationID) throws {
    for table in [EventRows.Table.standing, .withdrawn] {
      let leaves = try Int.fetchAll(
        db, sql: "SELECT leaf FROM \(table.rawValue) WHERE notification_id = ? AND leaf IS NOT NULL", arguments: [id.rawValue])
      guard !leaves.isEmpty else { continue }
      try db.execute(
        sql: """
          UPDATE \(table.rawValue) SET endpoint = NULL, amount_minor = NULL, currency = NULL, payee = NULL, balance_minor = NULL
          WHERE notification_id = ?
          """,
        arguments: [id.rawValue])
      for leaf in leaves {
        try LedgerSalts.destroy(leaf, db)
        erased.leaves.append(leaf)
      }
    }
  }

  private mutating func empty(_ id: NotificationID, _ stored: StoredNotification) throws {
    let senderID = try names.id(of: "", in: .sender, db)
    let facts = Facts(category: stored.label.category)
    var label = stored.label
    label.flags.insert(.erased)
    emptyRow.bind(try names.drawer(label, db), at: 1)
    emptyRow.bind(senderID, at: 2)
    try FactsColumns.bind(facts, merchantID: nil, to: emptyRow, from: 3, db, &names)
    emptyRow.bind(id.rawValue, at: Int32(FactsColumns.names.count + 3))
    try emptyRow.run()
    let tags = SearchIndex.Tags(bankID: label.bankID, senderID: senderID, merchantID: nil, facts: facts)
    try index.insert(id, tags, texts: [(title: nil, text: "")])
  }

  mutating func finish(at: Timestamp) throws {
    guard erased.count > 0 else { return }
    try UnusedNames.delete(db, &names)
    // Their fingerprints could tell which texts there were.
    try db.execute(
      sql: "DELETE FROM moment WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.time = moment.time AND d.fingerprint = moment.holder)")
    // Words stay in older parts of the index until those are merged.
    try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
    var ledger = try LedgerAppender(db, at: at)
    for start in stride(from: 0, to: erased.leaves.count, by: Self.leavesAnEntry) {
      let leaves = Array(erased.leaves[start..<min(start + Self.leavesAnEntry, erased.leaves.count)])
      try ledger.append(LedgerEntry(.erasure, by: .user, ["leaves": .numbers(leaves)]))
    }
    try ledger.finish()
  }
}
