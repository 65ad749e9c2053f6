import Model

/// When a client doesn't want to be disturbed: quiet hours every day, a snooze until some moment. What can wait waits for their end.
///
/// A critical message ignores both, and a code is never held back: it would be worthless afterwards.
public struct Quiet: Hashable, Sendable {
  public var hours: DailyHours?
  /// Nil without a snooze; a moment that has passed is none.
  public var snoozedUntil: Timestamp?
  /// How far the client's clock is ahead of UTC.
  public var offsetSeconds: Int

  public init(hours: DailyHours? = nil, snoozedUntil: Timestamp? = nil, offsetSeconds: Int = 0) {
    self.hours = hours
    self.snoozedUntil = snoozedUntil
    self.offsetSeconds = offsetSeconds
  }

  /// When a message that comes up at a moment is sent.
  /// - Parameters:
  ///   - time: when it comes up.
  ///   - category: what it is about. Codes and security aren't held back.
  ///   - event: the event it tells of; messages that tell of one are critical.
  /// - Returns: the moment itself, or when everything that holds the message back has ended.
  public func sendingTime(_ time: Timestamp, _ category: Category, about event: SecurityFact.Kind? = nil) -> Timestamp {
    guard event == nil, category != .code, category != .security else { return time }
    // The snooze may end within the quiet hours; they have no end within the snooze that counts.
    return endOfHours(max(time, snoozedUntil ?? time))
  }

  private func endOfHours(_ time: Timestamp) -> Timestamp {
    guard let hours else { return time }
    let day: Int64 = 86_400_000
    let local = time.milliseconds + Int64(offsetSeconds) * 1_000
    let sinceMidnight = ((local % day) + day) % day
    let (start, end) = (Int64(hours.from) * 60_000, Int64(hours.until) * 60_000)
    let isQuiet = start <= end ? (start..<end).contains(sinceMidnight) : sinceMidnight >= start || sinceMidnight < end
    guard isQuiet else { return time }
    return time.advanced(by: end > sinceMidnight ? end - sinceMidnight : end + day - sinceMidnight)
  }
}

extension ArrangementLog {
  /// What holds back a bank's messages at a moment: what was set for it, and for every bank. Its own quiet hours go before those for every bank,
  /// and of two snoozes the longer one counts. Ended for the bank, what was set for every bank before doesn't hold for it any more.
  public func quiet(_ bank: String?, at time: Timestamp, offsetSeconds: Int, account: String = Notification.defaultAccount) -> Quiet {
    let past = steps.filter { $0.time <= time && $0.account == account && ($0.bank == bank || $0.bank == nil) }
    let undone = Set(past.compactMap(\.undoes))
    var snooze = Scoped<Timestamp>()
    var hours = Scoped<DailyHours>()
    // A step that was undone is as if it had never been; its undoing is no ending.
    for step in past where step.undoes == nil && !undone.contains(step.id) {
      switch step.step {
      case .snooze(let until): snooze.set(until, isForAll: step.bank == nil)
      case .quietHours(let daily): hours.set(daily, isForAll: step.bank == nil)
      case .channel, .device: break
      }
    }
    return Quiet(
      hours: hours.own ?? hours.all, snoozedUntil: [snooze.own, snooze.all].compactMap { $0 }.filter { $0 > time }.max(),
      offsetSeconds: offsetSeconds)
  }

  /// What is set for one bank and what for every bank holds for it as well.
  private struct Scoped<Value> {
    private(set) var own: Value?
    private(set) var all: Value?

    mutating func set(_ value: Value?, isForAll: Bool) {
      if isForAll { all = value } else { own = value }
      if value == nil, !isForAll { all = nil }
    }
  }

  /// The steps that end all that holds back a bank's messages; other banks' stay as they are.
  public func endingQuiet(_ bank: String, at time: Timestamp) -> [Arrangement] {
    let held = quiet(bank, at: time, offsetSeconds: 0)
    var ending: [Arrangement.Step] = []
    if held.snoozedUntil != nil { ending.append(.snooze(until: nil)) }
    if held.hours != nil { ending.append(.quietHours(nil)) }
    return ending.map { Arrangement(time: time, bank: bank, step: $0, by: Arrangement.client) }
  }
}
