import GRDB
import Model

/// How the full-text index is asked for a list.
///
/// A word that is only begun stands for all words that begin so. The index would read every one of their entries before giving the first
/// (measured: 0.3 s for `покуп` in 1 M messages), so the words are looked up in its vocabulary and asked for by name, which gives the newest
/// at once. When there are too many of them the prefix is wide: it is then tried on the newest rows first, where wide prefixes are frequent.
struct SearchPlan {
  /// How many words a prefix, or how many senders or merchants a name, may stand for to be asked for by name; each costs a look-up.
  private static let limit = 32

  /// The query that finds all hits, in FTS5's language; every word in it is quoted.
  let match: String
  /// The same without prefixes that stand for too many words; nil when nothing is left then.
  let matchWithoutWidePrefixes: String?
  let hasWidePrefix: Bool
  /// False when a word begins no word of the index.
  let canMatch: Bool

  /// Nil when the index knows nothing of what the list asks for.
  init?(_ db: Database, selection: Selection, known: Drawers) throws {
    var narrow: [String] = []
    var wide: [String] = []
    var canMatch = true
    for needle in selection.needles {
      var words = needle.words
      if needle.isPrefix, let begun = words.popLast() {
        if let continuations = try Self.continuations(of: begun, db) {
          if continuations.isEmpty { canMatch = false }
          narrow.append(Self.any(continuations.map(Self.quoted)))
        } else {
          wide.append(Self.quoted(begun) + " *")
        }
      }
      narrow += words.map(Self.quoted)
    }
    for term in selection.taggable {
      guard let tags = try Self.tags(of: term, db) else { continue }
      if tags.isEmpty { canMatch = false }
      narrow.append(Self.any(tags.map(Self.quoted)))
    }
    guard !narrow.isEmpty || !wide.isEmpty else { return nil }
    narrow += Self.drawerTags(selection.drawers, known: known)
    self.canMatch = canMatch
    hasWidePrefix = !wide.isEmpty
    match = (narrow + wide).joined(separator: " AND ")
    matchWithoutWidePrefixes = narrow.isEmpty ? nil : narrow.joined(separator: " AND ")
  }

  private static func any(_ words: [String]) -> String {
    words.count == 1 ? words[0] : "(" + words.joined(separator: " OR ") + ")"
  }

  /// Folded words hold neither quotes nor anything else that FTS5 would read.
  private static func quoted(_ word: String) -> String {
    "\"\(word)\""
  }

  private static func quoted(_ tag: Tag) -> String {
    var bytes: [UInt8] = []
    tag.write(to: &bytes)
    return quoted(String(decoding: bytes, as: UTF8.self))
  }

  /// The words of the index that begin so, skipping from one to the next; nil when there are more than the limit.
  private static func continuations(of begun: String, _ db: Database) throws -> [String]? {
    let statement = try db.cachedStatement(sql: "SELECT term FROM vocabulary WHERE term >= ? LIMIT 1")
    var found: [String] = []
    var from = begun
    while true {
      statement.bind(from, at: 1)
      defer { statement.rewind() }
      guard try statement.step() else { return found }
      let term = statement.text(0)
      guard term.utf8.starts(with: begun.utf8) else { return found }
      guard found.count < limit else { return nil }
      found.append(term)
      // Nothing lies between a word and itself with a zero byte behind it.
      from = term + "\0"
    }
  }

  /// The tags of a term, any of which fulfils it; nil when it isn't kept as tags, or as too many.
  private static func tags(of term: FilterTerm, _ db: Database) throws -> [Tag]? {
    switch term {
    case .card(let digits): [.card(digits)]
    case .security(let kind): [.security(kind)]
    case .sender(let name): try ids(of: name, in: "sender", db)?.map(Tag.sender)
    case .merchant(let name): try ids(of: name, in: "merchant", db)?.map(Tag.merchant)
    default: nil
    }
  }

  private static func ids(of name: String, in table: String, _ db: Database) throws -> [Int64]? {
    guard let needle = FilterTerm.needle(ofName: name) else { return [] }
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM \(table) WHERE holds(NULL, name, ?) LIMIT \(limit + 1)", arguments: [HoldsFunction.argument([needle])])
    return ids.count > limit ? nil : ids
  }

  /// Banks and categories that the drawers are all of, where that leaves out at least half of all notifications.
  private static func drawerTags(_ drawers: [Drawer], known: Drawers) -> [String] {
    let everything = known.all.reduce(0) { $0 + $1.total }
    func group<Value: Hashable>(_ value: (Drawer) -> Value, _ tag: (Value) -> Tag) -> String? {
      let values = Set(drawers.map(value))
      let total = known.all.reduce(0) { values.contains(value($1)) ? $0 + $1.total : $0 }
      guard values.count <= limit, total < everything / 2 else { return nil }
      return any(values.map { quoted(tag($0)) })
    }
    return [group(\.label.bankID, Tag.bank), group(\.label.category, Tag.category)].compactMap { $0 }
  }
}
