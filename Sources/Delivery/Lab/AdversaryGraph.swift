import Model

/// Every state an adversary can reach in so many moves, and the moves between them.
struct AdversaryGraph {
  struct Edge {
    var move: Move
    var target: Int
    /// Whether it takes another code of the client's.
    var costsCode: Bool
  }

  private(set) var nodes: [AdversaryState] = []
  private(set) var edges: [[Edge]] = []
  /// The node and the place of its edge by which each node was first reached.
  private var parents: [(node: Int, edge: Int)?] = []
  private(set) var broken: [BrokenInvariant] = []
  /// Whether an operation succeeds while the client has noticed nothing.
  private(set) var losesUnwarned = false
  /// The strongly connected component of each node over edges that take no code; components are numbered from the last to the first.
  private var components: [Int] = []

  init(_ rules: AdversaryRules, depth: Int) {
    let start = AdversaryState(rules.policy)
    var places = [start: 0]
    nodes = [start]
    edges = [[]]
    parents = [nil]
    var depths = [0]
    if !rules.keepsEverything { broken.append(BrokenInvariant(invariant: .everythingKept, path: [])) }
    var current = 0
    while current < nodes.count {
      let state = nodes[current]
      note(rules.broken(in: state), at: current)
      if depths[current] < depth {
        for (move, next) in rules.moves(from: state) {
          let target = places[next] ?? nodes.count
          if target == nodes.count {
            places[next] = target
            nodes.append(next)
            edges.append([])
            parents.append((current, edges[current].count))
            depths.append(depths[current] + 1)
          }
          edges[current].append(Edge(move: move, target: target, costsCode: next.talkedOut > state.talkedOut))
          note(rules.broken(by: move, before: state, after: next), at: current, move)
          if move.isOperation, !state.isWarned { losesUnwarned = true }
        }
      }
      current += 1
    }
    components = Components(edges.map { $0.filter { !$0.costsCode }.map(\.target) }).numbers
  }

  private mutating func note(_ invariants: [Invariant], at node: Int, _ move: Move? = nil) {
    for invariant in invariants where !broken.contains(where: { $0.invariant == invariant }) {
      broken.append(BrokenInvariant(invariant: invariant, path: path(to: node) + (move.map { [$0] } ?? [])))
    }
  }

  /// The most operations on any path.
  var operations: Operations {
    if firstCycleEdge != nil { return .unbounded }
    // Components are numbered so that an edge without a code leads to the same or a lower one; an edge with a code leads to more codes.
    let order = nodes.indices.sorted {
      (nodes[$1].talkedOut, components[$0]) < (nodes[$0].talkedOut, components[$1])
    }
    // Within a component no edge is an operation, or it would be a cycle: all its nodes are worth the same.
    var best: [Int: Int] = [:]
    for node in order {
      for edge in edges[node] where edge.costsCode || components[edge.target] != components[node] {
        let value = best[components[edge.target], default: 0] + (edge.move.isOperation ? 1 : 0)
        best[components[node]] = max(best[components[node], default: 0], value)
      }
    }
    return .count(best[components[0], default: 0])
  }

  /// The first edge found that is an operation and lies on a cycle without another code.
  private var firstCycleEdge: (node: Int, edge: Int)? {
    for node in nodes.indices {
      for (place, edge) in edges[node].enumerated()
      where edge.move.isOperation && !edge.costsCode && components[edge.target] == components[node] {
        return (node, place)
      }
    }
    return nil
  }

  /// The shortest way to an operation that can be repeated without another code, that operation last.
  var pathToCycle: [Move] {
    firstCycleEdge.map { path(to: $0.node) + [edges[$0.node][$0.edge].move] } ?? []
  }

  /// The shortest way to any operation, that last.
  var pathToOperation: [Move] {
    for node in nodes.indices {
      if let edge = edges[node].first(where: \.move.isOperation) { return path(to: node) + [edge.move] }
    }
    return []
  }

  private func path(to node: Int) -> [Move] {
    var moves: [Move] = []
    var current = node
    while let parent = parents[current] {
      moves.append(edges[parent.node][parent.edge].move)
      current = parent.node
    }
    return moves.reversed()
  }
}

/// The strongly connected components of a graph (Tarjan, 1972), without recursion.
struct Components {
  /// The component of each node. A node's successors are in the same component or in one with a lower number.
  private(set) var numbers: [Int]

  init(_ successors: [[Int]]) {
    let count = successors.count
    numbers = Array(repeating: -1, count: count)
    var indices = [Int](repeating: -1, count: count)
    var lows = [Int](repeating: 0, count: count)
    var isOnStack = [Bool](repeating: false, count: count)
    var stack: [Int] = []
    var next = 0
    var component = 0
    for root in 0..<count where indices[root] < 0 {
      var calls = [(node: root, place: 0)]
      while let (node, place) = calls.last {
        if place == 0 {
          indices[node] = next
          lows[node] = next
          next += 1
          stack.append(node)
          isOnStack[node] = true
        }
        if place < successors[node].count {
          calls[calls.count - 1].place += 1
          let target = successors[node][place]
          if indices[target] < 0 {
            calls.append((target, 0))
          } else if isOnStack[target] {
            lows[node] = min(lows[node], indices[target])
          }
          continue
        }
        calls.removeLast()
        if let caller = calls.last { lows[caller.node] = min(lows[caller.node], lows[node]) }
        if lows[node] == indices[node] {
          while let member = stack.popLast() {
            isOnStack[member] = false
            numbers[member] = component
            if member == node { break }
          }
          component += 1
        }
      }
    }
  }
}
