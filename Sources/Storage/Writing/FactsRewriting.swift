import GRDB
import Model

/// Replaces bank and facts of stored notifications, in the table and, where its tags change, in the full-text index.
struct FactsRewriting {
  private(set) var names: NameTables
  private let db: Database
  private var index: SearchIndex
  private let reader: StoredNotification.Reader
  private let update: GRDB.Statement
  private let unmarking: GRDB.Statement

  init(_ db: Database, names: NameTables) throws {
    self.db = db
    self.names = names
    index = try SearchIndex(db)
    reader = try StoredNotification.Reader(db)
    // "Or fail" for the reason given in AddingBatch.
    let assignments = (["drawer_id"] + FactsColumns.names).map { "\($0) = ?" }.joined(separator: ", ")
    update = try db.cachedStatement(sql: "UPDATE OR FAIL notification SET \(assignments) WHERE id = ?")
    unmarking = try db.cachedStatement(
      sql: "UPDATE delivery SET mark = NULL WHERE time BETWEEN ? AND ? AND notification_id = ? AND mark <> \(Mark.held)")
  }

  /// - Returns: whether there is such a notification.
  mutating func rewrite(_ id: NotificationID, bank: String?, _ facts: Facts) throws -> Bool {
    guard let stored = try reader.read(id) else { return false }
    let tags = SearchIndex.Tags(
      bankID: try bank.map { try names.id(of: $0, in: .bank, db) } ?? 0, senderID: stored.tags.senderID,
      merchantID: try facts.merchant.map { try names.id(of: $0, in: .merchant, db) }, facts: facts)
    if tags != stored.tags {
      let texts = try reader.texts(of: stored, id)
      try index.delete(id, stored.tags, texts: texts)
      try index.insert(id, tags, texts: texts)
    }
    var label = stored.label
    label.bankID = tags.bankID
    label.category = facts.category
    update.bind(try names.drawer(label, db), at: 1)
    try FactsColumns.bind(facts, merchantID: tags.merchantID, to: update, from: 2, db, &names)
    update.bind(id.rawValue, at: Int32(FactsColumns.names.count + 2))
    try update.run()
    if stored.moreDeliveries == 0 { try unmark(id, stored.span) }
    return true
  }

  /// What it may be merged with depends on what it says.
  private func unmark(_ id: NotificationID, _ span: DeliverySpan) throws {
    let times = span.times(of: id)
    unmarking.bind(times.lowerBound, at: 1)
    unmarking.bind(times.upperBound, at: 2)
    unmarking.bind(id.rawValue, at: 3)
    try unmarking.run()
  }
}
