/// One attempt to bring a notification to one endpoint over one channel. Deliveries are only ever added.
public struct Delivery: Hashable, Sendable {
  /// The way this attempt took.
  public var channel: Channel
  /// Where it went: a device's id or name, or a phone number; nil when the source doesn't say.
  public var endpoint: String?
  /// When the bank sent it, or when it was received if that is all the source knows.
  public var time: Timestamp
  /// When the endpoint had it, and when somebody looked at it; nil while that hasn't happened or isn't known.
  public var deliveredAt: Timestamp?
  public var seenAt: Timestamp?
  /// How far it got by what the source knows.
  public var status: DeliveryStatus
  /// Why it failed or wasn't sent: the text of a `DeliveryReason`, or the source's own words.
  public var reason: String?
  /// SMS parts; nil for other channels and where unknown.
  public var parts: Int?
  /// What sending it cost, in minor units of the policy's currency; nil where unknown.
  public var costMinor: Int64?
  /// The sender of this copy: an SMS sender id or number, or an app's name.
  public var sender: String
  /// Title and text of this copy, exactly as they came.
  public var title: String?
  public var text: String
  /// The record's own id in its source, where it has one.
  public var sourceID: String?

  public init(
    channel: Channel, endpoint: String? = nil, time: Timestamp, deliveredAt: Timestamp? = nil, seenAt: Timestamp? = nil,
    status: DeliveryStatus = .delivered, reason: String? = nil, parts: Int? = nil, costMinor: Int64? = nil,
    sender: String, title: String? = nil, text: String, sourceID: String? = nil
  ) {
    self.channel = channel
    self.endpoint = endpoint
    self.time = time
    self.deliveredAt = deliveredAt
    self.seenAt = seenAt
    self.status = status
    self.reason = reason
    self.parts = parts
    self.costMinor = costMinor
    self.sender = sender
    self.title = title
    self.text = text
    self.sourceID = sourceID
  }

  /// The delivery as it was known at a moment: what lies ahead of it hasn't happened yet.
  public func known(at now: Timestamp) -> Delivery {
    var known = self
    if let seenAt, seenAt > now {
      known.seenAt = nil
      if status == .seen { known.status = .delivered }
    }
    if let deliveredAt, deliveredAt > now {
      known.deliveredAt = nil
      if status.arrived { known.status = .sent }
    }
    return known
  }
}

/// How far a delivery got. Raw values are what the database stores.
public enum DeliveryStatus: Int, CaseIterable, Sendable {
  case queued = 1
  case sent = 2
  case delivered = 3
  case seen = 4
  case failed = 5
  case expired = 6
  case notSent = 7

  /// Whether the copy is under way or arrived, as far as is known.
  public var arrived: Bool {
    switch self {
    case .queued, .sent, .delivered, .seen: true
    case .failed, .expired, .notSent: false
    }
  }

  /// The word in our own JSON lines.
  public var name: String {
    switch self {
    case .queued: "queued"
    case .sent: "sent"
    case .delivered: "delivered"
    case .seen: "seen"
    case .failed: "failed"
    case .expired: "expired"
    case .notSent: "not_sent"
    }
  }

  /// The status a word of JSON lines names; nil when there is none of that name.
  public init?(name: String) {
    guard let status = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = status
  }
}
