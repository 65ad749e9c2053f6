import Model

/// Puts templates into a prefix tree, one after the other.
struct TemplateTreeBuilder {
  /// An edge with a piece of text on it.
  struct Edge: Hashable {
    var node: Int32
    var piece: UInt64
  }

  private(set) var nodes = [TemplateTree.Node()]
  /// By node: its edges with placeholders.
  private(set) var slots: [[TemplateTree.SlotEdge]] = [[]]
  private(set) var edges: [Edge: Int32] = [:]

  /// Adds a template. Where two are written alike, the first one stays.
  mutating func insert(_ elements: [TemplatePattern.Element], template: Int32) {
    var node: Int32 = 0
    for element in elements {
      switch element {
      case .text(let text):
        for (piece, weight) in Self.pieces(of: text) { node = child(of: node, piece: piece, weight: weight) }
      case .slot(let slot, _): node = child(of: node, slot: slot)
      }
    }
    if nodes[Int(node)].template < 0 { nodes[Int(node)].template = template }
  }

  /// What a text is compared by, piece by piece, cut as the texts of messages are; words count more than marks.
  private static func pieces(of text: String) -> [(UInt64, weight: Int32)] {
    var copy = text
    return copy.withUTF8 { bytes in
      var pieces = Pieces()
      return pieces.cut(bytes).map { (TemplateTree.identity(of: $0, in: bytes), $0.kind == .mark ? 1 : 4) }
    }
  }

  private mutating func child(of node: Int32, piece: UInt64, weight: Int32) -> Int32 {
    let edge = Edge(node: node, piece: piece)
    if let known = edges[edge] { return known }
    let new = add(weight: nodes[Int(node)].weight + weight)
    edges[edge] = new
    return new
  }

  private mutating func child(of node: Int32, slot: Slot) -> Int32 {
    if let known = slots[Int(node)].first(where: { $0.slot == slot }) { return known.node }
    let new = add(weight: nodes[Int(node)].weight)
    if slot.isFree { nodes[Int(new)].free = slot }
    slots[Int(node)].append(TemplateTree.SlotEdge(slot: slot, node: new))
    return new
  }

  private mutating func add(weight: Int32) -> Int32 {
    nodes.append(TemplateTree.Node(weight: weight))
    slots.append([])
    return Int32(nodes.count - 1)
  }
}
