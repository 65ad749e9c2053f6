import GRDB

/// The pairs of copies that the user parted; they are never merged with each other again.
struct KeptApart {
  private var pairs: Set<Pair> = []

  private struct Pair: Hashable {
    var first: CopyKey
    var second: CopyKey
  }

  init(_ db: Database) throws {
    let rows = try db.cachedStatement(sql: "SELECT first_time, first_fingerprint, second_time, second_fingerprint FROM kept_apart")
    while try rows.step() {
      pairs.insert(
        Pair(
          first: CopyKey(time: rows.integer(0), fingerprint: rows.integer(1)),
          second: CopyKey(time: rows.integer(2), fingerprint: rows.integer(3))))
    }
  }

  func contains(_ one: CopyKey, _ other: CopyKey) -> Bool {
    !pairs.isEmpty && pairs.contains(Pair(first: min(one, other), second: max(one, other)))
  }

  /// Keeps two copies apart from now on.
  static func insert(_ one: CopyKey, _ other: CopyKey, _ db: Database) throws {
    try run(
      "INSERT OR IGNORE INTO kept_apart (first_time, first_fingerprint, second_time, second_fingerprint) VALUES (?, ?, ?, ?)", one, other,
      db)
  }

  /// Lets two copies be merged again.
  static func remove(_ one: CopyKey, _ other: CopyKey, _ db: Database) throws {
    try run(
      "DELETE FROM kept_apart WHERE first_time = ? AND first_fingerprint = ? AND second_time = ? AND second_fingerprint = ?", one, other, db
    )
  }

  /// The copies that were parted from one.
  static func others(than key: CopyKey, _ db: Database) throws -> [CopyKey] {
    let rows = try db.cachedStatement(
      sql: """
        SELECT second_time, second_fingerprint FROM kept_apart WHERE first_time = ?1 AND first_fingerprint = ?2
        UNION SELECT first_time, first_fingerprint FROM kept_apart WHERE second_time = ?1 AND second_fingerprint = ?2
        """)
    rows.bind(key.time, at: 1)
    rows.bind(key.fingerprint, at: 2)
    var others: [CopyKey] = []
    while try rows.step() { others.append(CopyKey(time: rows.integer(0), fingerprint: rows.integer(1))) }
    return others
  }

  private static func run(_ sql: String, _ one: CopyKey, _ other: CopyKey, _ db: Database) throws {
    let (first, second) = (min(one, other), max(one, other))
    try db.execute(sql: sql, arguments: [first.time, first.fingerprint, second.time, second.fingerprint])
  }
}
