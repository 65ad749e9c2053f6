import Model

/// One copy on its way: where to, when, what became of it. Times are ms since 1970 UTC.
public struct Attempt: Hashable, Sendable {
  public var channel: Channel
  /// A place in the client's `devices` for a push, in `numbers` for an SMS; -1 where there is nothing to send to.
  public var endpoint: Int
  /// Whether the client himself holds the endpoint.
  public var isOwn: Bool
  public var sentAt: Timestamp
  public var deliveredAt: Timestamp?
  public var seenAt: Timestamp?
  public var status: DeliveryStatus
  public var failure: Failure?
  /// SMS parts; 0 for other channels and for what wasn't sent.
  public var parts: Int
  public var costMinor: Int64

  /// Why a copy wasn't sent or didn't arrive. The raw value is what deliveries carry as their reason.
  public enum Failure: String, CaseIterable, Sendable {
    case noDevice = "no device linked"
    case unlinked = "device unlinked"
    case coolingOff = "device in cooling-off"
    case noApp = "app not installed"
    case notPermitted = "push not permitted"
    case subscriptionLost = "push subscription lost"
    case offline = "no internet"
    case lost = "lost on the way"
    case noNumber = "no number"
    case phoneOff = "phone switched off"
    case noMessenger = "no messenger"
    case noPackage = "package not paid for"
  }
}
