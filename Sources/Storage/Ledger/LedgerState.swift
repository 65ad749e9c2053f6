import GRDB
import Ledger
import Model

/// Which log the database has, and what is needed to go on growing it.
struct LedgerState {
  var log: LogID
  var frontier: Frontier
  /// When the last entry was written down.
  var at: Timestamp
  /// What the log's checkpoints are checked with now, as `VerifierKey` writes it.
  var key: String

  /// Nil when the database has no log yet, or its row isn't what this program writes.
  static func load(_ db: Database) throws -> LedgerState? {
    let statement = try db.cachedStatement(sql: "SELECT log_id, size, frontier, at, key FROM ledger_state WHERE id = 1")
    defer { statement.rewind() }
    guard try statement.step() else { return nil }
    let bytes = statement.bytes(2)
    let roots = stride(from: 0, to: bytes.count, by: Hash.size).compactMap { Hash(bytes[$0..<min($0 + Hash.size, bytes.count)]) }
    guard let frontier = Frontier(size: Int(statement.integer(1)), roots: roots) else { return nil }
    return LedgerState(
      log: LogID(rawValue: UInt64(bitPattern: statement.integer(0))), frontier: frontier, at: Timestamp(milliseconds: statement.integer(3)),
      key: statement.text(4))
  }

  func save(_ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO ledger_state (id, log_id, size, frontier, at, key) VALUES (1, ?, ?, ?, ?, ?)")
    statement.bind(Int64(bitPattern: log.rawValue), at: 1)
    statement.bind(Int64(frontier.size), at: 2)
    statement.bind(blob: frontier.roots.flatMap(\.bytes), at: 3)
    statement.bind(at.milliseconds, at: 4)
    statement.bind(key, at: 5)
    try statement.run()
  }
}
