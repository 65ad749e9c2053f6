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
    var pairs: [CopyPair] = []
    for (second, right) in candidates.enumerated() {
      for (first, left) in candidates[..<second].enumerated() {
        guard let left, let right, case .same(_, let agreements) = Sameness.of(left, right), !areApart(first, second) else { continue }
        let isInOrder = left.channel.rawValue < right.channel.rawValue
        pairs.append(
          CopyPair(
            agreements: agreements, distance: left.distance(to: right), one: isInOrder ? first : second, other: isInOrder ? second : first,
            channels: isInOrder ? [left.channel, right.channel] : [right.channel, left.channel]))
      }
    }
    var groups = CopyGroups(count: copies.count, pairs)
    if pairs.count > 1 {
      // Those that agree in more belong together before the others; among those that agree in as much the order of time decides.
      for agreements in Set(pairs.map(\.agreements)).sorted(by: >) {
        let alike = pairs.filter { $0.agreements == agreements && groups.isAlone($0.one) && groups.isAlone($0.other) }
        for channels in Set(alike.map(\.channels)).sorted(by: { $0.lexicographicallyPrecedes($1) { $0.rawValue < $1.rawValue } }) {
          for pair in Alignment.best(of: alike.filter { $0.channels == channels }) { groups.join(pair) }
        }
      }
    }
    // What is left: pairs out of order, and further channels.
    for pair in pairs.sorted(by: CopyPair.isBetter) { groups.join(pair) }
    return groups.all
  }
}

/// Two copies, by their places, that are the same.
struct CopyPair {
  var agreements: Int
  /// In ms.
  var distance: UInt64
  /// The copy of the first of `channels`, and that of the second.
  var one: Int
  var other: Int
  /// Two, always in the same order.
  var channels: [Channel]

  var first: Int { min(one, other) }
  var second: Int { max(one, other) }

  /// Those that agree in more come first, then the nearer ones, then those of earlier copies.
  static func isBetter(_ left: CopyPair, _ right: CopyPair) -> Bool {
    if left.agreements != right.agreements { return left.agreements > right.agreements }
    return (left.distance, left.first, left.second) < (right.distance, right.first, right.second)
  }
}

/// Copies on their way into groups.
struct CopyGroups {
  private let count: Int
  private let same: Set<Int>
  private var groups: [[Int]]
  /// In which group each copy is.
  private var places: [Int]

  init(count: Int, _ pairs: [CopyPair]) {
    self.count = count
    same = Set(pairs.map { $0.first * count + $0.second })
    groups = (0..<count).map { [$0] }
    places = Array(0..<count)
  }

  /// The groups, each in order.
  var all: [[Int]] { groups.filter { !$0.isEmpty }.map { $0.sorted() } }

  func isAlone(_ copy: Int) -> Bool { groups[places[copy]].count == 1 }

  /// Makes one group of the two of a pair, if each of one is the same as each of the other.
  mutating func join(_ pair: CopyPair) {
    let (left, right) = (places[pair.first], places[pair.second])
    guard left != right else { return }
    let isWhole = groups[left].allSatisfy { one in
      groups[right].allSatisfy { same.contains(min(one, $0) * count + max(one, $0)) }
    }
    guard isWhole else { return }
    for place in groups[right] { places[place] = left }
    groups[left] += groups[right]
    groups[right] = []
  }
}
