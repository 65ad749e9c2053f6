import Model

/// A device as far as it is known: from steps arranged here, and from what messages tell.
public struct KnownDevice: Hashable, Sendable {
  public var account: String
  public var bank: String?
  public var device: LinkedDevice
  public var state: State
  /// When it was linked, and unlinked; nil where that isn't known or didn't happen.
  public var since: Timestamp?
  public var until: Timestamp?
  /// When anything was first and last heard of it.
  public var firstSeen: Timestamp?
  public var lastUsed: Timestamp?
  /// The town or country a message named with it.
  public var place: String?
  public var isPushOn = true
  /// Pushes were last turned to it then; its binding otherwise.
  public var preferredAt: Timestamp?
  /// Whether the client said "mine", or "not mine".
  public var isConfirmed = false
  public var isReported = false
  /// Whether it is known from messages alone.
  public var isFromMessages = true

  /// How far it is trusted.
  public enum State: Hashable, Sendable {
    /// Named in messages, but no message tells that it was linked.
    case seen
    /// Linked here, and neither confirmed nor denied yet.
    case pending
    case cooling(until: Timestamp)
    case linked
    case unlinked

    /// The word in JSON.
    public var name: String {
      switch self {
      case .seen: "seen_in_messages"
      case .pending: "pending"
      case .cooling: "cooling"
      case .linked: "linked"
      case .unlinked: "unlinked"
      }
    }
  }

  /// How long a newly linked device isn't trusted: 12 hours, as for a digital token in Singapore (MAS).
  public static let coolingOff: Int64 = 12 * 3_600_000

  /// Whether messages can go to it.
  public var isLinked: Bool {
    switch state {
    case .pending, .cooling, .linked: true
    case .seen, .unlinked: false
    }
  }

  /// Whether codes that go to it are a matter of concern: reported, or linked lately and not confirmed.
  public var isSuspect: Bool {
    if isReported { return true }
    if case .cooling = state { return !isConfirmed }
    return state == .pending
  }

  /// Whether a delivery's endpoint is this device: its id, its name, or its name with an owner behind it, as in `iPhone 13 (Anna)`.
  public func receives(_ endpoint: String) -> Bool {
    endpoint == device.id || endpoint == device.label || endpoint.hasPrefix(device.label + " (")
  }
}
