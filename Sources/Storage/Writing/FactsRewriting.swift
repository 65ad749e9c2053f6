import GRDB
import Model

/// Replaces bank and facts of stored notifications, in the table and, where its marks change, in the full-text index.
struct FactsRewriting {
  private(set) var names: NameTables
  private let db: Database
  private var index: SearchIndex
  private let find: GRDB.Statement
  private let texts: GRDB.Statement
  private let update: GRDB.Statement

  init(_ db: Database, names: NameTables) throws {
    self.db = db
    self.names = names
    index = try SearchIndex(db)
    find = try db.cachedStatement(
      sql: """
        SELECT drawer.bank_id, drawer.category, drawer.channels, drawer.flags, n.sender_id, n.merchant_id, n.card, n.security_kind, n.title,
          n.text, n.more_deliveries, n.before_ms, n.after_ms
        FROM notification n JOIN drawer ON drawer.id = n.drawer_id WHERE n.id = ?
        """)
    texts = try db.cachedStatement(
      sql: "SELECT title, text FROM delivery WHERE time BETWEEN ? AND ? AND notification_id = ? AND text IS NOT NULL")
    let assignments = (["drawer_id"] + FactsColumns.names).map { "\($0) = ?" }.joined(separator: ", ")
    update = try db.cachedStatement(sql: "UPDATE notification SET \(assignments) WHERE id = ?")
  }

  /// - Returns: whether there is such a notification.
  mutating func rewrite(_ id: NotificationID, bank: String?, _ facts: Facts) throws -> Bool {
    find.bind(id.rawValue, at: 1)
    defer { find.rewind() }
    guard try find.step() else { return false }
    let bankID = try bank.map { try names.id(of: $0, in: .bank, db) } ?? 0
    let merchantID = try facts.merchant.map { try names.id(of: $0, in: .merchant, db) }
    let marks = SearchIndex.Marks(bankID: bankID, senderID: find.integer(4), merchantID: merchantID, facts: facts)
    let former = formerMarks
    if marks != former {
      let texts = try allTexts(of: id)
      try index.delete(id, former, texts: texts)
      try index.insert(id, marks, texts: texts)
    }
    let label = Drawer.Label(
      bankID: bankID, category: facts.category, channels: ChannelSet(rawValue: Int(find.integer(2))),
      flags: NotificationRow.Flags(rawValue: Int(find.integer(3))))
    update.bind(try names.drawer(label, db), at: 1)
    FactsColumns.bind(facts, merchantID: merchantID, to: update, from: 2)
    update.bind(id.rawValue, at: Int32(FactsColumns.names.count + 2))
    try update.run()
    return true
  }

  /// The marks of the notification that `find` stands on.
  private var formerMarks: SearchIndex.Marks {
    let security = find.integerOrNull(7).flatMap { SecurityFact.Kind(rawValue: Int($0)) }.map { SecurityFact(kind: $0) }
    let facts = Facts(category: Category(rawValue: Int(find.integer(1))), card: find.textOrNull(6), security: security)
    return SearchIndex.Marks(bankID: find.integer(0), senderID: find.integer(4), merchantID: find.integerOrNull(5), facts: facts)
  }

  /// The texts of the notification that `find` stands on, in the order in which they were indexed.
  private func allTexts(of id: NotificationID) throws -> [(title: String?, text: String)] {
    var all: [(title: String?, text: String)] = [(find.textOrNull(8), find.text(9))]
    guard find.integer(10) > 0 else { return all }
    texts.bind(id.time.milliseconds - find.integer(11), at: 1)
    texts.bind(id.time.milliseconds + find.integer(12), at: 2)
    texts.bind(id.rawValue, at: 3)
    while try texts.step() { all.append((texts.textOrNull(0), texts.text(1))) }
    return all
  }
}
