import GRDB
import Ledger

extension LedgerWalk {
  /// The stored roots of subtrees, held against those that come out.
  struct Nodes {
    private let find: GRDB.Statement
    private var expected: [(level: Int, position: Int, root: Hash)] = []
    private var known: Set<Int> = []

    init(_ db: Database) throws {
      find = try db.cachedStatement(sql: "SELECT hash FROM ledger_node WHERE level = ? AND position = ?")
    }

    /// An entry of this block is known to be changed; that its subtree differs needs no telling.
    mutating func knowFault(at sequence: Int) { known.insert(sequence >> LedgerRun.blockLevel) }

    mutating func expect(_ level: Int, _ position: Int, _ root: Hash) { expected.append((level, position, root)) }

    mutating func check(_ faults: inout [LedgerFault]) throws {
      for node in expected {
        find.bind(Int64(node.level), at: 1)
        find.bind(Int64(node.position), at: 2)
        defer { find.rewind() }
        if try find.step(), Hash(find.blob(0)) == node.root { continue }
        let first = node.position << node.level
        let last = first + 1 << node.level - 1
        // The smallest subtree tells where; the larger ones above it differ as well.
        let blocks = (first >> LedgerRun.blockLevel)...(last >> LedgerRun.blockLevel)
        if blocks.contains(where: known.contains) { continue }
        known.formUnion(blocks)
        faults.append(LedgerFault(leaf: first, reason: .leavesChanged(last: last)))
      }
      expected.removeAll(keepingCapacity: true)
    }
  }
}
