/// A security-relevant fact with a time: a device bound, a channel switched, a code delivered, money sent, "not me".
///
/// Which fields mean something depends on `kind`; what the source doesn't say is nil and isn't guessed. All texts are untrusted.
public struct SecurityEvent: Hashable, Sendable {
  /// The event's own id, unique within its account; findings refer to it.
  public var id: String
  public var time: Timestamp
  /// The account it happened to; `main` unless the source says otherwise.
  public var account: String
  /// The bank's key.
  public var bank: String?
  public var kind: EventKind
  /// Where we know it from.
  public var source: Source

  /// The device the event is about.
  public var device: LinkedDevice?
  /// A device id or phone number that something was delivered to.
  public var endpoint: String?
  /// The endpoint it was done from: a device id or phone number, `bank` for the bank itself.
  public var by: String?
  /// The endpoint that confirmed a binding.
  public var confirmedBy: String?
  /// The endpoint that money or a change was confirmed on.
  public var confirmedOn: String?
  /// The age of the code that confirmed it, in seconds.
  public var codeAgeSeconds: Int64?
  /// Town or country.
  public var place: String?
  /// What a preference is for, or what a message is about: a category's name, or `all`.
  public var scope: String?
  /// Before and after a change: channels (`push`, `sms`, `bank` when the bank decides), or phone numbers.
  public var from: String?
  public var to: String?
  /// The way a message took.
  public var channel: Channel?
  /// What a code or a loan is for, in the source's word.
  public var operation: String?
  /// The event that a notice or an answer is about.
  public var about: String?
  /// The sum that moved; never negative, `direction` tells which way.
  public var amount: Money?
  public var direction: Direction?
  /// Who got the money, or gave it.
  public var payee: String?
  /// Whether it went between the client's own accounts.
  public var own: Bool?
  /// What is left afterwards, in minor units of `amount`'s currency.
  public var balanceMinor: Int64?
  /// When a push was sent; `time` is when it arrived.
  public var sentAt: Timestamp?
  /// Who a message says it is from, and whether that is a registered sender of a bank.
  public var sender: String?
  public var senderIsKnown: Bool?
  /// The hosts of a message's links, and the host its code is bound to, as the text writes them.
  public var hosts: [String]
  public var codeHost: String?

  /// Stands as `to` where the bank is to choose the channel itself.
  public static let bankDecides = "bank"

  /// - Parameters:
  ///   - id: the event's own id, unique within its account.
  ///   - time: when it happened.
  ///   - kind: what happened; the fields that go with it are set afterwards.
  ///   - account: the account it happened to.
  ///   - bank: the bank's key.
  ///   - device: the device it is about.
  ///   - source: where we know it from.
  public init(
    id: String, time: Timestamp, kind: EventKind, account: String = Notification.defaultAccount, bank: String? = nil,
    device: LinkedDevice? = nil, source: Source = .file
  ) {
    self.id = id
    self.time = time
    self.kind = kind
    self.account = account
    self.bank = bank
    self.device = device
    self.source = source
    hosts = []
  }

  /// Where an event is known from.
  public enum Source: Hashable, Sendable {
    /// A file or stream of events.
    case file
    /// A message that told of it.
    case message(NotificationID)
    /// The simulator.
    case simulator
    /// The user's own act in this program.
    case user

    /// The word in our own JSON lines.
    public var name: String {
      switch self {
      case .file: "file"
      case .message: "message"
      case .simulator: "simulator"
      case .user: "user"
      }
    }
  }

  /// Whether `left` comes first in the one order that events are looked at in: by time, then kind, then id. The order within a
  /// millisecond is that of `EventKind`, so that a binding stands before what is done with the bound device.
  public static func inOrder(_ left: SecurityEvent, _ right: SecurityEvent) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}
