import Model

/// Between which times the deliveries of a notification lie; where to look for them in a table that begins with the time.
struct DeliverySpan {
  /// How far the earliest lies before the notification's own time and the latest behind it, in ms; 0 or more.
  var before: Int64
  var after: Int64

  /// A span of these distances; a negative one, which only somebody else can have stored, counts as none.
  init(before: Int64 = 0, after: Int64 = 0) {
    self.before = max(before, 0)
    self.after = max(after, 0)
  }

  /// Widens the span to a delivery; a distance that doesn't fit counts as the largest.
  mutating func include(_ time: Timestamp, of id: NotificationID) {
    let (distance, overflow) = time.milliseconds.subtractingReportingOverflow(id.time.milliseconds)
    if overflow ? time.milliseconds < 0 : distance < 0 {
      before = max(before, overflow || distance == .min ? .max : -distance)
    } else {
      after = max(after, overflow ? .max : distance)
    }
  }

  func times(of id: NotificationID) -> ClosedRange<Int64> {
    let first = before == .max ? Int64.min : id.time.advanced(by: -before).milliseconds
    return first...id.time.advanced(by: after).milliseconds
  }
}
