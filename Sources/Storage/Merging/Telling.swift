import Model

/// When a record of a message was, as one program tells it. Programs keep the time of sending, of arrival, or both, and some cut it to seconds; the
/// text apart, two tellings are of one record when one of these times agrees.
struct Telling: Hashable {
  /// In ms since 1970: when it was sent, or when it came if that is all the program knows.
  let time: Int64
  let deliveredAt: Int64?

  init(time: Int64, deliveredAt: Int64?) {
    self.time = time
    self.deliveredAt = deliveredAt
  }

  init(_ delivery: Delivery) {
    self.init(time: delivery.time.milliseconds, deliveredAt: delivery.deliveredAt?.milliseconds)
  }

  /// All of its times.
  var moments: [Int64] {
    guard let deliveredAt, deliveredAt != time else { return [time] }
    return [time, deliveredAt]
  }

  /// Those at which it may have come. A network's stamp is in whole seconds and lies before the arrival; everything else is a phone's clock.
  var arrivals: [Int64] { moments.filter { $0 != time || !isStamped } }

  private var isStamped: Bool { Self.isWhole(time) && deliveredAt.map { $0 != time } ?? false }

  /// Whether both tell of one record, sender and text apart: a time of the one is the other's, or both came in the same second and one of them
  /// was cut to it.
  func isSame(as other: Telling) -> Bool {
    if moments.contains(where: other.moments.contains) { return true }
    return arrivals.contains { one in
      other.arrivals.contains { Self.second(one) == Self.second($0) && (Self.isWhole(one) || Self.isWhole($0)) }
    }
  }

  /// The same, or both came in one second: what two tell of one record that a third one tied together, whose times were cut.
  func isOfOneSecond(as other: Telling) -> Bool {
    isSame(as: other) || arrivals.contains { one in other.arrivals.contains { Self.second(one) == Self.second($0) } }
  }

  /// Whether it says more of when the message was, so that it stands for the record: the earlier one does, since it knows when it was sent; of two of
  /// one second the one that wasn't cut. A total order, so that it doesn't matter which came first.
  func isBetter(than other: Telling) -> Bool { rank < other.rank }

  private var rank: (Int64, Int, Int64) { (Self.second(time), Self.isWhole(time) && !isStamped ? 1 : 0, time) }

  /// The moments of the second that a moment lies in, as far as there are any.
  static func span(ofSecondOf moment: Int64) -> ClosedRange<Int64> {
    let into = (moment % 1000 + 1000) % 1000
    let first = moment < .min + into ? .min : moment - into
    return first...(moment > .max - (999 - into) ? .max : moment + (999 - into))
  }

  /// The second a moment lies in, rounded towards the past.
  static func second(_ moment: Int64) -> Int64 { moment / 1000 - (moment % 1000 < 0 ? 1 : 0) }
  private static func isWhole(_ moment: Int64) -> Bool { moment % 1000 == 0 }
}
