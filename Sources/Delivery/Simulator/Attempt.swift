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
  /// Why it wasn't sent or didn't arrive.
  public var failure: DeliveryReason?
  /// SMS parts; 0 for other channels and for what wasn't sent.
  public var parts: Int
  public var costMinor: Int64
}
