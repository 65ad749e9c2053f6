import Model

/// A story while it unfolds: what is still to come, and a clock of its own that a speaker can stop, hurry, and put forward to the next message.
public struct LiveStory: Sendable {
  /// The oldest first.
  private(set) var upcoming: [Model.Notification]
  private(set) var speed = 10
  private(set) var isPaused = false
  /// The story's clock stood here when the wall's stood there.
  private var moment: Timestamp
  private var wall: Timestamp

  static let speeds = [1, 2, 5, 10, 20, 60]

  /// A story that begins now with these messages ahead, in any order, ten times as fast as life.
  public init(upcoming: [Model.Notification], from now: Timestamp) {
    self.upcoming = upcoming.sorted { Self.due($0) < Self.due($1) }
    moment = now
    wall = now
  }

  /// When a message comes: with its first copy.
  static func due(_ notification: Model.Notification) -> Timestamp {
    notification.deliveries.map(\.time).min() ?? Timestamp(milliseconds: 0)
  }

  /// The story's clock.
  var now: Timestamp { moment }

  /// Seconds of the wall's clock until the next message; nil while the clock stands, and after the last.
  var secondsToNext: Int? {
    guard !isPaused, let next = upcoming.first else { return nil }
    return Int(max(0, Self.due(next).milliseconds - moment.milliseconds) / 1_000) / speed
  }

  /// The wall's clock went on.
  mutating func go(to time: Timestamp) {
    if !isPaused, !upcoming.isEmpty, time > wall {
      moment = moment.advanced(by: (time.milliseconds - wall.milliseconds) * Int64(speed))
    }
    wall = time
  }

  /// The messages whose time has come.
  mutating func takeDue() -> [Model.Notification] {
    let count = upcoming.prefix { Self.due($0) <= moment }.count
    defer { upcoming.removeFirst(count) }
    return Array(upcoming.prefix(count))
  }

  mutating func pauseOrGoOn() { isPaused.toggle() }

  /// The clock is put forward to the next message.
  mutating func step() {
    if let next = upcoming.first { moment = max(moment, Self.due(next)) }
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
    return (live?.takeDue() ?? []).map { .store($0) }
  }
}
