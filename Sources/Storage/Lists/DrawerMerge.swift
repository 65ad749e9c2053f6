import GRDB
import Model

/// Reads several drawers as one list: each is read by its own index in the list's order, and the foremost of their heads comes next.
///
/// So a list costs a look-up for each drawer and each row, whatever the tab, the order and the number of messages.
struct DrawerMerge {
  /// One drawer, read ahead a little at first and more when it turns out to matter.
  private struct Arm {
    let drawerID: Int64
    var keys: ArraySlice<ListKey> = []
    var last: ListKey?
    var block: Int64 = 1
    var isAtEnd = false
  }

  private static let largestBlock: Int64 = 256

  private let reach: ListReach
  private let bounds: ClosedRange<Int64>
  private let magnitudes: ClosedRange<Int64>
  private let statement: GRDB.Statement
  private var arms: [Arm]
  /// The foremost key of each arm that has one, the foremost of all last.
  private var heads: [(key: ListKey, arm: Int)] = []

  /// Of lists in order of time the identifiers must lie in `bounds`; of those by amount the magnitudes in `magnitudes` as well.
  init(
    _ db: Database, drawers: [Drawer], reach: ListReach, bounds: ClosedRange<Int64>,
    magnitudes: ClosedRange<Int64> = Magnitude.none...Int64.max
  ) throws {
    self.reach = reach
    self.bounds = bounds
    self.magnitudes = magnitudes
    statement = try db.cachedStatement(sql: reach.order == .amount ? Self.byAmount(reach) : Self.byTime(reach))
    arms = drawers.map { Arm(drawerID: $0.id, last: reach.last) }
    for index in arms.indices { try refill(index) }
    if reach.order == .amount {
      let waiting = try AmountOrder.waitingKeys(db, in: drawers)
        .filter { bounds.contains($0.id) && magnitudes.contains($0.magnitude) && reach.isAhead($0) }
      arms.append(Arm(drawerID: 0, keys: waiting.sorted { reach.descends ? $0 > $1 : $0 < $1 }[...], isAtEnd: true))
    }
    heads = arms.indices.compactMap { arm in arms[arm].keys.first.map { ($0, arm) } }
    let descends = reach.descends
    heads.sort { descends ? $0.key < $1.key : $0.key > $1.key }
  }

  /// The next key; nil at the end of the list.
  mutating func next() throws -> ListKey? {
    guard let (key, arm) = heads.popLast() else { return nil }
    arms[arm].keys.removeFirst()
    if arms[arm].keys.isEmpty { try refill(arm) }
    guard let head = arms[arm].keys.first else { return key }
    var low = 0
    var high = heads.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(head, heads[middle].key) { low = middle + 1 } else { high = middle }
    }
    heads.insert((head, arm), at: low)
    return key
  }

  /// Whether a key comes before another as the list is read.
  private func precedes(_ key: ListKey, _ other: ListKey) -> Bool {
    reach.descends ? key > other : key < other
  }

  /// The arm is taken out for it: lent out of the array, it would make a copy of all arms, which took a fifth of the time of a page.
  private mutating func refill(_ index: Int) throws {
    var arm = arms[index]
    try fill(&arm)
    arms[index] = arm
  }

  private func fill(_ arm: inout Arm) throws {
    guard !arm.isAtEnd else { return }
    statement.bind(arm.drawerID, at: 1)
    if reach.order == .amount {
      let (low, high) = keys(after: arm.last)
      statement.bind(bounds.lowerBound, at: 2)
      statement.bind(bounds.upperBound, at: 3)
      statement.bind([low.magnitude, low.id, high.magnitude, high.id].map(\.databaseValue), from: 5)
    } else {
      var ahead = reach
      ahead.last = arm.last
      guard let identifiers = ahead.identifiers(within: bounds) else {
        arm.isAtEnd = true
        return
      }
      statement.bind(identifiers.lowerBound, at: 2)
      statement.bind(identifiers.upperBound, at: 3)
    }
    statement.bind(arm.block, at: 4)
    var keys: [ListKey] = []
    while try statement.step() { keys.append(ListKey(magnitude: statement.integer(0), id: statement.integer(1))) }
    arm.isAtEnd = keys.count < arm.block
    arm.last = keys.last
    arm.block = min(arm.block * 8, Self.largestBlock)
    arm.keys = keys[...]
  }

  /// Between which keys, themselves excluded, a drawer's next ones by amount lie.
  private func keys(after last: ListKey?) -> (low: ListKey, high: ListKey) {
    let low = ListKey(magnitude: magnitudes.lowerBound, id: -1)
    let high = ListKey(magnitude: magnitudes.upperBound, id: .max)
    guard let last else { return (low, high) }
    return reach.descends ? (low, min(high, last)) : (max(low, last), high)
  }

  private static func byTime(_ reach: ListReach) -> String {
    """
    SELECT 0, id FROM notification INDEXED BY notification_by_time
    WHERE drawer_id = ?1 AND id BETWEEN ?2 AND ?3 ORDER BY id \(reach.direction) LIMIT ?4
    """
  }

  private static func byAmount(_ reach: ListReach) -> String {
    """
    SELECT magnitude, id FROM amount_order
    WHERE drawer_id = ?1 AND (magnitude, id) > (?5, ?6) AND (magnitude, id) < (?7, ?8) AND +id BETWEEN ?2 AND ?3
    ORDER BY magnitude \(reach.direction), id \(reach.direction) LIMIT ?4
    """
  }
}
