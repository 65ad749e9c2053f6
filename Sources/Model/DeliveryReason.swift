/// Why a copy wasn't sent or didn't arrive, where the reason is one of ours. Deliveries carry its text; what others say stays in their words.
public enum DeliveryReason: Hashable, Sendable {
  case noDevice
  case unlinked
  case coolingOff
  case noApp
  case notPermitted
  case subscriptionLost
  case offline
  case lost
  case noNumber
  case phoneOff
  case noMessenger
  case noPackage
  /// The client wants another channel, this one.
  case chosen(Channel)
  /// The same, and the device it was chosen from, by its name.
  case chosenFrom(Channel, device: String)
  /// The bank sent the message by this channel instead.
  case sentInstead(Channel)
  /// Another device comes first, by its name.
  case preferred(device: String)

  /// Those that hold no name.
  private static let fixed: [DeliveryReason] =
    [
      .noDevice, .unlinked, .coolingOff, .noApp, .notPermitted, .subscriptionLost, .offline, .lost, .noNumber, .phoneOff, .noMessenger,
      .noPackage,
    ] + Channel.allCases.map(DeliveryReason.chosen) + Channel.allCases.map(DeliveryReason.sentInstead)

  /// What deliveries carry, in English: `no internet`. A name in it is as untrusted as it came.
  public var text: String {
    switch self {
    case .noDevice: "no device linked"
    case .unlinked: "device unlinked"
    case .coolingOff: "device in cooling-off"
    case .noApp: "app not installed"
    case .notPermitted: "push not permitted"
    case .subscriptionLost: "push subscription lost"
    case .offline: "no internet"
    case .lost: "lost on the way"
    case .noNumber: "no number"
    case .phoneOff: "phone switched off"
    case .noMessenger: "no messenger"
    case .noPackage: "package not paid for"
    case .chosen(let channel): "the client chose \(Self.word(channel))"
    case .chosenFrom(let channel, let device): "\(Self.word(channel)) chosen, by \(device)"
    case .sentInstead(let channel): "sent as \(Self.word(channel)) instead"
    case .preferred(let device): device + Self.preferredEnd
    }
  }

  /// The reason a delivery carries; nil when it is none of ours.
  public init?(_ text: String) {
    if let reason = Self.fixed.first(where: { $0.text == text }) {
      self = reason
    } else if let channel = Channel.allCases.first(where: { text.hasPrefix(Self.chosenFrom($0, device: "").text) }) {
      self = .chosenFrom(channel, device: String(text.dropFirst(Self.chosenFrom(channel, device: "").text.count)))
    } else if text.hasSuffix(Self.preferredEnd) {
      self = .preferred(device: String(text.dropLast(Self.preferredEnd.count)))
    } else {
      return nil
    }
  }

  private static let preferredEnd = " is preferred"

  private static func word(_ channel: Channel) -> String {
    channel == .sms ? "SMS" : channel.name
  }
}
