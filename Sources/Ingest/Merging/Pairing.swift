import Model

/// Puts copies together: a function of the set of copies alone, whatever order they come in.
public enum Pairing {
  /// - Parameters:
  ///   - copies: messages, each judged by its first delivery, in an order that is always the same for the same set: it decides between pairs
  ///     that are as good.
  ///   - areApart: whether two of them, by their places, must not come together.
  /// - Returns: groups of places; each place is in exactly one. No group holds two of a channel, and all of its members are the same by
  ///   `Sameness`.
  public static func groups(of copies: [Notification], areApart: (Int, Int) -> Bool = { _, _ in false }) -> [[Int]] {
    let candidates = copies.map(MergingCandidate.init)
    var pairs: [Pair] = []
    for (second, right) in candidates.enumerated() {
      for (first, left) in candidates[..<second].enumerated() {
        guard let left, let right, case .same(_, let agreements) = Sameness.of(left, right), !areApart(first, second) else { continue }
        pairs.append(Pair(agreements: agreements, distance: left.distance(to: right), first: first, second: second))
      }
    }
    pairs.sort(by: Pair.isBetter)
    let same = Set(pairs.map { $0.first * copies.count + $0.second })
    var groups = copies.indices.map { [$0] }
    var places = Array(copies.indices)
    for pair in pairs {
      let (left, right) = (places[pair.first], places[pair.second])
      guard left != right else { continue }
      let isWhole = groups[left].allSatisfy { one in groups[right].allSatisfy { same.contains(min(one, $0) * copies.count + max(one, $0)) }
      }
      guard isWhole else { continue }
      for place in groups[right] { places[place] = left }
      groups[left] += groups[right]
      groups[right] = []
    }
    return groups.filter { !$0.isEmpty }.map { $0.sorted() }
  }

  private struct Pair {
    var agreements: Int
    var distance: UInt64
    var first: Int
    var second: Int

    /// Those that agree in more come first, then the nearer ones, then those of earlier copies.
    static func isBetter(_ left: Pair, _ right: Pair) -> Bool {
      if left.agreements != right.agreements { return left.agreements > right.agreements }
      return (left.distance, left.first, left.second) < (right.distance, right.first, right.second)
    }
  }
}
