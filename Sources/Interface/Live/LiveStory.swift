import Model

/// A story while it unfolds: what is still to come, and a clock of its own that a speaker can stop, hurry, and put forward to the next message.
public struct LiveStory: Sendable {
  /// The oldest first.
  private(set) var upcoming: [Happening]
  private(set) var speed = 10
  private(set) var isPaused = false
  /// When the last copy of the last message has come and been looked at: then the clock stands.
  private let end: Timestamp
  /// The story's clock stood here when the wall's stood there.
  private var moment: Timestamp
  private var wall: Timestamp

  static let speeds = [1, 2, 5, 10, 20, 60]

  /// What comes next: a message, or an event that no message tells.
  enum Happening: Sendable {
    case message(Model.Notification)
    case event(SecurityEvent)

    /// A message comes with its first copy.
    var due: Timestamp {
      switch self {
      case .message(let notification): notification.firstTime
      case .event(let event): event.time
      }
    }
  }

  /// A story that begins now with these messages and events ahead, in any order, ten times as fast as life.
  public init(upcoming: [Model.Notification], events: [SecurityEvent] = [], from now: Timestamp) {
    self.upcoming = (upcoming.map(Happening.message) + events.map(Happening.event)).sorted { $0.due < $1.due }
    let times = upcoming.flatMap(\.deliveries).flatMap { [$0.time, $0.deliveredAt, $0.seenAt] } + self.upcoming.map(\.due)
    end = times.compactMap(\.self).max() ?? now
    moment = now
    wall = now
  }

  /// The story's clock.
  var now: Timestamp { moment }

  /// Seconds of the wall's clock until the next message; nil while the clock stands, and after the last.
  var secondsToNext: Int? {
    guard !isPaused, let next = upcoming.first else { return nil }
    return Int(max(0, next.due.milliseconds - moment.milliseconds) / 1_000) / speed
  }

  /// The wall's clock went on.
  mutating func go(to time: Timestamp) {
    if !isPaused, moment < end, time > wall {
      moment = min(end, moment.advanced(by: (time.milliseconds - wall.milliseconds) * Int64(speed)))
    }
    wall = time
  }

  /// The wall's clock went on without the story: nobody looked at it.
  mutating func skip(to time: Timestamp) { wall = time }

  /// That whose time has come.
  mutating func takeDue() -> [Happening] {
    let count = upcoming.prefix { $0.due <= moment }.count
    defer { upcoming.removeFirst(count) }
    return Array(upcoming.prefix(count))
  }

  mutating func pauseOrGoOn() { isPaused.toggle() }

  /// The clock is put forward to the next message.
  mutating func step() {
    if let next = upcoming.first { moment = max(moment, next.due) }
  }

  mutating func change(speedBy step: Int) {
    let place = (Self.speeds.firstIndex(of: speed) ?? 0) + step
    speed = Self.speeds[max(0, min(place, Self.speeds.count - 1))]
  }
}

extension BellState {
  /// A key of the live demo.
  mutating func performLive(_ operation: Operation) -> [Effect] {
    guard live != nil else {
      notice = Notice(kind: .hint, text: strings.deliveryStrings.onlyLive)
      return []
    }
    switch operation {
    case .livePause: live?.pauseOrGoOn()
    case .liveStep: live?.step()
    case .liveFaster: live?.change(speedBy: 1)
    case .liveSlower: live?.change(speedBy: -1)
    default: break
    }
    return ringLive()
  }

  /// The clock on the wall went on: the story's clock is the one that the bell shows, and what is due rings.
  mutating func goOn(to time: Timestamp) -> [Effect] {
    guard live != nil else {
      now = time
      return []
    }
    live?.go(to: time)
    return ringLive()
  }

  private mutating func ringLive() -> [Effect] {
    guard let story = live else { return [] }
    now = story.now
    let due = live?.takeDue() ?? []
    return due.flatMap { happening -> [Effect] in
      switch happening {
      case .message(var notification):
        // Whoever sits at the bell hasn't looked at it yet, even if the story's client did on his phone.
        notification.isRead = false
        return ring(notification)
      case .event(let event): return [.storeEvent(event)]
      }
    } + sendWhatIsDue()
  }
}
