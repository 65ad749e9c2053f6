import Model

/// How many profitable operations an adversary gets.
public enum Operations: Hashable, Sendable {
  case count(Int)
  /// A cycle brings another one without another talked-out code.
  case unbounded
}

/// An exhaustive search of what an adversary can do under one policy: every state he can bring about, every move in it.
///
/// He knows the password; codes he gets by talking them out of the client, by having them sent to an endpoint of his own, or, with SS7, on their
/// way. The number of operations is unbounded when a cycle of moves without another talked-out code holds an operation.
public struct AdversarySearch: Sendable {
  /// What came out.
  public struct Result: Hashable, Sendable {
    /// By the number of codes talked out, from 0.
    public var operations: [Operations]
    /// The fewest codes from which on it is unbounded; nil when it never is.
    public var unboundedFrom: Int?
    /// Whether a notice reached an endpoint of the client's own before the first loss, on every path.
    public var isWarnedBeforeFirstLoss: Bool
    /// The shortest way to an unbounded number, else to the first operation; empty when there is none.
    public var shortestPath: [Move]
    public var broken: [BrokenInvariant]
    /// How many states were looked at, over all numbers of codes.
    public var states: Int
  }

  /// The longest path looked at.
  public static let standardDepth = 12
  /// The most codes talked out.
  public static let mostCodes = 3

  /// - Parameters:
  ///   - policy: under which.
  ///   - hasSS7: whether SMS can be intercepted at an operator.
  ///   - depth: how many moves a path may have.
  /// - Returns: what came out, the same every time.
  public static func run(_ policy: Policy, hasSS7: Bool = false, depth: Int = standardDepth) -> Result {
    var result = Result(
      operations: [], unboundedFrom: nil, isWarnedBeforeFirstLoss: true, shortestPath: [], broken: [], states: 0)
    var graph = AdversaryGraph(AdversaryRules(policy, codes: 0, hasSS7: hasSS7), depth: depth)
    for codes in 0...mostCodes {
      if codes > 0 { graph = AdversaryGraph(AdversaryRules(policy, codes: codes, hasSS7: hasSS7), depth: depth) }
      let operations = graph.operations
      result.operations.append(operations)
      result.states += graph.nodes.count
      if operations == .unbounded, result.unboundedFrom == nil {
        result.unboundedFrom = codes
        result.shortestPath = graph.pathToCycle
      }
    }
    if result.unboundedFrom == nil { result.shortestPath = graph.pathToOperation }
    result.isWarnedBeforeFirstLoss = !graph.losesUnwarned
    result.broken = graph.broken
    return result
  }
}
