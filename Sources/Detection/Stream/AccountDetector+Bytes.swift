import Model

/// An account's state written down, so that it can be put aside and taken up again.
extension AccountDetector {
  /// Changes whenever what is written down, or what a rule makes of it, does.
  public static let version: UInt16 = 2

  /// All that is known of the account, without its name.
  public var bytes: [UInt8] {
    ByteWriter.bytes { writer in
      writer.put(Self.version)
      writer.put(waitedTo)
      writer.put(state.head)
      writer.put(state.names.texts) { $0.put($1) }
      writer.put(state.window) { $0.put($1) }
      writer.put(state.links) { $0.put($1) }
      writer.put(state.raised) { $0.put($1) }
      writer.put(state.long)
    }
  }

  /// The account as it was written down; nil when another version wrote it or the bytes are damaged.
  public init?(account: String, bytes: [UInt8]) {
    self.init(account: account)
    guard remember(bytes) else { return nil }
  }

  /// Takes up what was written down, in place of all that is known.
  /// - Returns: whether it could; what is known is of no use otherwise.
  mutating func remember(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      do throws(ByteReader.Broken) {
        guard try reader.number(UInt16.self) == Self.version else { return false }
        waitedTo = try reader.moment()
        try state.read(&reader)
        return reader.isAtEnd
      } catch {
        return false
      }
    }
  }
}

extension AccountState {
  fileprivate mutating func read(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    head = try reader.moment()
    try reader.items(into: &names.texts) { reader throws(ByteReader.Broken) in try reader.text() }
    reader.names = names.texts.count
    try reader.items(into: &window) { reader throws(ByteReader.Broken) in try reader.trace() }
    try reader.items(into: &links) { reader throws(ByteReader.Broken) in try reader.link() }
    try reader.items(into: &raised) { reader throws(ByteReader.Broken) in try reader.raised() }
    try long.read(&reader)
  }
}

extension LongMemory {
  fileprivate mutating func read(_ reader: inout ByteReader) throws(ByteReader.Broken) {
    try reader.items(into: &seen) { reader throws(ByteReader.Broken) in
      Seen(name: try reader.name(), bank: try reader.name(), last: try reader.moment())
    }
    try reader.items(into: &paid) { reader throws(ByteReader.Broken) in Paid(payee: try reader.number(), last: try reader.moment()) }
    try reader.items(into: &chosen) { reader throws(ByteReader.Broken) in
      let bank = try reader.name()
      let scope = Scope(rawValue: try reader.number())
      guard let way = Way(rawValue: try reader.number()) else { throw ByteReader.Broken() }
      return Chosen(bank: bank, scope: scope, way: way, time: try reader.moment())
    }
    try reader.items(into: &spans) { reader throws(ByteReader.Broken) in
      Span(bank: try reader.name(), first: try reader.moment(), last: try reader.moment())
    }
    try reader.items(into: &endpoints) { reader throws(ByteReader.Broken) in try reader.name() }
  }
}

extension ByteWriter {
  fileprivate mutating func put(_ trace: Trace) {
    put(trace.id)
    put(trace.time)
    put(trace.amount)
    put(trace.balance)
    put(trace.payee)
    put(UInt8(trace.kind.rawValue))
    put(trace.bank)
    put(trace.device)
    put(trace.endpoint)
    put(trace.by)
    put(trace.confirmedBy)
    put(trace.about)
    put(trace.platform)
    put(trace.codeAge)
    put(trace.flight)
    put(trace.way.rawValue)
    put(trace.scope.rawValue)
    put(trace.marks.rawValue)
  }

  fileprivate mutating func put(_ link: Link) {
    put(link.endpoint)
    put(link.label)
    put(link.platform)
    put(link.bank)
    put(link.confirmedBy)
    put(link.time)
    put(link.event)
    put(UInt8(link.isBound ? 1 : 0))
    put(link.ownedAt)
  }

  fileprivate mutating func put(_ raised: Raised) {
    put(UInt8(raised.match.rule.number))
    put(UInt8(raised.match.severity.rawValue))
    put(raised.match.device)
    put(raised.match.anchor)
    put(raised.match.evidence) { $0.put($1) }
    put(raised.at)
    put(raised.since)
    put(raised.trigger)
    put(raised.bank)
  }

  fileprivate mutating func put(_ long: LongMemory) {
    put(long.seen) {
      $0.put($1.name)
      $0.put($1.bank)
      $0.put($1.last)
    }
    put(long.paid) {
      $0.put($1.payee)
      $0.put($1.last)
    }
    put(long.chosen) {
      $0.put($1.bank)
      $0.put($1.scope.rawValue)
      $0.put($1.way.rawValue)
      $0.put($1.time)
    }
    put(long.spans) {
      $0.put($1.bank)
      $0.put($1.first)
      $0.put($1.last)
    }
    put(long.endpoints) { $0.put($1) }
  }
}

extension ByteReader {
  /// A time as traces have it, or the one before or after all others.
  fileprivate mutating func moment() throws(Broken) -> Int64 {
    let time: Int64 = try number()
    guard time == .min || time == .max || Trace.bounded(Timestamp(milliseconds: time)) == time else { throw Broken() }
    return time
  }

  /// The number of a name that the account has.
  fileprivate mutating func name() throws(Broken) -> UInt16 {
    let name: UInt16 = try number()
    guard Int(name) <= names else { throw Broken() }
    return name
  }

  fileprivate mutating func trace() throws(Broken) -> Trace {
    let id = try text()
    let time = try moment()
    let amount: Int64 = try number()
    let balance: Int64 = try number()
    let payee: UInt64 = try number()
    guard let kind = EventKind(rawValue: Int(try number(UInt8.self))) else { throw Broken() }
    var trace = Trace(id: id, time: time, kind: kind)
    trace.amount = amount
    trace.balance = balance
    trace.payee = payee
    trace.bank = try name()
    trace.device = try name()
    trace.endpoint = try name()
    trace.by = try name()
    trace.confirmedBy = try name()
    trace.about = try name()
    trace.platform = try name()
    trace.codeAge = try number()
    trace.flight = try number()
    guard let way = Way(rawValue: try number()) else { throw Broken() }
    trace.way = way
    trace.scope = Scope(rawValue: try number())
    trace.marks = Trace.Marks(rawValue: try number())
    return trace
  }

  fileprivate mutating func link() throws(Broken) -> Link {
    let endpoint = try name()
    let label = try name()
    let platform = try name()
    let bank = try name()
    let confirmedBy = try name()
    let time = try moment()
    let event = try text()
    let isBound = try number(UInt8.self) == 1
    return Link(
      endpoint: endpoint, label: label, platform: platform, bank: bank, time: time, event: event, isBound: isBound,
      confirmedBy: confirmedBy, ownedAt: try number())
  }

  fileprivate mutating func raised() throws(Broken) -> Raised {
    let rule = RuleID(Int(try number(UInt8.self)))
    guard rule.number > 0, let severity = Severity(rawValue: Int(try number(UInt8.self))) else { throw Broken() }
    let device = try name()
    let anchor = try text()
    var evidence: [String] = []
    try items(into: &evidence) { reader throws(Broken) in try reader.text() }
    let match = Match(rule: rule, severity: severity, device: device, anchor: anchor, evidence: evidence)
    return Raised(match: match, at: try moment(), since: try moment(), trigger: try text(), bank: try name())
  }
}
