import GRDB
import Ledger
import Model

/// The log's own checkpoints: made, kept in the database, and the newest also in a file beside it.
enum LedgerCheckpoints {
  static func all(_ db: Database) throws -> [(size: Int, note: String)] {
    let statement = try db.makeStatement(sql: "SELECT size, note FROM ledger_checkpoint ORDER BY size")
    var all: [(size: Int, note: String)] = []
    while try statement.step() { all.append((Int(statement.integer(0)), statement.text(1))) }
    return all
  }

  /// Signs what the log holds. When nothing was added since the last checkpoint but the entry that tells of it, that one is given again.
  static func make(at: Timestamp, path: String, _ db: Database) throws -> SignedCheckpoint {
    var ledger = try LedgerAppender(db, at: at)
    // Writing over a checkpoint that the log contradicts would hide what it tells.
    if let state = try LedgerState.load(db), let fault = try LedgerGlance(db, path: path).conflict(state) {
      throw StoreError(path: path, reason: .ledger(fault))
    }
    if let last = try newest(db), last.checkpoint.size == ledger.next - 1 { return last }
    let key = try LedgerKey.read(besides: path)
    guard key.verifier(name: ledger.log.origin).description == ledger.key else {
      throw StoreError(path: path, reason: .foreignKey(path: KeyFile(besides: path).path))
    }
    let signed = try Checkpoint(origin: ledger.log.origin, size: ledger.next, root: ledger.root).signed(by: key)
    try db.execute(
      sql: "INSERT OR REPLACE INTO ledger_checkpoint (size, note) VALUES (?, ?)", arguments: [signed.checkpoint.size, signed.text])
    try ledger.append(
      LedgerEntry(.checkpoint, by: .program, ["size": .number(Int64(signed.checkpoint.size)), "root": .text(signed.checkpoint.root.hex)]))
    try ledger.finish()
    return signed
  }

  private static func newest(_ db: Database) throws -> SignedCheckpoint? {
    try String.fetchOne(db, sql: "SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1").flatMap { SignedCheckpoint($0) }
  }
}
