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
    // Before the database's snapshot: what is written beside it later tells of what the snapshot can't have.
    let surroundings = try Surroundings(of: path)
    return try totals.read(unless: interruption) { db, _ in
      var audit = LedgerAudit(db, surroundings)
      return try audit.run(given: checkpoints.map { LedgerAudit.Kept(path: $0.path, text: $0.text) }, faultLimit: faultLimit)
    }
  }

  /// Signs what the log holds now, and keeps the checkpoint in the database and in a file beside it.
  ///
  /// The file is on the disk before the database says that there is a checkpoint, and takes its place after that.
  /// - Parameter onTornFile: told the path of the file where it was there and held no checkpoint, so that it couldn't guard anything.
  /// - Returns: the checkpoint.
  /// - Throws: `StoreError`; the log has no new checkpoint then.
  public func makeCheckpoint(onTornFile: (_ path: String) -> Void = { _ in }) throws(StoreError) -> SignedCheckpoint {
    let at = calendar.now()
    let path = path
    let made = try writable().write(durably: true, settling: { try $0.file?.takePlace() }) { db, _ in
      try LedgerCheckpoints.make(at: at, path: path, db)
    }
    if made.wasTorn { onTornFile(CheckpointFile(besides: path).path) }
    return made.signed
  }

  /// What the database's schema says otherwise than this program makes it: somebody else's triggers can keep messages and alerts out.
  public func schemaDifferences() throws(StoreError) -> [SchemaDifference] {
    try lists.read { db, _ in try SchemaCheck.differences(db) }
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

  /// Whether the key beside the database is there and the one that the log's checkpoints are checked with. A replacement that was cut off is finished.
  public func hasLedgerKey() throws(StoreError) -> Bool {
    let path = path
    return try writable().write { db, _ in
      guard let state = try LedgerState.load(db) else { return false }
      do {
        _ = try LedgerKey.current(of: state.log, checkedWith: state.key, besides: path)
        return true
      } catch let error as StoreError where error.isAboutKey {
        return false
      }
    }
  }

  /// Puts a new key in the place of one that is lost; the old file, if there is one, keeps its content under another name.
  ///
  /// The new key is on the disk before the log names it, and takes its place after that: whenever it is cut off, the key that the log names is there.
  public func replaceLedgerKey() throws(StoreError) {
    let at = calendar.now()
    let path = path
    let file = KeyFile(besides: path)
    _ = try writable().write(durably: true, settling: { try file.take($0) }) { db, _ in
      var ledger = try LedgerAppender(db, at: at)
      _ = try? LedgerKey.current(of: ledger.log, checkedWith: ledger.key, besides: path)
      let key = SigningKey()
      let prepared = try file.prepare(key, name: ledger.log.origin)
      try ledger.use(key.verifier(name: ledger.log.origin))
      try ledger.finish()
      return prepared
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

/// Checkpoint and key beside a database as they are at one moment.
struct Surroundings {
  let file: CheckpointFile
  /// What the checkpoint's file says; nil where there is none.
  let checkpoint: String?
  let key: KeyGlance

  init(of database: String) throws(StoreError) {
    file = CheckpointFile(besides: database)
    key = KeyGlance(besides: database)
    do throws(FileFailure) {
      checkpoint = try file.read()
    } catch {
      throw StoreError(path: error.path, errno: error.errno)
    }
  }
}
