import Model

/// All that is remembered of one account: a fold over its events in bounded memory.
///
/// The last days stand in `window`, in order, so that an event that comes late takes its place among them and what hangs on it is judged
/// again; what is older has left its trace in `links` and `long`.
struct AccountState: Hashable {
  var names = Names()
  /// In order.
  var window: [Trace] = []
  /// By time.
  var links: [Link] = []
  var long = LongMemory()
  /// What was found at the events of the window, in the order it was.
  var raised: [Raised] = []
  /// The latest moment that was looked at; waits up to it are over.
  var head = Int64.min

  /// How many events the window holds at most; an account with more of them in three days is remembered for less long.
  static let windowLimit = 256
  /// How many events may be dated far ahead and push nothing out of the window.
  static let aheadLimit = 8
  /// How many bindings and unbindings are remembered at most, the oldest unlinked go first.
  static let linkLimit = 64

  // MARK: Taking in

  /// Whether the window holds this very event.
  func holds(_ trace: Trace) -> Bool {
    for known in window.reversed() {
      if known.time < trace.time { return false }
      if known.time == trace.time, known.id == trace.id { return true }
    }
    return false
  }

  /// Puts an event into its place.
  /// - Returns: its index in the window.
  mutating func insert(_ trace: Trace, label: UInt16) -> Int {
    var index = window.count
    while index > 0, Trace.inOrder(trace, window[index - 1]) { index -= 1 }
    window.growSparingly()
    window.insert(trace, at: index)
    long.notice(trace)
    switch trace.kind {
    case .deviceBound, .deviceUnbound:
      addLink(trace, trace.device, label: label, isBound: trace.kind == .deviceBound)
    case .phoneChanged:
      if trace.endpoint != Names.none { addLink(trace, trace.endpoint, label: trace.endpoint, isBound: true) }
      if trace.about != Names.none { addLink(trace, trace.about, label: trace.about, isBound: false) }
    case .confirmed where trace.about != Names.none:
      let about = names[trace.about]
      for link in links.indices where links[link].event == about { links[link].ownedAt = min(links[link].ownedAt, trace.time) }
    default: break
    }
    return index
  }

  private mutating func addLink(_ trace: Trace, _ endpoint: UInt16, label: UInt16, isBound: Bool) {
    guard endpoint != Names.none, !links.contains(where: { $0.event == trace.id && $0.endpoint == endpoint }) else { return }
    var index = links.count
    while index > 0, links[index - 1].time > trace.time { index -= 1 }
    var link = Link(
      endpoint: endpoint, label: label, platform: trace.platform, bank: trace.bank, time: trace.time, event: trace.id, isBound: isBound,
      confirmedBy: trace.confirmedBy)
    for known in window where known.kind == .confirmed && names[known.about] == trace.id { link.ownedAt = min(link.ownedAt, known.time) }
    links.growSparingly()
    links.insert(link, at: index)
    guard links.count > Self.linkLimit else { return }
    let forgotten = links.indices.dropLast().first { old in
      links[(old + 1)...].contains { $0.endpoint == links[old].endpoint && $0.bank == links[old].bank }
    }
    links.remove(at: forgotten ?? 0)
  }

  /// Lets go of what is more than `span` ms older than the newest event, and of the oldest where there is too much.
  mutating func forget(beyond span: Int64) {
    var newest = head
    // Where one leaps over more than that, a clock may be wrong: the events before the leap go on until there are more behind it.
    for index in window.indices.suffix(Self.aheadLimit).reversed() where index > 0 {
      if window[index].time - window[index - 1].time > span { newest = window[index - 1].time }
    }
    let horizon = newest - span
    var leaving = max(window.count - Self.windowLimit, 0)
    while leaving < window.count, window[leaving].time < horizon { leaving += 1 }
    guard leaving > 0 else { return }
    for trace in window[..<leaving] { long.take(trace) }
    window.removeFirst(leaving)
    // What a burst took is given back.
    window.giveBack()
    let first = window.first?.time ?? .max
    raised.removeFirst(raised.prefix { $0.at < horizon || $0.at < first && $0.at < head - 1 }.count)
    if names.texts.count > 32, names.texts.count > 4 * (window.count + links.count) { forgetNames() }
  }

  /// Forgets everything, and keeps the room that it took.
  mutating func removeAll() {
    names.texts.removeAll(keepingCapacity: true)
    window.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    raised.removeAll(keepingCapacity: true)
    head = .min
    long.removeAll()
  }

  private mutating func forgetNames() {
    var used = Set(long.names)
    for trace in window { used.formUnion(trace.names) }
    for link in links { used.formUnion(link.names) }
    for found in raised {
      used.insert(found.match.device)
      used.insert(found.bank)
    }
    let (kept, moved) = names.keeping(used)
    names = kept
    for index in window.indices { window[index] = window[index].renumbered(moved) }
    for index in links.indices { links[index] = links[index].renumbered(moved) }
    for index in raised.indices {
      raised[index].match.device = moved[Int(raised[index].match.device)]
      raised[index].bank = moved[Int(raised[index].bank)]
    }
    long.renumber(moved)
  }
}

extension Array {
  /// Gives back room that is no longer used.
  mutating func giveBack() {
    guard capacity > count + Swift.max(2, count / 4) else { return }
    // `Array(self)` would be the same storage once more.
    var fitting: [Element] = []
    fitting.reserveCapacity(count)
    fitting.append(contentsOf: self)
    self = fitting
  }

  /// Makes room for one more, and little else: accounts are many, and most of what they remember is short.
  mutating func growSparingly() {
    if count == capacity { reserveCapacity(count + Swift.max(1, count / 4)) }
  }
}
