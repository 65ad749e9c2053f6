/// The least that a tree must be remembered by to go on growing: the roots of its complete subtrees, one for each bit of its size.
public struct Frontier: Hashable, Sendable {
  /// How many leaves the tree has.
  public private(set) var size: Int
  /// The roots, the largest subtree's first.
  public private(set) var roots: [Hash]

  /// The tree without leaves.
  public init() {
    size = 0
    roots = []
  }

  /// A remembered frontier; nil when there aren't as many roots as the size has bits.
  public init?(size: Int, roots: [Hash]) {
    guard size >= 0, roots.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.roots = roots
  }

  /// Adds a leaf by its hash.
  /// `completed`: told of every subtree of two and more leaves that is complete now: its level (2 to the power of it is the number of its
  ///   leaves), its place among the subtrees of that level, and its root.
  public mutating func append(_ leaf: Hash, completed: (_ level: Int, _ position: Int, _ root: Hash) -> Void = { _, _, _ in }) {
    var node = leaf
    var level = 0
    while size >> level & 1 == 1, let left = roots.popLast() {
      node = TreeHash.node(left, node)
      level += 1
      completed(level, size >> level, node)
    }
    roots.append(node)
    size += 1
  }

  /// The root of the whole tree.
  public var root: Hash {
    guard var root = roots.last else { return TreeHash.empty }
    for left in roots.dropLast().reversed() { root = TreeHash.node(left, root) }
    return root
  }
}
