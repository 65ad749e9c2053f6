import Model

/// All templates of one bank as a prefix tree: its edges are folded pieces of text and placeholders, and templates that begin alike share
/// their beginning.
final class TemplateTree: Sendable {
  /// A place in the tree.
  struct Node {
    /// The number of the template that ends here, -1 for none.
    var template: Int32 = -1
    /// The placeholder of free pieces that leads here; nil for nodes reached otherwise.
    var free: Slot?
    /// How many words and marks of its own the path down to here has: what a match is worth.
    var weight: Int32 = 0
    /// Its edges with placeholders: their place in `slots`.
    var slots: Range<Int32> = 0..<0
  }

  /// An edge with a placeholder.
  struct SlotEdge {
    var slot: Slot
    var node: Int32
  }

  /// What the templates mean, by number.
  let sources: [TemplateSource]
  let nodes: [Node]
  /// The edges with placeholders, those of a node together, the free ones last.
  let slots: [SlotEdge]
  /// Edges with text, in a table by hash; an empty place has node 0, which is the root and no edge's end.
  private let keys: [UInt64]
  private let ends: [Int32]

  convenience init(sources: [TemplateSource]) {
    var builder = TemplateTreeBuilder()
    for (number, source) in sources.enumerated() {
      // A pattern with a mistake was reported when the file was read, and isn't here.
      guard let pattern = try? TemplatePattern(source.text) else { continue }
      for alternative in pattern.alternatives { builder.insert(alternative, template: Int32(number)) }
    }
    self.init(builder: builder, sources: sources)
  }

  init(builder: TemplateTreeBuilder, sources: [TemplateSource] = []) {
    self.sources = sources
    var nodes = builder.nodes
    var slots: [SlotEdge] = []
    for (place, edges) in builder.slots.enumerated() {
      nodes[place].slots = Int32(slots.count)..<Int32(slots.count + edges.count)
      slots += edges.sorted { $0.slot.rawValue < $1.slot.rawValue }
    }
    self.nodes = nodes
    self.slots = slots
    var size = 16
    while size < 2 * builder.edges.count { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var ends = [Int32](repeating: 0, count: size)
    for (edge, node) in builder.edges {
      let key = Self.key(edge.node, edge.piece)
      var place = Self.place(of: key, size: size)
      while ends[place] != 0 { place = (place + 1) & (size - 1) }
      keys[place] = key
      ends[place] = node
    }
    self.keys = keys
    self.ends = ends
  }

  /// Whether there is anything to match.
  var isEmpty: Bool { nodes.count == 1 }

  /// The node that a piece of text leads to from `node`; 0 where none does.
  @inline(__always)
  func child(of node: Int32, piece: UInt64) -> Int32 {
    let key = Self.key(node, piece)
    var place = Self.place(of: key, size: keys.count)
    while ends[place] != 0 {
      if keys[place] == key { return ends[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return 0
  }

  @inline(__always)
  private static func key(_ node: Int32, _ piece: UInt64) -> UInt64 {
    // Marks differ in a few low bits, as nodes do: spread the nodes first, or two edges would share a key.
    (piece ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
  }

  @inline(__always)
  private static func place(of key: UInt64, size: Int) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (size - 1)
  }

  /// What a piece is compared by: words and numbers by their folded letters and digits, links and the like by their bytes.
  static func identity(of lexeme: Lexeme, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    switch lexeme.kind {
    case .word: return lexeme.value
    case .mark: return lexeme.value | 1 << 40
    case .number: return lexeme.value &* 0x100_0000_01B3 ^ UInt64(lexeme.digits) << 48 ^ UInt64(lexeme.decimals) << 56 ^ 1 << 41
    case .moment, .masked, .chain, .link:
      var hash = FNV1a()
      for byte in bytes[Int(lexeme.start)..<Int(lexeme.end)].prefix(longestName) {
        hash.mix(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
      return hash.value
    }
  }

  private static let longestName = 64
}
