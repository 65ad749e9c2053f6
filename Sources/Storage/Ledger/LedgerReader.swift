import GRDB
import Ledger

/// Entries and subtrees of the log as they are stored.
final class LedgerReader {
  private let db: Database
  /// The blocks that were asked for last, the newest first. A proof needs the small subtrees of two, the entry's own and the one at the
  /// log's end; packages want entries in their order.
  private var blocks: [Block] = []
  private static let blockLimit = 4
  /// Roots of large subtrees that were read before; there is one for 256 entries.
  private var nodes: [Node: Hash] = [:]

  private struct Node: Hashable {
    var level: Int
    var position: Int
  }

  /// The entries of a block and all complete subtrees over them.
  private struct Block {
    var first: Int
    var bytes: [UInt8] = []
    /// Where each entry ends in `bytes`.
    var ends: [Int] = []
    /// By level, the leaves' hashes first.
    var levels: [[Hash]] = [[]]

    init(first: Int) { self.first = first }

    mutating func append(_ leaf: UnsafeRawBufferPointer) {
      bytes.append(contentsOf: leaf)
      ends.append(bytes.count)
      levels[0].append(TreeHash.leaf(leaf))
    }

    mutating func complete() {
      while let below = levels.last, below.count > 1 {
        levels.append((0..<(below.count / 2)).map { TreeHash.node(below[2 * $0], below[2 * $0 + 1]) })
      }
    }

    func leaf(_ sequence: Int) -> [UInt8]? {
      let index = sequence - first
      guard ends.indices.contains(index) else { return nil }
      return Array(bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }

    func subtree(_ level: Int, _ position: Int) -> Hash? {
      let index = position - (first >> level)
      return levels.indices.contains(level) && levels[level].indices.contains(index) ? levels[level][index] : nil
    }
  }

  init(_ db: Database) {
    self.db = db
  }

  /// Proofs from what is stored.
  var proofs: TreeProofs {
    TreeProofs { [self] level, position in try subtree(level, position) }
  }

  /// The bytes of an entry; nil when it isn't there.
  func leaf(_ sequence: Int) throws -> [UInt8]? {
    try block(of: sequence).leaf(sequence)
  }

  private func subtree(_ level: Int, _ position: Int) throws -> Hash {
    guard level >= LedgerRun.blockLevel else {
      let first = position << level
      guard let hash = try block(of: first).subtree(level, position) else { throw LedgerGap(sequence: first) }
      return hash
    }
    if let known = nodes[Node(level: level, position: position)] { return known }
    let find = try db.cachedStatement(sql: "SELECT hash FROM ledger_node WHERE level = ? AND position = ?")
    find.bind(Int64(level), at: 1)
    find.bind(Int64(position), at: 2)
    defer { find.rewind() }
    guard try find.step(), let hash = Hash(find.blob(0)) else { throw LedgerGap(sequence: position << level) }
    nodes[Node(level: level, position: position)] = hash
    return hash
  }

  private func block(of sequence: Int) throws -> Block {
    let first = sequence / LedgerRun.blockSize * LedgerRun.blockSize
    if let known = blocks.firstIndex(where: { $0.first == first }) {
      if known > 0 { blocks.insert(blocks.remove(at: known), at: 0) }
      return blocks[0]
    }
    let find = try db.cachedStatement(sql: "SELECT first, leaves FROM ledger_run WHERE first BETWEEN ? AND ? ORDER BY first")
    find.bind(Int64(first), at: 1)
    find.bind(Int64(first + LedgerRun.blockSize - 1), at: 2)
    defer { find.rewind() }
    var found = Block(first: first)
    // A run that doesn't follow the one before would give its entries the places of others.
    while try find.step(), Int(find.integer(0)) == first + found.ends.count {
      _ = LedgerRun.read(find.blob(1)) { leaf, _ in found.append(leaf) }
    }
    found.complete()
    if blocks.count >= Self.blockLimit { blocks.removeLast() }
    blocks.insert(found, at: 0)
    return found
  }
}

/// The log lacks something that should be there.
struct LedgerGap: Error {
  var sequence: Int
}
