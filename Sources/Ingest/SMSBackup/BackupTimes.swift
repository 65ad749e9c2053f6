import Model

/// When an SMS was sent and when it came, from the two times a backup gives.
struct BackupTimes: Hashable {
  var time: Timestamp
  var deliveredAt: Timestamp?

  /// A time that is all there is.
  init(time: Timestamp) {
    self.time = time
  }

  /// - Parameters:
  ///   - received: `date`: when the phone got it, in ms; some exporters write seconds.
  ///   - sent: `date_sent`: what the network stamped it with; 0 when unknown.
  ///   - asWritten: `date` as it stands, for the report.
  /// - Throws: when neither is a time that can be.
  init(received: Int64?, sent: Int64?, asWritten: String?) throws(Refusal.Reason) {
    let came = received.map(Self.milliseconds)
    let left = sent.map(Self.milliseconds).flatMap { Self.isPossible($0) ? $0 : nil }
    guard let came, Self.isPossible(came) else {
      guard let left else {
        if let came, came != 0 { throw .timeOutOfRange(String(came)) }
        guard let asWritten, came == nil else { throw .noTime }
        throw .badTime(asWritten.excerpt(40))
      }
      time = Timestamp(milliseconds: left)
      return
    }
    deliveredAt = Timestamp(milliseconds: came)
    time = Timestamp(milliseconds: came)
    if let left, left <= came, left >= came - Self.longestWay { time = Timestamp(milliseconds: left) }
  }

  /// A sent time this much before the received one is a clock gone wrong; networks keep a message for a phone that is off up to a week.
  private static let longestWay: Int64 = 7 * 86_400_000

  private static func isPossible(_ milliseconds: Int64) -> Bool {
    milliseconds > 0 && milliseconds <= NotificationID.latest.milliseconds
  }

  /// Numbers of this size are seconds: as milliseconds they would lie between 2 January 1970 and March 1973, when there was no SMS.
  private static func milliseconds(_ value: Int64) -> Int64 {
    value >= 100_000_000 && value < 100_000_000_000 ? value * 1000 : value
  }
}

extension String {
  /// The first `limit` scalars.
  func excerpt(_ limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.prefix(limit))
    return String(scalars)
  }
}
