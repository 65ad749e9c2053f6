import Model

/// Notifications with everything worked out that can be without the database, so that it can be done on another thread than the one that
/// writes: the order in which they are written, what makes each delivery the same when it is imported again, and the words of each text as
/// search sees them.
public struct PreparedNotifications: Sendable {
  /// As they were given.
  public let notifications: [Notification]
  /// The positions of those with a delivery, by time: full-text search writes out what it has gathered whenever a row comes before the last.
  let order: [Int]
  /// The places of single messages that say anew what an earlier one of the same source and id said.
  let updates: Set<Int>
  /// The places of single messages that another one given with them tells better, with its place: two tellings of one record.
  private(set) var twins: [Int: Int] = [:]
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
  ///   - updates: the places of those that say anew what an earlier one of the same sender, channel and source id said, and belong to its row.
  public init(_ notifications: [Notification], rule: (any MergingRule)? = nil, updates: Set<Int> = []) {
    self.init(notifications, marks: rule.map { Self.marks(of: notifications, $0, updates) } ?? [], updates: updates)
  }

  init(_ notifications: [Notification], marks: [Int64?], updates: Set<Int> = []) {
    self.notifications = notifications
    self.marks = marks
    self.updates = updates
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
    findTwins()
  }

  private mutating func findTwins() {
    guard notifications.count > 1 else { return }
    var seen: [CopyKey: Int] = [:]
    seen.reserveCapacity(notifications.count)
    for place in notifications.indices where notifications[place].deliveries.count == 1 {
      var place = place
      let telling = Telling(notifications[place].deliveries[0])
      for moment in telling.moments {
        let key = CopyKey(time: Telling.second(moment), fingerprint: fingerprint(place, 0))
        if let other = seen[key], other != place, twins[place] == nil, isSame(place, other) {
          let isBetter = telling.isBetter(than: Telling(notifications[other].deliveries[0]))
          twins[isBetter ? other : place] = isBetter ? place : other
          if !isBetter { place = other }
        }
        seen[key] = place
      }
    }
  }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (notifications[left].deliveries[0], notifications[right].deliveries[0])
    return Telling(one).isSame(as: Telling(other)) && one.isSameEndpoint(other)
  }

  /// The same with marks.
  func marked(by rule: any MergingRule) -> PreparedNotifications {
    guard marks.count < notifications.count else { return self }
    var marked = self
    marked.marks = Self.marks(of: notifications, rule, updates)
    return marked
  }

  /// The mark of a notification's deliveries; nil when it isn't worked out.
  func mark(of position: Int) -> Int64? {
    marks.indices.contains(position) ? marks[position] : nil
  }

  /// Several deliveries come as one notification: that is what their source says. An update goes where its source says, too.
  private static func marks(of notifications: [Notification], _ rule: any MergingRule, _ updates: Set<Int>) -> [Int64?] {
    notifications.enumerated().map { place, notification in
      if updates.contains(place) { return Mark.none }
      return notification.deliveries.count == 1 ? rule.mark(of: notification) ?? Mark.none : Mark.held
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
