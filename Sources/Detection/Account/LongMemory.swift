/// What is remembered of an account beyond the window: who was seen last when, whom it paid, what was chosen.
struct LongMemory: Hashable {
  /// A device or platform with the last time it logged in or was bound.
  struct Seen: Hashable {
    var name: UInt16
    var bank: UInt16
    var last: Int64
  }

  /// A payee, by hash, with the last time money went there.
  struct Paid: Hashable {
    var payee: UInt64
    var last: Int64
  }

  /// A choice of channel that the window no longer holds.
  struct Chosen: Hashable {
    var bank: UInt16
    var scope: Scope
    var way: Way
    var time: Int64
  }

  /// A bank's first and last event.
  struct Span: Hashable {
    var bank: UInt16
    var first: Int64
    /// Of the events that left the window.
    var last: Int64
  }

  var seen: [Seen] = []
  var paid: [Paid] = []
  var chosen: [Chosen] = []
  var spans: [Span] = []
  /// Endpoints that messages went to, with nothing known of their binding.
  var endpoints: [UInt16] = []

  /// How many of each are kept, the latest first to stay.
  static let limit = 24

  /// Forgets everything, and keeps the room that it took.
  mutating func removeAll() {
    seen.removeAll(keepingCapacity: true)
    paid.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    endpoints.removeAll(keepingCapacity: true)
  }

  /// Takes in an event that leaves the window.
  mutating func take(_ trace: Trace) {
    for index in spans.indices where spans[index].bank == trace.bank { spans[index].last = max(spans[index].last, trace.time) }
    switch trace.kind {
    case .login, .deviceBound:
      see(trace.device, trace.bank, trace.time)
      see(trace.platform, trace.bank, trace.time)
    case .transfer where trace.payee != 0 && trace.isSpending:
      if let known = paid.firstIndex(where: { $0.payee == trace.payee }) {
        paid[known].last = max(paid[known].last, trace.time)
      } else {
        if paid.count >= Self.limit, let oldest = paid.indices.min(by: { paid[$0].last < paid[$1].last }) { paid.remove(at: oldest) }
        paid.growSparingly()
        paid.append(Paid(payee: trace.payee, last: trace.time))
      }
    case .channelChanged:
      if let known = chosen.firstIndex(where: { $0.bank == trace.bank && $0.scope == trace.scope }) {
        guard chosen[known].time <= trace.time else { return }
        chosen[known].way = trace.way
        chosen[known].time = trace.time
      } else if chosen.count < Self.limit {
        chosen.growSparingly()
        chosen.append(Chosen(bank: trace.bank, scope: trace.scope, way: trace.way, time: trace.time))
      }
    default: break
    }
  }

  private mutating func see(_ name: UInt16, _ bank: UInt16, _ time: Int64) {
    guard name != Names.none else { return }
    if let known = seen.firstIndex(where: { $0.name == name && $0.bank == bank }) {
      seen[known].last = max(seen[known].last, time)
    } else {
      if seen.count >= Self.limit, let oldest = seen.indices.min(by: { seen[$0].last < seen[$1].last }) { seen.remove(at: oldest) }
      seen.growSparingly()
      seen.append(Seen(name: name, bank: bank, last: time))
    }
  }

  /// Every event, as it comes in.
  mutating func notice(_ trace: Trace) {
    if let known = spans.firstIndex(where: { $0.bank == trace.bank }) {
      spans[known].first = min(spans[known].first, trace.time)
    } else if spans.count < Self.limit {
      spans.growSparingly()
      spans.append(Span(bank: trace.bank, first: trace.time, last: .min))
    }
    let endpoint = trace.kind == .phoneChanged ? trace.about : trace.endpoint
    guard endpoint != Names.none, endpoints.count < Self.limit, !endpoints.contains(endpoint) else { return }
    endpoints.growSparingly()
    endpoints.append(endpoint)
  }

  var names: [UInt16] { seen.flatMap { [$0.name, $0.bank] } + chosen.map(\.bank) + spans.map(\.bank) + endpoints }

  mutating func renumber(_ moved: [UInt16]) {
    for index in seen.indices {
      seen[index].name = moved[Int(seen[index].name)]
      seen[index].bank = moved[Int(seen[index].bank)]
    }
    for index in chosen.indices { chosen[index].bank = moved[Int(chosen[index].bank)] }
    for index in spans.indices { spans[index].bank = moved[Int(spans[index].bank)] }
    for index in endpoints.indices { endpoints[index] = moved[Int(endpoints[index])] }
  }
}
