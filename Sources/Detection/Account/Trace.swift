import Model

/// What is kept of an event while rules may look back at it: about 90 bytes beside its id.
struct Trace: Hashable {
  let id: String
  /// ms since 1970 UTC.
  let time: Int64
  /// Minor units, never negative; 0 where unknown.
  var amount: Int64 = 0
  /// Minor units; `unknownBalance` where unknown.
  var balance = Trace.unknownBalance
  /// A hash of the payee's name; 0 where unknown.
  var payee: UInt64 = 0
  let kind: EventKind
  var bank = Names.none
  var device = Names.none
  /// What was delivered to; the new number of a phone change.
  var endpoint = Names.none
  var by = Names.none
  /// The endpoint that confirmed a binding, a transfer, a change.
  var confirmedBy = Names.none
  /// The id of the event it is about; the old number of a phone change.
  var about = Names.none
  var platform = Names.none
  /// Seconds; −1 where unknown.
  var codeAge: Int32 = -1
  /// How long before `time` a push was sent, in ms.
  var flight: Int32 = 0
  /// The channel it came by, or that was chosen.
  var way = Way.unknown
  var scope = Scope.all
  var marks: Marks = []

  static let unknownBalance = Int64.min

  struct Marks: OptionSet, Hashable {
    let rawValue: UInt8
    static let outgoing = Marks(rawValue: 1)
    static let incoming = Marks(rawValue: 2)
    static let own = Marks(rawValue: 4)
    /// A loan that no cooling period holds for: mortgage, car, at the till.
    static let exempt = Marks(rawValue: 8)
    /// A message that only pretends to be the bank's.
    static let impostor = Marks(rawValue: 16)
    /// Known from a message's text alone.
    static let byMessage = Marks(rawValue: 32)
  }

  /// The one order that events are looked at in; see `SecurityEvent.inOrder`.
  static func inOrder(_ left: Trace, _ right: Trace) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  /// Whether money left the account for somebody else.
  var isSpending: Bool { kind == .transfer && marks.contains(.outgoing) && !marks.contains(.own) }

  /// Every name it refers to.
  var names: [UInt16] { [bank, device, endpoint, by, confirmedBy, about, platform] }

  /// The same with other numbers for its names.
  func renumbered(_ moved: [UInt16]) -> Trace {
    var trace = self
    trace.bank = moved[Int(bank)]
    trace.device = moved[Int(device)]
    trace.endpoint = moved[Int(endpoint)]
    trace.by = moved[Int(by)]
    trace.confirmedBy = moved[Int(confirmedBy)]
    trace.about = moved[Int(about)]
    trace.platform = moved[Int(platform)]
    return trace
  }
}

extension Trace {
  /// What to keep of an event.
  init(_ event: SecurityEvent, names: inout Names, impostors: Impostors) {
    id = event.id
    time = Self.bounded(event.time)
    kind = event.kind
    amount = event.amount?.minorUnits ?? 0
    balance = event.balanceMinor ?? Self.unknownBalance
    payee = event.payee.map(Self.hash) ?? 0
    bank = names.number(of: event.bank)
    device = names.number(of: event.device?.id)
    by = names.number(of: event.by)
    confirmedBy = names.number(of: event.confirmedBy ?? event.confirmedOn)
    platform = names.number(of: event.device?.platform)
    if event.kind == .phoneChanged {
      endpoint = names.number(of: event.to)
      about = names.number(of: event.from)
    } else {
      endpoint = names.number(of: event.endpoint)
      about = names.number(of: event.about)
    }
    codeAge = event.codeAgeSeconds.map { Int32(clamping: $0) } ?? -1
    flight = event.sentAt.map { Int32(clamping: max(time - Self.bounded($0), 0)) } ?? 0
    way = event.kind == .channelChanged ? Way(event.to) : Way(event.channel)
    scope = event.kind == .codeDelivered ? .code : Scope(event.scope)
    // A transfer that nobody says the direction of may be what empties the account.
    if event.direction != .incoming, event.kind == .transfer || event.direction != nil { marks.insert(.outgoing) }
    if event.direction == .incoming { marks.insert(.incoming) }
    if event.own == true { marks.insert(.own) }
    if let operation = event.operation, ["mortgage", "car", "till"].contains(operation) { marks.insert(.exempt) }
    if event.kind == .messageReceived, impostors.pretends(event) { marks.insert(.impostor) }
    if case .message = event.source { marks.insert(.byMessage) }
  }

  /// A moment within 100 000 years of 1970, so that no sum of times runs over.
  static func bounded(_ time: Timestamp) -> Int64 {
    min(max(time.milliseconds, -farthest), farthest)
  }

  private static let farthest: Int64 = 100_000 * 366 * Limits.day

  /// FNV-1a; a payee taken for another one of the same hash is missed by R12, nothing else.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash == 0 ? 1 : hash
  }
}
