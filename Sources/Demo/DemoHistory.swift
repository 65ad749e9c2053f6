import Model

/// Years of bank messages to one invented client, oldest first, made while they are read.
///
/// The same seed, number, moment and story give the same bytes on every machine. Times are unique and rise. As from a file, a notification
/// has neither bank nor facts yet: these come from reading its text, as for any import (`DemoStore` does that).
///
/// ```swift
/// for notification in DemoHistory(seed: 7, messages: 5_000, now: now) { … }
/// ```
public struct DemoHistory: Sequence, Sendable {
  /// Which of the many lives.
  public let seed: UInt64
  /// How many notifications, exactly; never negative.
  public let messages: Int
  /// The present: nothing is later.
  public let now: Timestamp
  /// What the last weeks tell.
  public let story: DemoStory

  /// How many messages `kolokol demo` shows unless told otherwise.
  public static let defaultMessages = 5_000

  /// - Parameters:
  ///   - seed: which of the many lives.
  ///   - messages: how many notifications, exactly; below 1 none. Ten years from 4 900 on; fewer messages begin later.
  ///   - now: the present. Nothing is later.
  ///   - story: what the last weeks tell.
  public init(seed: UInt64 = 1, messages: Int = defaultMessages, now: Timestamp, story: DemoStory = .takeover) {
    self.seed = seed
    self.messages = Swift.max(0, messages)
    self.now = now
    self.story = story
  }

  /// A history that is told up to its present at `moment` and whose story then unfolds: the code that Anna reads out comes three to four minutes
  /// later, the last transfer six and a half minutes after that.
  public static func live(seed: UInt64, messages: Int, from moment: Timestamp) -> DemoHistory {
    let minute: Int64 = 60_000
    let next = (moment.milliseconds + minute - 1) / minute * minute
    // The story's minute is the eighth before a history's present.
    return DemoHistory(seed: seed, messages: messages, now: Timestamp(milliseconds: next + 12 * minute))
  }

  /// The exact count.
  public var underestimatedCount: Int { messages }

  /// Starts at the oldest.
  public func makeIterator() -> DemoIterator {
    DemoIterator(self)
  }
}

/// Walks through a `DemoHistory`, one day in memory at a time.
public struct DemoIterator: IteratorProtocol, Sendable {
  private var calendar: DemoCalendar
  private var composer: Composer
  private var day: [Planned] = []
  private var date: CivilDate
  private var position = 0
  /// How many are still to come, those to be skipped included.
  private var left: Int
  private var toSkip: Int
  private let recently: Int64
  /// How many planned messages are in memory.
  var held: Int { day.count }

  init(_ history: DemoHistory) {
    calendar = DemoCalendar(history)
    composer = Composer(now: history.now, scenes: history.story.scenes)
    date = calendar.first
    left = calendar.messages
    toSkip = calendar.messages - history.messages
    recently = history.now.milliseconds - 5 * CivilDate.millisecondsADay
    if history.messages == 0 { left = 0 }
  }

  /// The next notification in time; nil after the newest.
  public mutating func next() -> Notification? {
    nextTold()?.notification
  }

  mutating func nextTold() -> Composer.Told? {
    while left > 0 {
      while position == day.count {
        guard calendar.planDay(into: &day, date: &date, composer: &composer) else { return nil }
        position = 0
      }
      let plan = day[position]
      position += 1
      left -= 1
      let isRecent = left < 60 && plan.time > recently
      let told = composer.compose(plan, on: date, isRecent: isRecent)
      if toSkip == 0 { return told }
      toSkip -= 1
    }
    return nil
  }
}
