/// The way a delivery goes. Raw values are what the database stores.
public enum Channel: Int, CaseIterable, Sendable, Codable {
  case push = 1
  case sms = 2
  case messenger = 4

  /// The word in our own JSON lines and in queries: `push`, `sms`, `messenger`.
  public var name: String {
    switch self {
    case .push: "push"
    case .sms: "sms"
    case .messenger: "messenger"
    }
  }

  /// The channel a word of JSON lines or of a query names; nil when there is none of that name.
  public init?(name: String) {
    guard let channel = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = channel
  }
}

/// The channels a notification came by; the raw value is what the database stores.
public struct ChannelSet: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The set of one channel.
  public init(_ channel: Channel) {
    rawValue = channel.rawValue
  }

  /// Whether a copy came by this channel.
  public func contains(_ channel: Channel) -> Bool {
    rawValue & channel.rawValue != 0
  }

  /// The sets of one channel each.
  public static let push = ChannelSet(.push)
  public static let sms = ChannelSet(.sms)
  public static let messenger = ChannelSet(.messenger)
}
