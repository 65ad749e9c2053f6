/// A notification as a list shows it: everything one row needs, nothing that takes a second look-up.
public struct NotificationRow: Hashable, Sendable, Identifiable {
  /// The key of the notification, which is also its time.
  public var id: NotificationID
  /// The bank's key; nil for other senders.
  public var bank: String?
  /// The account the user filed it under.
  public var account: String
  /// Sender and title of the delivery that the row shows.
  public var sender: String
  public var title: String?
  /// The text as it came, cut after `textLimit` characters.
  public var text: String
  /// The channels it came by; see `Notification.channels`.
  public var channels: ChannelSet
  /// What its text says.
  public var facts: Facts
  /// The marks the user set.
  public var flags: Flags

  /// How much of a text a row carries, in Unicode scalars; the whole stands in the reading pane.
  public static let textLimit = 400

  /// The marks a user sets; the raw value is what the database stores.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Opened or marked read; kept on top; put away from the inbox.
    public static let read = Flags(rawValue: 1)
    public static let pinned = Flags(rawValue: 2)
    public static let archived = Flags(rawValue: 4)
    /// Erased by the user: the row has no content any more.
    public static let erased = Flags(rawValue: 8)
  }

  public init(
    id: NotificationID, bank: String?, account: String, sender: String, title: String?, text: String, channels: ChannelSet,
    facts: Facts, flags: Flags
  ) {
    self.id = id
    self.bank = bank
    self.account = account
    self.sender = sender
    self.title = title
    self.text = text
    self.channels = channels
    self.facts = facts
    self.flags = flags
  }

  /// The moment the notification was sent.
  public var time: Timestamp { id.time }
  /// Whether it counts as unread: the read mark isn't set.
  public var isUnread: Bool { !flags.contains(.read) }
}
