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
  /// Their marks (`MergingRule.mark`); empty when they aren't worked out.
  private var marks: [Int64?] = []

  /// Works it out; takes some µs a notification.
  /// - Parameters:
  ///   - notifications: in any order.
  ///   - rule: by which copies are told; it must be the one that is registered with the store. Without it the store works out what it needs
  ///     itself.
  public init(_ notifications: [Notification], rule: (any MergingRule)? = nil) {
    self.init(notifications, marks: rule.map { Self.marks(of: notifications, $0) } ?? [])
  }

  init(_ notifications: [Notification], marks: [Int64?]) {
    self.notifications = notifications
    self.marks = marks
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

  /// The same with marks.
  func marked(by rule: any MergingRule) -> PreparedNotifications {
    guard marks.count < notifications.count else { return self }
    var marked = self
    marked.marks = Self.marks(of: notifications, rule)
    return marked
  }

  /// The mark of a notification's deliveries; nil when it isn't worked out.
  func mark(of position: Int) -> Int64? {
    marks.indices.contains(position) ? marks[position] : nil
  }

  /// Several deliveries come as one notification: that is what their source says.
  private static func marks(of notifications: [Notification], _ rule: any MergingRule) -> [Int64?] {
    notifications.map { $0.deliveries.count == 1 ? rule.mark(of: $0) ?? Mark.none : Mark.held }
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
