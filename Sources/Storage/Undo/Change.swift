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

/// What a step of the undo log did.
public enum Deed: Hashable, Sendable {
  /// Marks were set or taken away.
  case marked(Change)
  /// A notification was split into its copies, or several were joined to one.
  case split
  case joined

  /// What the undo log stores.
  var rawValue: Int {
    switch self {
    case .marked(let change): change.rawValue
    case .split: 101
    case .joined: 102
    }
  }

  init?(rawValue: Int) {
    switch rawValue {
    case 101: self = .split
    case 102: self = .joined
    default:
      guard let change = Change(rawValue: rawValue) else { return nil }
      self = .marked(change)
    }
  }
}

/// A step that was undone, or done again.
public struct Undone: Hashable, Sendable {
  public var deed: Deed
  /// How many notifications it had changed; of a split or joined one, how many it came to or was made of.
  public var count: Int
  /// When the user first made the change.
  public var at: Timestamp

  public init(deed: Deed, count: Int, at: Timestamp) {
    self.deed = deed
    self.count = count
    self.at = at
  }
}
