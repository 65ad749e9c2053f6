import Model

/// A message of our own formats while its fields come in.
struct MessageDraft {
  private var message = InboundMessage(channel: .sms, sender: "", text: "", time: Timestamp(milliseconds: 0))
  private var hasTime = false
  private var hasText = false

  /// Takes a field's value as text. An empty one means nothing, except for a text.
  /// - Throws: when the field can't hold that.
  mutating func set(_ field: MessageField, to value: String) throws(Refusal.Reason) {
    if field == .text {
      message.text = value
      hasText = true
      return
    }
    guard !value.isEmpty else { return }
    switch field {
    case .id: message.sourceID = value
    case .copyOf: message.copyOf = value
    case .time:
      message.time = try Self.time(value)
      hasTime = true
    case .channel: message.channel = try Self.word(value, .channel, Channel.allCases.map { ($0.name, $0) })
    case .bank: message.bank = value
    case .account: message.account = value
    case .sender: message.sender = value
    case .title: message.title = value
    case .text: break
    case .endpoint: message.endpoint = value
    case .status: message.status = try Self.word(value, .status, DeliveryStatus.allCases.map { ($0.name, $0) })
    case .reason: message.reason = value
    case .read: message.isRead = try Self.word(value, .read, [("true", true), ("false", false), ("1", true), ("0", false)])
    case .deliveredAt: message.deliveredAt = try Self.time(value)
    case .seenAt: message.seenAt = try Self.time(value)
    case .parts:
      guard let parts = Int(value), parts >= 0 else { throw .wrongKind(field: field.rawValue) }
      message.parts = parts
    case .cost:
      guard let cost = Self.hundredths(value) else { throw .wrongKind(field: field.rawValue) }
      message.costMinor = cost
    case .costMinor:
      guard let cost = Int64(value) else { throw .wrongKind(field: field.rawValue) }
      message.costMinor = cost
    }
  }

  /// Takes a time that was read already.
  mutating func set(_ field: MessageField, to time: Timestamp) {
    switch field {
    case .deliveredAt: message.deliveredAt = time
    case .seenAt: message.seenAt = time
    default:
      message.time = time
      hasTime = true
    }
  }

  /// - Throws: when there is no time, or nothing to read.
  func finished() throws(Refusal.Reason) -> InboundMessage {
    guard hasTime else { throw .noTime }
    guard hasText || message.title != nil else { throw .noText }
    return message
  }

  private static func word<Value>(_ found: String, _ field: MessageField, _ known: [(String, Value)]) throws(Refusal.Reason) -> Value {
    for (name, value) in known where name == found { return value }
    let lowered = found.lowercased()
    for (name, value) in known where name == lowered { return value }
    throw .unknownWord(field: field.rawValue, found: found.excerpt(40), known: known.map(\.0))
  }

  /// A sum with a comma or a point before its hundredths.
  private static func hundredths(_ value: String) -> Int64? {
    let parts = value.filter { !$0.isWhitespace }.split(separator: ",", omittingEmptySubsequences: false).flatMap {
      $0.split(separator: ".", omittingEmptySubsequences: false)
    }
    guard let first = parts.first, let whole = Int64(first), whole >= 0, parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? parts[1].prefix(2) : "0"
    guard let hundredths = Int64(fraction), hundredths >= 0 else { return nil }
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: 100)
    return isTooLarge ? nil : product + (fraction.count == 1 ? hundredths * 10 : hundredths)
  }

  /// RFC 3339, or milliseconds since 1970 UTC.
  static func time(_ value: String) throws(Refusal.Reason) -> Timestamp {
    var copy = value
    if let milliseconds = copy.withUTF8({ Int64(digits: $0) }) {
      return try RFC3339.checked(Timestamp(milliseconds: milliseconds), value)
    }
    return try RFC3339.moment(value)
  }
}
