import Model

/// Notifications with everything worked out that can be without the database, so that it can be done on another thread than the one that
/// writes: the order in which they are written, what makes each delivery the same when it is imported again, and the words of each text as
/// search sees them.
public struct PreparedNotifications: Sendable {
  /// As they were given.
  public let notifications: [Notification]
  /// The positions of those with a delivery, by time: full-text search writes out what it has gathered whenever a row comes before the last.
  let order: [Int]
  private var fingerprints: [Int64] = []
  private var words = Words()
  /// Where the words of each delivery end. A copy that reads like the first has none.
  private var ends: [Int] = []
  /// The number of each notification's first delivery.
  private var starts: [Int] = []

  /// Works it out; takes some µs a notification.
  public init(_ notifications: [Notification]) {
    self.notifications = notifications
    order = Self.orderOfTime(notifications)
    starts.reserveCapacity(notifications.count)
    for notification in notifications {
      starts.append(fingerprints.count)
      for (ordinal, delivery) in notification.deliveries.enumerated() {
        fingerprints.append(Fingerprint.of(delivery, account: notification.account))
        if ordinal == 0 || !delivery.reads(like: notification.deliveries[0].title, notification.deliveries[0].text) {
          if let title = delivery.title { words.append(title) }
          words.append(delivery.text)
        }
        ends.append(words.bytes.count)
      }
    }
  }

  /// The fingerprint of a notification's delivery, endpoint apart.
  func fingerprint(_ position: Int, _ ordinal: Int) -> Int64 {
    fingerprints[starts[position] + ordinal]
  }

  /// The words of all texts of a notification.
  func words(of position: Int) -> ArraySlice<UInt8> {
    let first = starts[position]
    let next = position + 1 < starts.count ? starts[position + 1] : ends.count
    guard first < next else { return [] }
    return words.bytes[(first > 0 ? ends[first - 1] : 0)..<ends[next - 1]]
  }

  private static func orderOfTime(_ notifications: [Notification]) -> [Int] {
    var order: [(time: Int64, position: Int)] = []
    order.reserveCapacity(notifications.count)
    var isInOrder = true
    for (position, notification) in notifications.enumerated() {
      guard let time = notification.deliveries.first?.time.milliseconds else { continue }
      if let last = order.last, last.time > time { isInOrder = false }
      order.append((time, position))
    }
    if !isInOrder { order.sort { $0 < $1 } }
    return order.map(\.position)
  }
}
