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

  /// When a push last came to it, and first of those that are still looked at; nil when none did.
  public var lastPush: Timestamp?
  public var firstPush: Timestamp?
  /// The findings of high severity or above that name it and that nobody has closed.
  public var openFindings: [FindingID] = []
  /// Whether messages can go to it: it was linked, or a push came to it lately, and it wasn't unlinked since.
  public internal(set) var isLinked = false

  /// How far it is trusted.
  public enum State: Hashable, Sendable {
    /// Named in messages, but no message tells that it was linked.
    case seen
    /// Linked here, and neither confirmed nor denied yet.
    case pending
    case cooling(until: Timestamp)
    /// An open finding of high severity or above names it.
    case suspected
    /// Nobody has said whose it is, and nothing asks any more.
    case unquestioned
    /// Trusted: the client said that it is his, or it was there before everything else.
    case linked
    case unlinked

    /// The word in JSON.
    public var name: String {
      switch self {
      case .seen: "seen_in_messages"
      case .pending: "pending"
      case .cooling: "cooling"
      case .suspected: "suspected"
      case .unquestioned: "unquestioned"
      case .linked: "linked"
      case .unlinked: "unlinked"
      }
    }
  }

  /// How long a newly linked device isn't trusted: 12 hours, as for a digital token in Singapore (MAS).
  public static let coolingOff: Int64 = 12 * 3_600_000

  /// How long a push shows that messages go to a device, in ms: 30 days, as long as the month that costs are counted over. [ours]
  public static let pushMemory: Int64 = DeliveryPicture.month

  /// How long a push may have been under way when a device was unlinked, in ms: 60 s, as in rule R23.
  static let pushUnderWay: Int64 = 60_000

  /// Whether codes that go to it are a matter of concern: an open finding names it, or it was reported, or linked lately and not confirmed.
  public var isSuspect: Bool {
    if isReported { return true }
    switch state {
    case .suspected, .pending: return true
    case .cooling: return !isConfirmed
    case .seen, .unquestioned, .linked, .unlinked: return false
    }
  }

  /// Whether somebody should say whose it is.
  public var needsAnswer: Bool { isSuspect && state != .unlinked }

  /// Whether a delivery's endpoint is this device: its id, its name, or its name with an owner behind it, as in `iPhone 13 (Anna)`.
  public func receives(_ endpoint: String) -> Bool {
    endpoint == device.id || endpoint == device.label || endpoint.hasPrefix(device.label + " (")
  }

  /// Whether it is the device that an event, a finding or an answer tells of.
  public func isSame(as other: LinkedDevice) -> Bool {
    [device.id, device.label].contains { $0 == other.id || $0 == other.name }
  }
}
