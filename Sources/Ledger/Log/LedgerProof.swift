/// An entry with the path that proves it is part of the log.
public struct LedgerProof: Hashable, Sendable {
  /// The log's name.
  public var origin: String
  /// The entry's place in the log, and its bytes.
  public var sequence: Int
  public var leaf: [UInt8]
  /// How many entries the log has, the path to its root, and the root.
  public var size: Int
  public var path: [Hash]
  public var root: Hash

  public init(origin: String, sequence: Int, leaf: [UInt8], size: Int, path: [Hash], root: Hash) {
    self.origin = origin
    self.sequence = sequence
    self.leaf = leaf
    self.size = size
    self.path = path
    self.root = root
  }

  /// Whether the path leads from the entry to the root.
  public var holds: Bool {
    InclusionProof.verify(leaf: TreeHash.leaf(leaf), index: sequence, size: size, path: path, root: root)
  }
}
