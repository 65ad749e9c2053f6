/// A notification as a list shows it: everything one row needs, nothing that takes a second look-up.
public struct NotificationRow: Hashable, Sendable, Identifiable {
  public var id: NotificationID
  /// The bank's key; nil for other senders.
  public var bank: String?
  public var account: String
  public var sender: String
  public var title: String?
  /// The text as it came, cut after `textLimit` characters.
  public var text: String
  public var channels: ChannelSet
  public var facts: Facts
  public var flags: Flags

  /// How much of a text a row carries, in Unicode scalars; the whole stands in the reading pane.
  public static let textLimit = 400

  /// The marks a user sets; the raw value is what the database stores.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    public static let read = Flags(rawValue: 1)
    public static let pinned = Flags(rawValue: 2)
    public static let archived = Flags(rawValue: 4)
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
  public var isUnread: Bool { !flags.contains(.read) }
}
