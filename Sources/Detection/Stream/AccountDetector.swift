import Model

/// Watches one account: takes its events in any order and says what the rules find.
///
/// In the end the findings are those of the events in order, each once, as long as none comes later than `Limits.lateness` after the newest.
public struct AccountDetector: Hashable, Sendable {
  /// Whose account.
  public private(set) var account: String
  var state = AccountState()
  /// Waits that end up to here are over.
  var waitedTo = Int64.min

  /// How many matches are kept for judging again.
  static let raisedLimit = 256

  /// An account of which nothing is known yet.
  public init(account: String) {
    self.account = account
  }

  /// Forgets all that is known, and keeps the room that it took for another account.
  mutating func startOver(as account: String) {
    self.account = account
    state.removeAll()
    waitedTo = .min
  }

  /// The time of the newest event; nil before the first.
  public var newest: Timestamp? { state.head == .min ? nil : Timestamp(milliseconds: state.head) }

  /// Takes an event in; one that was seen before changes nothing.
  /// - Parameters:
  ///   - event: one of this account's.
  ///   - book: the rules.
  ///   - changes: gets the findings that are new or changed; those that an event which came late did away with are `withdrawn`.
  public mutating func take(_ event: SecurityEvent, _ book: RuleBook, into changes: inout [Finding]) {
    let trace = Trace(event, names: &state.names, impostors: book.impostors)
    guard !state.holds(trace), !isKnownLink(trace) else { return }
    if trace.time >= waitedTo { endWaits(upTo: trace.time, book, into: &changes) }
    let label = event.device.map { $0.name == nil ? trace.device : state.names.number(of: $0.label) } ?? Names.none
    let isLate = trace.time < max(state.head, waitedTo) || state.window.last.map { Trace.inOrder(trace, $0) } ?? false
    // What was said so far is told as it was, with what was known then.
    let said = isLate ? findings(of: state.raised) : []
    let index = state.insert(trace, label: label)
    state.head = max(state.head, trace.time)
    waitedTo = max(waitedTo, trace.time)
    if isLate {
      judgeAgain(from: trace.time, said: said, book, into: &changes)
    } else {
      ask(book.atOnce[trace.kind.rawValue], at: index, book.limits, into: &changes)
    }
    state.forget(beyond: book.limits.window)
    if state.raised.count > Self.raisedLimit { state.raised.removeFirst(state.raised.count - Self.raisedLimit) }
  }

  /// Whether an event comes so late that the findings might not be those of the right order.
  public func isTooLate(_ event: SecurityEvent, _ book: RuleBook) -> Bool {
    state.head != .min && event.time.milliseconds < state.head - book.limits.lateness
  }

  /// Ends the waits that are over at a moment: what was to come until then hasn't.
  /// - Parameters:
  ///   - time: the moment; nil when nothing will come any more.
  ///   - book: the rules.
  ///   - changes: gets the findings.
  public mutating func wait(until time: Timestamp?, _ book: RuleBook, into changes: inout [Finding]) {
    guard state.head != .min else { return }
    let latest = state.head + book.longestWait + 1
    endWaits(upTo: min(time?.milliseconds ?? latest, latest), book, into: &changes)
  }

  /// A binding from before the window that is told once more.
  private func isKnownLink(_ trace: Trace) -> Bool {
    (trace.kind == .deviceBound || trace.kind == .deviceUnbound)
      && state.links.contains { $0.time == trace.time && $0.event == trace.id && $0.endpoint == trace.device }
  }

  // MARK: Asking the rules

  private mutating func ask(_ entries: [RuleBook.Entry], at index: Int, _ limits: Limits, into changes: inout [Finding]) {
    guard !entries.isEmpty else { return }
    for var found in Self.answers(entries, at: index, in: state, limits) {
      let before = state.raised.last { $0.isSameFinding(as: found) }
      if let before { found.since = before.since }
      state.raised.append(found)
      if before?.match != found.match { changes.append(finding(of: found)) }
    }
  }

