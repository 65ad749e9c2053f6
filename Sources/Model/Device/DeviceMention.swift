/// What messages, or events of a file, tell of a device: one line for each bank, device, kind of message and channel switched to.
public struct DeviceMention: Hashable, Sendable {
  public var account: String
  public var bank: String?
  /// The device; of one that texts name, the name is its id. Untrusted. Nil where a switch of channel names none.
  public var device: LinkedDevice?
  public var kind: SecurityFact.Kind
  /// The town or country of the latest such message or event.
  public var place: String?
  /// The channel that notifications were switched to; nil where the texts don't say.
  public var channel: Channel?
  /// The first and the latest such message or event.
  public var first: Timestamp
  public var last: Timestamp

  public init(
    account: String = Notification.defaultAccount, bank: String?, device: LinkedDevice?, kind: SecurityFact.Kind, place: String? = nil,
    channel: Channel? = nil, first: Timestamp, last: Timestamp
  ) {
    self.account = account
    self.bank = bank
    self.device = device
    self.kind = kind
    self.place = place
    self.channel = channel
    self.first = first
    self.last = last
  }
}

/// One delivery with what its notification is about: what timelines, costs and losses are counted from.
public struct DeliveryTrace: Hashable, Sendable {
  public var notification: NotificationID
  public var account: String
  public var bank: String?
  public var category: Category?
  public var security: SecurityFact.Kind?
  public var channel: Channel
  public var endpoint: String?
  public var time: Timestamp
  public var status: DeliveryStatus
  /// Why it failed or wasn't sent, in the source's words.
  public var reason: String?
  /// SMS parts and cost, in minor units, where known.
  public var parts: Int?
  public var costMinor: Int64?
  /// The notification's text.
  public var text: String

  public init(
    notification: NotificationID, account: String = Notification.defaultAccount, bank: String?, category: Category?,
    security: SecurityFact.Kind? = nil, channel: Channel,
    endpoint: String?, time: Timestamp, status: DeliveryStatus, reason: String? = nil, parts: Int? = nil, costMinor: Int64? = nil,
    text: String = ""
  ) {
    self.notification = notification
    self.account = account
    self.bank = bank
    self.category = category
    self.security = security
    self.channel = channel
    self.endpoint = endpoint
    self.time = time
    self.status = status
    self.reason = reason
    self.parts = parts
    self.costMinor = costMinor
    self.text = text
  }
}
