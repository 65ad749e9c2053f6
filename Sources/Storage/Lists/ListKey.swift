import Model

/// What a list is ordered by: the magnitude, which is 0 in lists ordered by time, then the identifier.
struct ListKey: Hashable, Comparable {
  var magnitude: Int64
  var id: Int64

  static func < (left: ListKey, right: ListKey) -> Bool {
    (left.magnitude, left.id) < (right.magnitude, right.id)
  }
}

/// How a stretch of a list is read: from a place on, the largest keys first or the smallest.
struct ListReach {
  var order: ListQuery.Order
  /// Whether the keys fall as the list is read.
  var descends: Bool
  /// The last key that was read; nil at the start.
  var last: ListKey?

  init(order: ListQuery.Order, direction: PageDirection, from cursor: Cursor?) {
    self.order = order
    descends = (order != .oldest) == (direction == .onward)
    last = cursor.map { ListKey(magnitude: $0.magnitude, id: $0.id.rawValue) }
  }

  /// The identifiers still to be read of those within bounds; only meaningful in lists ordered by time. Nil when there are none.
  func identifiers(within bounds: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    guard let last, order != .amount else { return bounds }
    let low = descends ? bounds.lowerBound : max(bounds.lowerBound, last.id + 1)
    let high = descends ? min(bounds.upperBound, last.id - 1) : bounds.upperBound
    return low <= high ? low...high : nil
  }

  /// Whether a key lies still ahead.
  func isAhead(_ key: ListKey) -> Bool {
    guard let last else { return true }
    return descends ? key < last : key > last
  }

  var direction: String { descends ? "DESC" : "ASC" }
}
