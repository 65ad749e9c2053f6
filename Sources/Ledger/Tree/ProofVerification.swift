/// Checks that a leaf is part of a tree of which only the root is known.
public enum InclusionProof {
  /// RFC 9162, section 2.1.3.2.
  ///
  /// `leaf`: the leaf's hash.
  /// `index`: its place, from 0.
  /// `size`: how many leaves the tree has.
  /// `path`: what `TreeProofs.inclusion` gave.
  /// `root`: the tree's root.
  public static func verify(leaf: Hash, index: Int, size: Int, path: [Hash], root: Hash) -> Bool {
    guard index >= 0, index < size else { return false }
    var place = index
    var last = size - 1
    var node = leaf
    for neighbour in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        node = TreeHash.node(neighbour, node)
        while place & 1 == 0, place > 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        node = TreeHash.node(node, neighbour)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && node == root
  }
}

/// Checks that a tree begins with all of an earlier one: that nothing was changed, dropped or moved since.
public enum ConsistencyProof {
  /// RFC 9162, section 2.1.4.2. A tree without leaves is the beginning of every tree.
  public static func verify(from old: Int, oldRoot: Hash, to size: Int, root: Hash, proof: [Hash]) -> Bool {
    guard old >= 0, old <= size else { return false }
    if old == size { return proof.isEmpty && oldRoot == root }
    if old == 0 { return proof.isEmpty && oldRoot == TreeHash.empty }
    var rest = proof[...]
    if old.nonzeroBitCount == 1 { rest = ([oldRoot] + proof)[...] }
    guard let first = rest.popFirst() else { return false }
    var place = old - 1
    var last = size - 1
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (before, after) = (first, first)
    for neighbour in rest {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        before = TreeHash.node(neighbour, before)
        after = TreeHash.node(neighbour, after)
        while place & 1 == 0, place > 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        after = TreeHash.node(after, neighbour)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && before == oldRoot && after == root
  }
}
