import Model
import Storage

extension ListQuery.Order {
  /// Whether one row stands before another in a list of this order.
  func places(_ left: NotificationRow, before right: NotificationRow) -> Bool {
    switch self {
    case .newest: left.id > right.id
    case .oldest: left.id < right.id
    case .amount: Cursor(row: left, order: .amount).precedesByAmount(Cursor(row: right, order: .amount))
    }
  }

  /// Its word on the command line.
  var word: String {
    switch self {
    case .newest: "newest"
    case .oldest: "oldest"
    case .amount: "amount"
    }
  }

  /// The order that `o` goes to next.
  var next: ListQuery.Order {
    switch self {
    case .newest: .oldest
    case .oldest: .amount
    case .amount: .newest
    }
  }
}
