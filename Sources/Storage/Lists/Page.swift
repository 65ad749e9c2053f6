import Model

/// A place in a list: just behind (or before) the row it was made of. It stays good when rows come and go.
public struct Cursor: Hashable, Sendable {
  /// The row it was made of.
  public let id: NotificationID
  /// The row's magnitude when the list is ordered by amount, otherwise 0.
  let magnitude: Int64

  /// - Parameters:
  ///   - row: the row to go on from; it needn't be stored any more.
  ///   - order: the order of the list the cursor is used in.
  public init(row: NotificationRow, order: ListQuery.Order) {
    id = row.id
    magnitude = order == .amount ? Magnitude.of(row.facts.amount) : 0
  }

  /// Whether the row of this cursor stands before that of another in a list ordered by amount; both must be made for that order.
  public func precedesByAmount(_ other: Cursor) -> Bool {
    (magnitude, id) > (other.magnitude, other.id)
  }

  init(id: NotificationID, magnitude: Int64) {
    self.id = id
    self.magnitude = magnitude
  }
}

/// Which way a list is read.
public enum PageDirection: Hashable, Sendable {
  /// Towards the end of the list.
  case onward
  /// Towards its start.
  case back
}

/// Some rows of a list.
public struct Page: Hashable, Sendable {
  /// In the list's order, whichever way they were read.
  public var rows: [NotificationRow]
  /// Whether nothing lies beyond these rows in the direction that was read.
  public var reachesEnd: Bool

  public init(rows: [NotificationRow], reachesEnd: Bool) {
    self.rows = rows
    self.reachesEnd = reachesEnd
  }
}
