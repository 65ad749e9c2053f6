/// Which log an entry belongs to: 64 random bits, so that entries can't be moved from one log to another.
public struct LogID: Hashable, Sendable, RawRepresentable {
  public var rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The id of a log that begins now.
  public static func random() -> LogID {
    LogID(rawValue: .random(in: .min ... .max))
  }

  /// The name of the log and of its key in checkpoints: `kolokol/` and 16 hexadecimal digits.
  public var origin: String {
    let digits = String(rawValue, radix: 16)
    return "kolokol/" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The log that an origin names; nil when it isn't one of ours.
  public init?(origin: String) {
    guard origin.hasPrefix("kolokol/"), origin.utf8.count == 24, let value = UInt64(origin.dropFirst(8), radix: 16) else { return nil }
    rawValue = value
  }
}
