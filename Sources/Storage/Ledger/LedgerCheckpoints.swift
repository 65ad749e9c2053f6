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

  /// A checkpoint with the file that is to keep it.
  struct Made: Sendable {
    var signed: SignedCheckpoint
    /// Takes its place once the database has the checkpoint; nil where the file says it already.
    var file: AsideFile?
    /// Whether the file was there and held no checkpoint.
    var wasTorn: Bool
  }

  /// Signs what the log holds. When nothing was added since the last checkpoint but the entry that tells of it, that one is given again.
  static func make(at: Timestamp, path: String, _ db: Database) throws -> Made {
    var ledger = try LedgerAppender(db, at: at)
    let file = CheckpointFile(besides: path)
    let beside = try file.read()
    let wasTorn = beside.map { SignedCheckpoint($0) == nil } ?? false
    // Writing over a checkpoint that the log contradicts would hide what it tells; one that tells nothing is written anew.
    if !wasTorn, let state = try LedgerState.load(db), let fault = try LedgerGlance(db, path: path, beside: beside).conflict(state) {
      throw StoreError(path: path, reason: .ledger(fault))
    }
    let signed = try sign(&ledger, path: path, db)
    return Made(signed: signed, file: try file.prepare(signed), wasTorn: wasTorn)
  }

  private static func sign(_ ledger: inout LedgerAppender, path: String, _ db: Database) throws -> SignedCheckpoint {
    if let last = try newest(db), last.checkpoint.size == ledger.next - 1 { return last }
    let key = try LedgerKey.current(of: ledger.log, checkedWith: ledger.key, besides: path)
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
