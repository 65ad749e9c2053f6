import GRDB
import Ledger

/// Entries and subtrees of the log as they are stored.
final class LedgerReader {
  private let db: Database
  /// The hashes of the block that was read last; a proof needs those of one.
  private var block: (first: Int, hashes: [Hash])?

  init(_ db: Database) {
    self.db = db
  }

  /// Proofs from what is stored.
  var proofs: TreeProofs {
    TreeProofs { [self] level, position in try subtree(level, position) }
  }

  /// The bytes of an entry; nil when it isn't there.
  func leaf(_ sequence: Int) throws -> [UInt8]? {
    let find = try db.cachedStatement(sql: "SELECT first, leaves FROM ledger_run WHERE first <= ? ORDER BY first DESC LIMIT 1")
    find.bind(Int64(sequence), at: 1)
    defer { find.rewind() }
    guard try find.step() else { return nil }
    var next = Int(find.integer(0))
    var found: [UInt8]?
    _ = LedgerRun.read(find.blob(1)) { leaf, _ in
      if next == sequence { found = Array(leaf) }
      next += 1
    }
    return found
  }

  private func subtree(_ level: Int, _ position: Int) throws -> Hash {
    if level >= LedgerRun.blockLevel {
      let find = try db.cachedStatement(sql: "SELECT hash FROM ledger_node WHERE level = ? AND position = ?")
      find.bind(Int64(level), at: 1)
      find.bind(Int64(position), at: 2)
      defer { find.rewind() }
      guard try find.step(), let hash = Hash(find.blob(0)) else { throw LedgerGap(sequence: position << level) }
      return hash
    }
    let first = position << level
    let hashes = try hashes(ofBlock: first / LedgerRun.blockSize * LedgerRun.blockSize)
    let start = first % LedgerRun.blockSize
    guard start + 1 << level <= hashes.count else { throw LedgerGap(sequence: first) }
    var frontier = Frontier()
    for hash in hashes[start..<(start + 1 << level)] { frontier.append(hash) }
    return frontier.root
  }

  private func hashes(ofBlock first: Int) throws -> [Hash] {
    if let block, block.first == first { return block.hashes }
    let find = try db.cachedStatement(sql: "SELECT leaves FROM ledger_run WHERE first BETWEEN ? AND ? ORDER BY first")
    find.bind(Int64(first), at: 1)
    find.bind(Int64(first + LedgerRun.blockSize - 1), at: 2)
    var hashes: [Hash] = []
    while try find.step() { _ = LedgerRun.read(find.blob(0)) { leaf, _ in hashes.append(TreeHash.leaf(leaf)) } }
    block = (first, hashes)
    return hashes
  }
}

/// The log lacks something that should be there.
struct LedgerGap: Error {
  var sequence: Int
}
