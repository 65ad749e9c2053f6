import Model

/// Hours in which a client doesn't want to be disturbed. What can wait waits for their end and comes as one digest.
///
/// A critical message ignores them, and a code is never held back: it would be worthless afterwards.
public struct QuietHours: Hashable, Sendable {
  /// Minutes after midnight, 0 to 1439; an end before the start is the next day's.
  public var fromMinute: Int
  public var toMinute: Int
  /// How far the client's clock is ahead of UTC.
  public var offsetSeconds: Int

  public init(fromMinute: Int, toMinute: Int, offsetSeconds: Int) {
    self.fromMinute = fromMinute
    self.toMinute = toMinute
    self.offsetSeconds = offsetSeconds
  }

  /// When a message of that time is sent: at once, or when the quiet hours end.
  public func sendingTime(of message: SimulatedMessage) -> Timestamp {
    guard !message.isCritical, message.category != .code, message.category != .security else { return message.time }
    let day: Int64 = 86_400_000
    let local = message.time.milliseconds + Int64(offsetSeconds) * 1_000
    let sinceMidnight = ((local % day) + day) % day
    let (start, end) = (Int64(fromMinute) * 60_000, Int64(toMinute) * 60_000)
    let isQuiet = start <= end ? (start..<end).contains(sinceMidnight) : sinceMidnight >= start || sinceMidnight < end
    guard isQuiet else { return message.time }
    let wait = end > sinceMidnight ? end - sinceMidnight : end + day - sinceMidnight
    return message.time.advanced(by: wait)
  }
}
