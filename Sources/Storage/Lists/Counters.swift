import Model

/// How many notifications there are and how many of them are unread.
public struct Tally: Hashable, Sendable {
  public var total: Int
  public var unread: Int

  public init(total: Int = 0, unread: Int = 0) {
    self.total = total
    self.unread = unread
  }

  static func += (tally: inout Tally, more: Tally) {
    tally.total += more.total
    tally.unread += more.unread
  }
}

/// The numbers around a list, as they stand in the database.
public struct Counters: Hashable, Sendable {
  public var inbox = Tally()
  public var archive = Tally()
  /// Senders that are no known bank.
  public var others = Tally()
  /// The inbox by bank key; banks without a notification are absent.
  public var banks: [String: Tally] = [:]
  /// The inbox by category; notifications without a category are in none.
  public var categories: [Category: Tally] = [:]
  /// The time of the oldest notification anywhere; nil when there is none.
  public var oldest: Timestamp?

  public init() {}

  /// Everything kept, wherever it lies.
  public var everything: Tally {
    Tally(total: inbox.total + archive.total + others.total, unread: inbox.unread + archive.unread + others.unread)
  }
}
