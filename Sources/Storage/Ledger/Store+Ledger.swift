import GRDB
import Ledger
import Model

extension Store {
  /// Verifies the whole log: works out all hashes anew from what is stored, and holds it to its checkpoints and to those the user kept.
  ///
  /// `checkpoints`: checkpoints that were kept elsewhere: the file's path, and what is in it.
  /// `faultLimit`: how many faults the verdict lists one by one; 1 or more.
  /// `interruption`: a way to give it up.
  /// - Throws: `StoreError` when the database can't be read; what is wrong with the log is in the verdict.
  public func verifyLedger(
    against checkpoints: [(path: String, text: String)] = [], faultLimit: Int = LedgerVerdict.faultLimit,
    unless interruption: Interruption? = nil
  ) throws(StoreError) -> LedgerVerdict {
    try totals.read(unless: interruption) { db, _ in
      var audit = LedgerAudit(db, path: path)
      return try audit.run(given: checkpoints.map { LedgerAudit.Kept(path: $0.path, text: $0.text) }, faultLimit: faultLimit)
    }
  }

  /// Signs what the log holds now, and keeps the checkpoint in the database and in a file beside it.
  public func makeCheckpoint() throws(StoreError) -> SignedCheckpoint {
    let at = calendar.now()
    let path = path
    let signed = try writable().write(durably: true) { db, _ in try LedgerCheckpoints.make(at: at, path: path, db) }
    do {
      try CheckpointFile(besides: path).write(signed)
    } catch {
      throw StoreError(path: CheckpointFile(besides: path).path, error)
    }
    return signed
  }

  /// An entry of the log with its proof; nil when there is no such entry in a log of this size.
  /// `size`: how many entries the log should have had; nil for all.
  public func ledgerProof(of leaf: Int, size: Int? = nil) throws(StoreError) -> LedgerProof? {
    try lists.read { db, _ in
      guard let state = try LedgerState.load(db) else { return nil }
      let reader = LedgerReader(db)
      let size = size ?? state.frontier.size
      guard leaf >= 0, leaf < size, size <= state.frontier.size, let bytes = try reader.leaf(leaf) else { return nil }
      return LedgerProof(
        origin: state.log.origin, sequence: leaf, leaf: bytes, size: size, path: try reader.proofs.inclusion(of: leaf, in: size),
        root: try reader.proofs.root(size: size))
    }
  }

  /// Whether the key beside the database is there and the one that the log's checkpoints are checked with.
  public func hasLedgerKey() throws(StoreError) -> Bool {
    let path = path
    return try lists.read { db, _ in
      guard let state = try LedgerState.load(db), let key = try? LedgerKey.read(besides: path) else { return false }
      return key.verifier(name: state.log.origin).description == state.key
    }
  }

  /// Puts a new key in the place of one that is lost; the old file, if there is one, keeps its content under another name.
  public func replaceLedgerKey() throws(StoreError) {
    let at = calendar.now()
    let path = path
    try writable().write(durably: true) { db, _ in
      var ledger = try LedgerAppender(db, at: at)
      let key = try LedgerKey.replace(besides: path, name: ledger.log.origin)
      try ledger.use(key.verifier(name: ledger.log.origin))
      try ledger.finish()
    }
  }

  /// Writes into the log why the clock was set back at an entry.
  /// - Returns: false when it wasn't set back there, so that there is nothing to explain; nothing is written then.
  public func explain(leaf: Int, _ text: String) throws(StoreError) -> Bool {
    let at = calendar.now()
    return try writable().write(durably: true) { db, _ in
      let reader = LedgerReader(db)
      guard leaf > 0, let former = try reader.leaf(leaf - 1).flatMap({ Leaf($0) }), let entry = try reader.leaf(leaf).flatMap({ Leaf($0) }),
        LedgerWalk.setBack(from: former.time, to: entry.time) != nil
      else { return false }
      try LedgerAppender.append([LedgerEntry(.explanation, by: .user, ["leaf": .number(Int64(leaf)), "text": .text(text)])], at: at, db)
      return true
    }
  }
}
