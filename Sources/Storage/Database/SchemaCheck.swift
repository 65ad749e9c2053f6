import GRDB
import Synchronization

/// Something that the database's schema says otherwise than this program makes it: a trigger can keep messages and alerts out, and leaves no trace.
public struct SchemaDifference: Hashable, Sendable {
  /// Ways to differ.
  public enum Kind: String, Hashable, Sendable {
    /// Nobody but somebody else made it.
    case foreign
    case missing
    /// It says something else.
    case changed
  }

  /// What is the matter with it.
  public var kind: Kind
  /// What it is, in SQL's words: table, index, trigger.
  public var type: String
  public var name: String
  /// The table it belongs to.
  public var table: String

  public init(kind: Kind, type: String, name: String, table: String) {
    self.kind = kind
    self.type = type
    self.name = name
    self.table = table
  }
}

/// Holds a database's schema to what the migrations make of an empty one.
enum SchemaCheck {
  private struct Key: Hashable {
    var type: String
    var name: String
  }

  private struct Object: Hashable {
    var table: String
    /// Nil where SQLite made it and may write it otherwise in another version.
    var sql: String?
  }

  /// What the migrations make; worked out once, some ms.
  private static let expected = Mutex<[Key: Object]?>(nil)

  /// How this database differs from what the program makes. Tables and views of others are let be: nothing the program does looks at them.
  static func differences(_ db: Database) throws -> [SchemaDifference] {
    let wanted = try expected.withLock { known in
      if let known { return known }
      let queue = try DatabaseQueue()
      try Schema.migrator.migrate(queue)
      let made = try queue.read(objects)
      known = made
      return made
    }
    let found = try objects(db)
    let missing = wanted.filter { found[$0.key] == nil }.map { difference(.missing, $0.key, $0.value) }
    let changed = wanted.filter { wanted in found[wanted.key].map { $0 != wanted.value } ?? false }
      .map { difference(.changed, $0.key, $0.value) }
    let foreign = found.filter { wanted[$0.key] == nil && wanted[Key(type: "table", name: $0.value.table)] != nil }
      .map { difference(.foreign, $0.key, $0.value) }
    return (missing + changed + foreign).sorted { ($0.kind.rawValue, $0.type, $0.name) < ($1.kind.rawValue, $1.type, $1.name) }
  }

  private static func difference(_ kind: SchemaDifference.Kind, _ key: Key, _ object: Object) -> SchemaDifference {
    SchemaDifference(kind: kind, type: key.type, name: key.name, table: object.table)
  }

  private static func objects(_ db: Database) throws -> [Key: Object] {
    var objects: [Key: Object] = [:]
    // Indexes without SQL belong to their tables.
    for row in try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL") {
      let (type, name): (String, String) = (row["type"], row["name"])
      // Tables of SQLite's own, such as the statistics of ANALYZE, and those that full-text search keeps its index in.
      let isOwn = type == "table" && name.hasPrefix("sqlite_")
      let isShadow = type == "table" && name.hasPrefix("search_")
      if !isOwn { objects[Key(type: type, name: name)] = Object(table: row["tbl_name"], sql: isShadow ? nil : plain(row["sql"], type)) }
    }
    return objects
  }

  /// Without comments and blanks, which may have been others when the table was made.
  /// The columns of a table stand in the order in which migrations came to it.
  private static func plain(_ sql: String, _ type: String) -> String {
    let plain = sql.split(separator: "\n").map { $0.split(separator: "--", maxSplits: 1, omittingEmptySubsequences: false)[0] }
      .joined().filter { !$0.isWhitespace }
    guard type == "table", let first = plain.firstIndex(of: "("), let last = plain.lastIndex(of: ")"), first < last else { return plain }
    let columns = plain[plain.index(after: first)..<last].split(separator: ",").sorted().joined(separator: ",")
    return String(plain[...first]) + columns + String(plain[last...])
  }
}
