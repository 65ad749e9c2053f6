import Model
import Parsing
import Storage

/// Puts a `DemoHistory` into a database.
public enum DemoStore {
  /// How many notifications one transaction takes.
  static let batch = 5_000

  /// Reads every message of the history as an import does, from its text, and stores it.
  ///
  /// - Parameters:
  ///   - store: where to; usually `Store.temporary()`.
  ///   - history: what.
  ///   - parser: gives each message its bank and facts.
  ///   - progress: told after each transaction how many notifications are stored.
  /// - Returns: what became of them all, without the ids.
  /// - Throws: `StoreError`; the transactions before it stay.
  @discardableResult
  public static func fill(
    _ store: Store, from history: DemoHistory, parser: MessageParser, progress: (Int) -> Void = { _ in }
  ) throws(StoreError) -> Added {
    let total = try add(history, to: store, parser: parser, progress: progress)
    try store.add(events: history.answers)
    return total
  }

  private static func add(
    _ history: some Sequence<Notification>, to store: Store, parser: MessageParser, progress: (Int) -> Void
  ) throws(StoreError) -> Added {
    var total = Added()
    var done = 0
    var notifications: [Notification] = []
    notifications.reserveCapacity(batch)
    for notification in history {
      notifications.append(read(notification, by: parser))
      guard notifications.count == batch else { continue }
      try add(notifications, to: store, total: &total)
      done += notifications.count
      notifications.removeAll(keepingCapacity: true)
      progress(done)
    }
    if !notifications.isEmpty {
      try add(notifications, to: store, total: &total)
      progress(done + notifications.count)
    }
    return total
  }

  /// Stores what happened by a moment, and reads what is still to come.
  ///
  /// - Parameters:
  ///   - store: where to.
  ///   - history: whose `now` lies ahead of the moment.
  ///   - parser: gives each message its bank and facts.
  ///   - moment: when the first copy of a message was sent later than this, the message is still to come.
  /// - Returns: what is to come, the oldest first.
  /// - Throws: `StoreError`.
  public static func begin(
    _ store: Store, with history: DemoHistory, parser: MessageParser, at moment: Timestamp
  ) throws(StoreError) -> [Notification] {
    func isPast(_ notification: Notification) -> Bool { notification.firstTime <= moment }
    _ = try add(history.lazy.filter(isPast), to: store, parser: parser, progress: { _ in })
    try store.add(events: history.answers)
    return history.lazy.filter { !isPast($0) }.map { read($0, by: parser) }
  }

  private static func add(_ notifications: [Notification], to store: Store, total: inout Added) throws(StoreError) {
    let added = try store.add(notifications)
    total.added += added.added
    total.alreadyThere += added.alreadyThere
  }

  /// The bank and the facts of a notification come from the copy its row shows.
  static func read(_ notification: Notification, by parser: MessageParser) -> Notification {
    guard let shown = notification.deliveries.first else { return notification }
    let meaning = parser.parse(sender: shown.sender, channel: shown.channel, title: shown.title, text: shown.text)
    var read = notification
    read.bank = meaning.bank
    read.facts = meaning.facts
    return read
  }
}