  private static func answers(_ entries: [RuleBook.Entry], at index: Int, in state: AccountState, _ limits: Limits) -> [Raised] {
    var answers: [Raised] = []
    let event = state.window[index]
    for entry in entries {
      let moment = Moment(account: state, index: index, wait: entry.wait, limits: limits)
      if let match = entry.rule.find(moment) {
        let time = event.time + entry.wait
        answers.append(Raised(match: match, at: time, since: time, trigger: event.id, bank: event.bank))
      }
    }
    return answers
  }

  /// Asks what was to be asked after a wait that ends after `waitedTo` and up to `time`.
  private mutating func endWaits(upTo time: Int64, _ book: RuleBook, into changes: inout [Finding]) {
    guard waitedTo != .min, time > waitedTo else { return }
    for due in dues(after: waitedTo, upTo: time, book) { ask([due.entry], at: due.index, book.limits, into: &changes) }
    waitedTo = time
  }

  private struct Due {
    let time: Int64
    let index: Int
    let entry: RuleBook.Entry
  }

  /// The waits that end in a stretch of time, as they end. A wait is over 1 ms after its length, so that what comes in time is in it.
  private func dues(after start: Int64, upTo end: Int64, _ book: RuleBook) -> [Due] {
    guard let newest = state.window.last, newest.time + book.longestWait >= start else { return [] }
    var dues: [Due] = []
    for index in state.window.indices.reversed() {
      let event = state.window[index]
      if event.time + book.longestWait < start { break }
      for entry in book.afterWait[event.kind.rawValue] {
        let time = event.time + entry.wait + 1
        if time > start, time <= end { dues.append(Due(time: time, index: index, entry: entry)) }
      }
    }
    return dues.sorted { ($0.time, $0.index, $0.entry.rule.id) < ($1.time, $1.index, $1.entry.rule.id) }
  }

  // MARK: An event that came late

  /// Judges everything again from a moment on, and tells what is different now.
  private mutating func judgeAgain(from time: Int64, said before: [Finding], _ book: RuleBook, into changes: inout [Finding]) {
    let inWindow = Set(state.window.lazy.filter { $0.time + book.longestWait >= time }.map(\.id))
    state.raised.removeAll { $0.at >= time && inWindow.contains($0.trigger) }
    var unasked: [Finding] = []
    var dues = dues(after: time, upTo: waitedTo, book)[...]
    for index in state.window.indices where state.window[index].time >= time {
      let event = state.window[index]
      while let due = dues.first, due.time <= event.time {
        ask([due.entry], at: due.index, book.limits, into: &unasked)
        dues.removeFirst()
      }
      ask(book.atOnce[event.kind.rawValue], at: index, book.limits, into: &unasked)
    }
    for due in dues { ask([due.entry], at: due.index, book.limits, into: &unasked) }
    let after = findings(of: state.raised)
    changes += after.filter { found in !before.contains(found) }
    for var gone in before where !after.contains(where: { $0.id == gone.id }) {
      gone.state = .withdrawn
      changes.append(gone)
    }
  }

  /// One finding for each of those that matches are about, in the order they were found. It says what its last match says.
  private func findings(of raised: [Raised]) -> [Finding] {
    var last: [Raised] = []
    for found in raised {
      if let known = last.firstIndex(where: { $0.isSameFinding(as: found) }) { last[known] = found } else { last.append(found) }
    }
    return last.map { finding(of: $0) }
  }

  private func finding(of raised: Raised) -> Finding {
    let match = raised.match
    return Finding(
      rule: match.rule, severity: match.severity, account: account, bank: state.names[raised.bank], device: device(match.device),
      anchor: match.anchor, time: Timestamp(milliseconds: raised.since), evidence: match.evidence)
  }

  private func device(_ number: UInt16) -> LinkedDevice? {
    guard let id = state.names[number] else { return nil }
    // The first name and kind it was ever told by, so that they don't depend on what came in when.
    let named = state.links.first { $0.endpoint == number && $0.label != number && $0.label != Names.none }
    let kind = state.links.first { $0.endpoint == number && $0.platform != Names.none }
    return LinkedDevice(id: id, name: named.flatMap { state.names[$0.label] }, platform: kind.flatMap { state.names[$0.platform] })
  }

  public static func == (left: AccountDetector, right: AccountDetector) -> Bool {
    left.account == right.account && left.state == right.state && left.waitedTo == right.waitedTo
  }
}
