import Model

/// A copy on its way into a group.
struct MergeCopy {
  var key: CopyKey
  /// The copy as a notification of its own, with what it says by itself.
  var notification: Notification
  /// What is written down as its mark from now on.
  var mark: Int64?
  var origin: Origin

  enum Origin {
    /// Stored as a copy of this notification.
    case stored(NotificationID)
    /// Given to be added, in this place.
    case new(Int)
  }

  var delivery: Delivery { notification.deliveries[0] }

  var storedIn: NotificationID? {
    if case .stored(let id) = origin { id } else { nil }
  }

  /// The order in which copies are given to the rule and stand in a row.
  static func isInOrder(_ left: MergeCopy, _ right: MergeCopy) -> Bool {
    (left.key.time, left.delivery.channel.rawValue, left.key.fingerprint) < (
      right.key.time, right.delivery.channel.rawValue, right.key.fingerprint
    )
  }

  /// The same message to several endpoints at one moment: such copies are never parted.
  func isSameMoment(as other: MergeCopy) -> Bool {
    key.time == other.key.time && delivery.channel == other.delivery.channel
      && other.delivery.reads(like: delivery.title, delivery.text) && delivery.sender.isExactly(other.delivery.sender)
  }
}

/// A group as it is to be stored.
struct MergeGroup {
  /// In the order in which they stand; the row shows the first.
  var members: [MergeCopy]
  /// nil: what the members' rows had.
  var flags: NotificationRow.Flags?

  /// Several copies as one notification: what the first doesn't say is taken from the others in order.
  static func combined(_ singles: [Notification]) -> Notification {
    var all = singles[0]
    for other in singles.dropFirst() {
      all.deliveries += other.deliveries
      all.isRead = all.isRead || other.isRead
      all.facts.fill(from: other.facts)
    }
    return all
  }
}
