/// One thing the bank told the client: one row in the bell, with one delivery for each copy of it.
public struct Notification: Hashable, Sendable {
  /// The bank's key in its bank file (`sberbank`); nil for senders that are no known bank.
  public var bank: String?
  /// The account the user filed it under; `main` unless said otherwise.
  public var account: String
  /// What its text says.
  public var facts: Facts
  /// Whether the user opened it or marked it read, or the source says that it was read.
  public var isRead: Bool
  /// The first is the one the row shows. Never empty for a stored notification.
  public var deliveries: [Delivery]

  public init(
    bank: String? = nil, account: String = Notification.defaultAccount, facts: Facts = Facts(), isRead: Bool = false,
    deliveries: [Delivery]
  ) {
    self.bank = bank
    self.account = account
    self.facts = facts
    self.isRead = isRead
    self.deliveries = deliveries
  }

  /// When its first copy was sent.
  public var firstTime: Timestamp { deliveries.map(\.time).min() ?? Timestamp(milliseconds: 0) }

  /// The channels it came by. Copies that weren't sent, failed or expired don't count, unless none arrived at all.
  public var channels: ChannelSet { Self.channels(of: deliveries.map { ($0.channel, $0.status) }) }

  /// The same for copies of these channels and statuses.
  public static func channels(of copies: [(channel: Channel, status: DeliveryStatus)]) -> ChannelSet {
    let arrived = copies.filter(\.status.arrived)
    return (arrived.isEmpty ? copies : arrived).reduce(into: ChannelSet()) { $0.formUnion(ChannelSet($1.channel)) }
  }

  /// The same with all times of its copies later by so many milliseconds, earlier when negative.
  public func moved(by milliseconds: Int64) -> Notification {
    var moved = self
    for place in moved.deliveries.indices {
      moved.deliveries[place].time = moved.deliveries[place].time.advanced(by: milliseconds)
      moved.deliveries[place].deliveredAt = moved.deliveries[place].deliveredAt?.advanced(by: milliseconds)
      moved.deliveries[place].seenAt = moved.deliveries[place].seenAt?.advanced(by: milliseconds)
    }
    return moved
  }

  /// The account that messages belong to when nothing says otherwise.
  public static let defaultAccount = "main"
}
