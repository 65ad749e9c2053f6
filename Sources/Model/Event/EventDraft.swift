/// An event of our own lines while its fields come in, in any order.
public struct EventDraft: Sendable {
  /// A device, as it is built up.
  public var deviceID: String?
  public var deviceName: String?
  public var devicePlatform: String?
  /// When it happened, once that is known.
  public var time: Timestamp?
  public var sentAt: Timestamp?
  private var event = SecurityEvent(id: "", time: Timestamp(milliseconds: 0), kind: .login)
  private var kind: EventKind?
  private var amount: Int64?
  private var currency: Currency?
  private var source: String?
  private var message: NotificationID?
  /// The bytes of the texts it holds, as much as they can take in the log.
  private var size = 0

  public init() {}

  /// The texts of one event may have this many bytes in all. An entry of the log has room for `UInt16.max` (docs/ledger.md) and names an event
  /// and its device twice.
  public static let longest = 24_000

  /// Takes a field whose value is a text. Times come through `time` and `sentAt`, devices through their parts.
  /// - Throws: `EventProblem` when the field can't hold that.
  public mutating func set(_ field: EventField, to text: String) throws(EventProblem) {
    // A control character is written as an escape of six.
    size += text.utf8.reduce(0) { $0 + ($1 < 0x20 ? 6 : 1) }
    guard size <= Self.longest else { throw .tooLong(field, limit: Self.longest) }
    switch field {
    case .id: event.id = text
    case .account: event.account = text
    case .bank: event.bank = text
    case .kind:
      guard let known = EventKind(name: text) else {
        throw .unknownWord(field, found: text, known: EventKind.allCases.map(\.name))
      }
      kind = known
    case .source: source = try Self.word(text, field, ["file", "message", "simulator", "user"].map { ($0, $0) })
    case .device: deviceID = text
    case .endpoint: event.endpoint = text
    case .by: event.by = text
    case .confirmedBy: event.confirmedBy = text
    case .confirmedOn: event.confirmedOn = text
    case .place: event.place = text
    case .scope: event.scope = text
    case .from: event.from = text
    case .to: event.to = text
    case .channel: event.channel = try Self.word(text, field, Channel.allCases.map { ($0.name, $0) })
    case .operation: event.operation = text
    case .about: event.about = text
    case .currency: currency = Currency(code: text)
    case .direction: event.direction = try Self.word(text, field, Direction.allCases.map { ($0.name, $0) })
    case .payee: event.payee = text
    case .sender: event.sender = text
    case .codeHost: event.codeHost = text
    case .hosts: event.hosts = text.split(separator: " ").map(String.init)
    case .time, .sentAt, .codeAge, .amount, .balance, .own, .senderIsKnown, .message: throw .wrongKind(field)
    }
  }

  /// Takes a field whose value is a whole number.
  public mutating func set(_ field: EventField, to number: Int64) throws(EventProblem) {
    switch field {
    case .codeAge: event.codeAgeSeconds = number
    case .amount: amount = number
    case .balance: event.balanceMinor = number
    case .message: message = NotificationID(rawValue: number)
    default: throw .wrongKind(field)
    }
  }

  /// Takes a field whose value is true or false.
  public mutating func set(_ field: EventField, to flag: Bool) throws(EventProblem) {
    switch field {
    case .own: event.own = flag
    case .senderIsKnown: event.senderIsKnown = flag
    default: throw .wrongKind(field)
    }
  }

  /// The event. Without an id of its own it gets one from kind, time and device, so that the same line read twice is the same event.
  ///
  /// An amount below zero is one that went out, unless `direction` says otherwise; one without a currency is in roubles.
  /// - Throws: `EventProblem.missing` when time, kind or what the kind needs isn't there.
  public func finished() throws(EventProblem) -> SecurityEvent {
    guard let kind else { throw .missing(.kind) }
    guard let time else { throw .missing(.time) }
    let device = [deviceID, deviceName, devicePlatform].reduce(0) { $0 + ($1?.utf8.reduce(0) { $0 + ($1 < 0x20 ? 6 : 1) } ?? 0) }
    guard size + device <= Self.longest else { throw .tooLong(.device, limit: Self.longest) }
    var event = event
    event.kind = kind
    event.time = time
    event.sentAt = sentAt
    if let id = deviceID ?? deviceName { event.device = LinkedDevice(id: id, name: deviceName, platform: devicePlatform) }
    if let amount {
      event.amount = Money(minorUnits: amount, currency: currency ?? .rub).unsigned
      if amount < 0, event.direction == nil { event.direction = .outgoing }
    }
    switch source {
    case "message": event.source = .message(message ?? NotificationID(rawValue: 0))
    case "simulator": event.source = .simulator
    case "user": event.source = .user
    default: event.source = .file
    }
    if kind.requiredField == "device", event.device == nil { throw .missing(.device) }
    if kind.requiredField == "to", event.to == nil { throw .missing(.to) }
    if event.id.isEmpty { event.id = "\(kind.name)-\(time.milliseconds)" + (event.device.map { "-" + $0.id } ?? "") }
    return event
  }

  private static func word<Value>(_ found: String, _ field: EventField, _ known: [(String, Value)]) throws(EventProblem) -> Value {
    for (name, value) in known where name == found { return value }
    throw .unknownWord(field, found: found, known: known.map(\.0))
  }
}
