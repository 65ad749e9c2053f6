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
    /// Its first edge with text: most nodes have no other, and theirs needs no look anywhere else. `next` is 0 where there is none.
    var next: Int32 = 0
    var piece: UInt64 = 0
    /// Whether it has further edges with text.
    var hasOthers = false
  }

  /// An edge with a placeholder.
  struct SlotEdge {
    var slot: Slot
    var node: Int32
  }

  /// An edge with text: what `key` made of its node and piece, and where it leads; 0, the root, is no edge's end.
  fileprivate struct TextEdge {
    var key: UInt64 = 0
    var end: Int32 = 0
  }

  /// The templates, and what they mean, by number.
  let sources: [TemplateSource]
  let meanings: [TemplateMeaning]
  let nodes: [Node]
  /// The edges with placeholders, those of a node together, the free ones last.
  let slots: [SlotEdge]
  /// All edges with text but the first of each node, in a table by hash; an empty place leads to node 0.
  private let texts: [TextEdge]

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
    meanings = sources.map(\.meaning)
    var nodes = builder.nodes
    var slots: [SlotEdge] = []
    for (place, edges) in builder.slots.enumerated() {
      nodes[place].slots = Int32(slots.count)..<Int32(slots.count + edges.count)
      slots += edges.sorted { $0.slot.rawValue < $1.slot.rawValue }
    }
    var others: [(node: Int32, piece: UInt64, end: Int32)] = []
    for (edge, end) in builder.edges.sorted(by: { $0.value < $1.value }) {
      if nodes[Int(edge.node)].next == 0 {
        nodes[Int(edge.node)].next = end
        nodes[Int(edge.node)].piece = edge.piece
      } else {
        nodes[Int(edge.node)].hasOthers = true
        others.append((edge.node, edge.piece, end))
      }
    }
    var size = 16
    while size < 2 * others.count { size *= 2 }
    var texts = [TextEdge](repeating: TextEdge(), count: size)
    for edge in others {
      let key = Self.key(edge.node, edge.piece)
      var place = Self.place(of: key, size: size)
      while texts[place].end != 0 { place = (place + 1) & (size - 1) }
      texts[place] = TextEdge(key: key, end: edge.end)
    }
    self.nodes = nodes
    self.slots = slots
    self.texts = texts
  }

  /// Whether there is anything to match.
  var isEmpty: Bool { nodes.count == 1 }

  /// The tree for the time of one walk: its tables without their owner, which walking would have to hold on to at every step.
  struct View {
    let nodes: UnsafeBufferPointer<Node>
    let slots: UnsafeBufferPointer<SlotEdge>
    fileprivate let texts: UnsafeBufferPointer<TextEdge>

    /// The node that a piece of text leads to from `node`, which has the number `number`; 0 where none does.
    @inline(__always)
    func child(of node: Node, _ number: Int32, piece: UInt64) -> Int32 {
      if node.piece == piece { return node.next }
      guard node.hasOthers else { return 0 }
      let key = TemplateTree.key(number, piece)
      var place = TemplateTree.place(of: key, size: texts.count)
      while texts[place].end != 0 {
        if texts[place].key == key { return texts[place].end }
        place = (place + 1) & (texts.count - 1)
      }
      return 0
    }
  }

  /// Calls `body` with the tree's tables, which live as long as the call.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      slots.withUnsafeBufferPointer { slots in
        texts.withUnsafeBufferPointer { texts in body(View(nodes: nodes, slots: slots, texts: texts)) }
      }
    }
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
  @inline(__always)
  static func identity(of lexeme: Lexeme, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    lexeme.kind == .word ? lexeme.value : rareIdentity(of: lexeme, in: bytes)
  }

  private static func rareIdentity(of lexeme: Lexeme, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
