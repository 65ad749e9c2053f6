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
  private let statement: GRDB.Statement
  private var arms: [Arm]

  init(_ db: Database, drawers: [Drawer], reach: ListReach, bounds: ClosedRange<Int64>) throws {
    self.reach = reach
    self.bounds = bounds
    statement = try db.cachedStatement(sql: reach.order == .amount ? Self.byAmount(reach) : Self.byTime(reach))
    arms = drawers.map { Arm(drawerID: $0.id, last: reach.last) }
    for index in arms.indices { try fill(&arms[index]) }
    arms.removeAll { $0.keys.isEmpty }
  }

  /// The next key; nil at the end of the list.
  mutating func next() throws -> ListKey? {
    var foremost: (index: Int, key: ListKey)?
    for (index, arm) in arms.enumerated() {
      guard let key = arm.keys.first else { continue }
      if let found = foremost, reach.descends ? key < found.key : key > found.key { continue }
      foremost = (index, key)
    }
    guard let (index, key) = foremost else { return nil }
    arms[index].keys.removeFirst()
    if arms[index].keys.isEmpty {
      try fill(&arms[index])
      if arms[index].keys.isEmpty { arms.remove(at: index) }
    }
    return key
  }

  private func fill(_ arm: inout Arm) throws {
    guard !arm.isAtEnd else { return }
    var ahead = reach
    ahead.last = arm.last
    statement.bind(arm.drawerID, at: 1)
    if reach.order == .amount {
      let start = arm.last ?? (reach.descends ? ListKey(magnitude: .max, id: .max) : ListKey(magnitude: Magnitude.none - 1, id: 0))
      statement.bind(bounds.lowerBound, at: 2)
      statement.bind(bounds.upperBound, at: 3)
      statement.bind(start.magnitude, at: 5)
      statement.bind(start.id, at: 6)
    } else {
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

  private static func byTime(_ reach: ListReach) -> String {
    """
    SELECT 0, id FROM notification INDEXED BY notification_by_time
    WHERE drawer_id = ?1 AND id BETWEEN ?2 AND ?3 ORDER BY id \(reach.direction) LIMIT ?4
    """
  }

  private static func byAmount(_ reach: ListReach) -> String {
    """
    SELECT magnitude, id FROM notification INDEXED BY notification_by_amount
    WHERE drawer_id = ?1 AND (magnitude, id) \(reach.descends ? "<" : ">") (?5, ?6) AND +id BETWEEN ?2 AND ?3
    ORDER BY magnitude \(reach.direction), id \(reach.direction) LIMIT ?4
    """
  }
}
