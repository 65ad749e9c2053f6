import Ledger

/// A tree in memory, straight from the definition in RFC 6962: slow and plain, to hold the real one against.
struct Forest {
  var leaves: [[UInt8]]

  init(_ leaves: [[UInt8]]) {
    self.leaves = leaves
  }

  init(count: Int) {
    leaves = (0..<count).map { Array("leaf \($0)".utf8) }
  }

  var hashes: [Hash] { leaves.map { TreeHash.leaf($0) } }

  /// MTH of the definition.
  static func root(_ hashes: ArraySlice<Hash>) -> Hash {
    guard hashes.count > 1, let first = hashes.indices.first else { return hashes.first ?? TreeHash.empty }
    var split = 1
    while split * 2 < hashes.count { split *= 2 }
    return TreeHash.node(root(hashes[..<(first + split)]), root(hashes[(first + split)...]))
  }

  func root(size: Int) -> Hash { Self.root(hashes.prefix(size)) }

  var proofs: TreeProofs {
    let hashes = hashes
    return TreeProofs { level, position in Self.root(hashes[(position << level)..<((position + 1) << level)]) }
  }

  var frontier: Frontier {
    var frontier = Frontier()
    for hash in hashes { frontier.append(hash) }
    return frontier
  }
}
