import GRDB
import Ledger

/// What can be told of the log at once, however long it is: whether it still has everything that the checkpoint beside the database saw, and the
/// key to go on with. Only verifying tells whether messages are what they were.
public enum LedgerSeal: Hashable, Sendable {
  /// Nothing has been written down yet.
  case none
  /// All is well as far as was looked; so many entries.
  case whole(size: Int)
  case broken(LedgerFault)
}

extension Store {
  /// A look at the log that costs the same however long it is, some ms.
  public func ledgerSeal() throws(StoreError) -> LedgerSeal {
    // Before the database's snapshot, as in verifying.
    let surroundings = try Surroundings(of: path)
    return try lists.read { db, _ in
      try LedgerGlance(db, path: path, beside: surroundings.checkpoint).seal(surroundings.key)
    }
  }
}

/// The short look at the log.
struct LedgerGlance {
  private let db: Database
  private let path: String
  private let beside: String?

  /// `beside`: what the checkpoint's file beside the database says, read before what the log says is; nil where there is none.
  init(_ db: Database, path: String, beside: String?) {
    self.db = db
    self.path = path
    self.beside = beside
  }

  func seal(_ key: KeyGlance) throws -> LedgerSeal {
    guard let state = try LedgerState.load(db) else {
      let hasRows = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM ledger_run) OR EXISTS (SELECT 1 FROM delivery)") ?? false
      return hasRows ? .broken(LedgerFault(leaf: nil, reason: .stateMalformed)) : .none
    }
    if let fault = try conflict(state) { return .broken(fault) }
    if let difference = try SchemaCheck.differences(db).first { return .broken(LedgerFault(leaf: nil, reason: .schema(difference))) }
    if let reason = key.fault(of: state.log, checkedWith: state.key) { return .broken(LedgerFault(leaf: nil, reason: reason)) }
    let size = state.frontier.size
    let root = try known { try LedgerReader(db).proofs.root(size: size) }
    guard root == state.frontier.root else { return .broken(LedgerFault(leaf: nil, reason: .rootDiffers)) }
    return .whole(size: size)
  }

  /// What speaks against this being the log that the checkpoint beside the database was made of; nil when nothing does.
  func conflict(_ state: LedgerState) throws -> LedgerFault? {
    let place = LedgerFault.CheckpointPlace.file(path: CheckpointFile(besides: path).path)
    guard let beside else { return nil }
    guard let signed = SignedCheckpoint(beside) else { return LedgerFault(leaf: nil, reason: .checkpointUnreadable(from: place)) }
    let checkpoint = signed.checkpoint
    guard checkpoint.origin == state.log.origin else {
      return LedgerFault(leaf: nil, reason: .otherLog(origin: checkpoint.origin, from: place))
    }
    guard checkpoint.size <= state.frontier.size else {
      return LedgerFault(leaf: state.frontier.size, reason: .rolledBack(size: checkpoint.size, from: place))
    }
    let root = try known { try LedgerReader(db).proofs.root(size: checkpoint.size) }
    return root == checkpoint.root ? nil : LedgerFault(leaf: nil, reason: .checkpointDiffers(size: checkpoint.size, from: place))
  }

  /// Nil where the log lacks what it should have.
  private func known(_ root: () throws -> Hash) throws -> Hash? {
    do {
      return try root()
    } catch is LedgerGap {
      return nil
    }
  }
}
