/// Makes proofs from the roots of complete subtrees, wherever those are kept.
public struct TreeProofs {
  /// The root of the complete subtree of 2^level leaves at a place among those of its level; level 0 is the leaves' hashes.
  public typealias Subtree = (_ level: Int, _ position: Int) throws -> Hash

  private let subtree: Subtree

  /// - Parameter subtree: asked only for subtrees that are complete in the trees that proofs are asked for.
  public init(_ subtree: @escaping Subtree) {
    self.subtree = subtree
  }

  /// The root of the tree as it was with its first `size` leaves.
  public func root(size: Int) throws -> Hash {
    size == 0 ? TreeHash.empty : try root(of: 0..<size)
  }

  /// The path from a leaf to the root: what `InclusionProof.verify` needs, the leaf's own neighbour first (RFC 6962, 2.1.1).
  public func inclusion(of leaf: Int, in size: Int) throws -> [Hash] {
    var path: [Hash] = []
    try addInclusion(of: leaf, in: 0..<size, to: &path)
    return path
  }

  /// That the tree of `size` leaves begins with that of `old` leaves (RFC 6962, 2.1.2).
  public func consistency(from old: Int, to size: Int) throws -> [Hash] {
    guard old > 0, old < size else { return [] }
    var proof: [Hash] = []
    try addConsistency(from: old, in: 0..<size, isWhole: true, to: &proof)
    return proof
  }

  private func addInclusion(of leaf: Int, in range: Range<Int>, to path: inout [Hash]) throws {
    guard range.count > 1 else { return }
    let middle = range.lowerBound + Self.split(range.count)
    if leaf < middle {
      try addInclusion(of: leaf, in: range.lowerBound..<middle, to: &path)
      path.append(try root(of: middle..<range.upperBound))
    } else {
      try addInclusion(of: leaf, in: middle..<range.upperBound, to: &path)
      path.append(try root(of: range.lowerBound..<middle))
    }
  }

  /// `old` counts from the range's beginning.
  private func addConsistency(from old: Int, in range: Range<Int>, isWhole: Bool, to proof: inout [Hash]) throws {
    guard old < range.count else {
      if !isWhole { proof.append(try root(of: range)) }
      return
    }
    let split = Self.split(range.count)
    let middle = range.lowerBound + split
    if old <= split {
      try addConsistency(from: old, in: range.lowerBound..<middle, isWhole: isWhole, to: &proof)
      proof.append(try root(of: middle..<range.upperBound))
    } else {
      try addConsistency(from: old - split, in: middle..<range.upperBound, isWhole: false, to: &proof)
      proof.append(try root(of: range.lowerBound..<middle))
    }
  }

  /// The root over leaves that begin where a subtree of their number may begin.
  private func root(of range: Range<Int>) throws -> Hash {
    if range.count.nonzeroBitCount == 1 {
      let level = range.count.trailingZeroBitCount
      return try subtree(level, range.lowerBound >> level)
    }
    let middle = range.lowerBound + Self.split(range.count)
    return TreeHash.node(try root(of: range.lowerBound..<middle), try root(of: middle..<range.upperBound))
  }

  /// The largest power of two below a number of leaves, 2 or more.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
