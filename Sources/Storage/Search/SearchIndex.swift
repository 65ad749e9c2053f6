import GRDB
import Model

/// The full-text index: one entry a notification, made of its tags and of the words of all its copies.
struct SearchIndex {
  private let insertion: GRDB.Statement
  private let deletion: GRDB.Statement
  /// Kept from entry to entry for its memory.
  private var words = Words()

  init(_ db: Database) throws {
    insertion = try db.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
    deletion = try db.cachedStatement(sql: "INSERT INTO search (rowid, words, search) VALUES (?, ?, 'delete')")
  }

  /// What a notification is, besides its texts.
  struct Tags: Hashable {
    var bankID: Int64
    var senderID: Int64
    var merchantID: Int64?
    var category: Category?
    var card: String?
    var security: SecurityFact.Kind?

    init(bankID: Int64, senderID: Int64, merchantID: Int64?, facts: Facts) {
      self.bankID = bankID
      self.senderID = senderID
      self.merchantID = merchantID
      category = facts.category
      card = facts.card
      security = facts.security?.kind
    }
  }

  /// Texts come in pairs of title and text, one pair a copy.
  mutating func insert(_ id: NotificationID, _ tags: Tags, texts: some Sequence<(title: String?, text: String)>) throws {
    begin(with: tags)
    add(texts)
    try run(insertion, id)
  }

  /// Adds an entry for texts whose words are known.
  mutating func insert(_ id: NotificationID, _ tags: Tags, words folded: ArraySlice<UInt8>) throws {
    begin(with: tags)
    words.append(folded: folded)
    try run(insertion, id)
  }

  /// Removes an entry; tags and texts must be those it was made of, since the index doesn't keep them.
  mutating func delete(_ id: NotificationID, _ tags: Tags, texts: some Sequence<(title: String?, text: String)>) throws {
    begin(with: tags)
    add(texts)
    try run(deletion, id)
  }

  private mutating func begin(with tags: Tags) {
    words.removeAll()
    words.append(.bank(tags.bankID))
    words.append(.category(tags.category))
    words.append(.sender(tags.senderID))
    if let merchantID = tags.merchantID { words.append(.merchant(merchantID)) }
    if let card = tags.card, Tag.isCard(card) { words.append(.card(card)) }
    if let security = tags.security { words.append(.security(security)) }
  }

  private mutating func add(_ texts: some Sequence<(title: String?, text: String)>) {
    for (title, text) in texts {
      if let title { words.append(title) }
      words.append(text)
    }
  }

  private func run(_ statement: GRDB.Statement, _ id: NotificationID) throws {
    statement.bind(id.rawValue, at: 1)
    statement.bind(words.bytes, at: 2)
    try statement.run()
  }
}
