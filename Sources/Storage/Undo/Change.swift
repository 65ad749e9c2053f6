import Model

/// What a user does to notifications. Raw values are what the undo log stores.
public enum Change: Int, CaseIterable, Sendable {
  case read = 1
  case unread = 2
  case pin = 3
  case unpin = 4
  case archive = 5
  case unarchive = 6

  /// The mark the change is about.
  var flag: NotificationRow.Flags {
    switch self {
    case .read, .unread: .read
    case .pin, .unpin: .pinned
    case .archive, .unarchive: .archived
    }
  }

  /// Whether the mark is set afterwards.
  var sets: Bool {
    switch self {
    case .read, .pin, .archive: true
    case .unread, .unpin, .unarchive: false
    }
  }
}

/// What a change did.
public struct Changed: Hashable, Sendable {
  /// How many notifications are different now; those that already were as wanted aren't counted.
  public var count: Int

  public init(count: Int) {
    self.count = count
  }
}

/// A step that was undone, or done again.
public struct Undone: Hashable, Sendable {
  public var change: Change
  /// How many notifications it had changed.
  public var count: Int
  /// When the user first made the change.
  public var at: Timestamp

  public init(change: Change, count: Int, at: Timestamp) {
    self.change = change
    self.count = count
    self.at = at
  }
}
