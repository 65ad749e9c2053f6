import Model

/// What rules ask of an account. Every answer is as of a moment, so that it doesn't depend on what came in when.
extension AccountState {
  /// Whether two events can be of the same bank: one of them may not say which.
  static func sameBank(_ left: UInt16, _ right: UInt16) -> Bool {
    left == right || left == Names.none || right == Names.none
  }

  // MARK: Who is linked

  /// The last thing known of an endpoint's link at a moment, that moment included.
  func link(of endpoint: UInt16, bank: UInt16, at time: Int64) -> Link? {
    guard endpoint != Names.none else { return nil }
    return links.last { $0.time <= time && $0.endpoint == endpoint && Self.sameBank($0.bank, bank) }
  }

  /// What an endpoint is at a moment. The first device of an account, and one whose binding was confirmed from an old endpoint, is never
  /// hot: that is the guard all rules share.
  func standing(of endpoint: UInt16, bank: UInt16, at time: Int64, _ limits: Limits) -> Standing {
    guard let link = link(of: endpoint, bank: bank, at: time) else { return .old }
    guard link.isBound else { return .gone }
    return isHot(link, at: time, limits) ? .hot : .old
  }

  /// Whether an endpoint was bound before a moment and for longer than endpoints count as new, whoever confirmed it.
  func isOld(_ endpoint: UInt16, bank: UInt16, at time: Int64, _ limits: Limits) -> Bool {
    guard endpoint != Names.none else { return false }
    guard let link = link(of: endpoint, bank: bank, at: time) else { return true }
    return link.isBound && (time - link.time > limits.hot || isEnrolment(link) || isPlanned(link, at: time, limits))
  }

  func isHot(_ link: Link, at time: Int64, _ limits: Limits) -> Bool {
    link.isBound && link.time <= time && time - link.time <= limits.hot && !isEnrolment(link) && !isPlanned(link, at: time, limits)
  }

  /// The bindings that are hot and still there at a moment, the latest first.
  func hot(bank: UInt16, at time: Int64, _ limits: Limits) -> [Link] {
    guard let last = links.last, last.time >= time - limits.hot else { return [] }
    return links.reversed().filter { link in
      Self.sameBank(link.bank, bank) && isHot(link, at: time, limits) && self.link(of: link.endpoint, bank: link.bank, at: time) == link
    }
  }

  /// Whether a binding is an account's first: nothing was linked before, and the account is as young as an enrolment lasts.
  func isEnrolment(_ link: Link) -> Bool {
    guard link.isBound else { return false }
    for known in links {
      if known.time >= link.time { break }
      if Self.sameBank(known.bank, link.bank) { return false }
    }
    let first = long.spans.filter { Self.sameBank($0.bank, link.bank) }.map(\.first).min() ?? link.time
    return link.time - first <= Limits.enrolment
  }

  /// Whether a binding was confirmed from an endpoint that was old then, or by the client since.
  func isPlanned(_ link: Link, at time: Int64, _ limits: Limits) -> Bool {
    if link.ownedAt <= time { return true }
    guard link.confirmedBy != Names.none, link.confirmedBy != link.endpoint else { return false }
    return isOldBefore(link.confirmedBy, link, limits)
  }

  /// Whether an endpoint was old just before a binding. It doesn't ask who confirmed that endpoint, or one stranger could vouch for another.
  private func isOldBefore(_ endpoint: UInt16, _ link: Link, _ limits: Limits) -> Bool {
    guard let other = self.link(of: endpoint, bank: link.bank, at: link.time - 1) else { return !isAct(endpoint) }
    return other.isBound && (link.time - other.time > limits.hot || isEnrolment(other))
  }

  /// `branch` and `bank` are no endpoints.
  private func isAct(_ endpoint: UInt16) -> Bool {
    let text = names[endpoint]
    return text == "branch" || text == "bank"
  }

  /// Whether the account had an old endpoint at a moment, beside `other`.
  func hasOld(bank: UInt16, at time: Int64, beside other: UInt16, _ limits: Limits) -> Bool {
    if links.contains(where: {
      $0.endpoint != other && $0.time < time && Self.sameBank($0.bank, bank) && isOld($0.endpoint, bank: bank, at: time, limits)
    }) {
      return true
    }
    return long.endpoints.contains { endpoint in
      endpoint != other && link(of: endpoint, bank: bank, at: time) == nil
        && window.first { $0.endpoint == endpoint }.map { $0.time < time } ?? true
    }
  }

  /// Whether rules that wait may find something after an event at a moment: all of them are about a device that was bound a short while
  /// ago, after the enrolment, or unlinked.
  func mayFindLater(at time: Int64, _ limits: Limits) -> Bool {
    links.contains { $0.time <= time && time - $0.time <= limits.hot && !isEnrolment($0) }
  }

  // MARK: What happened before

  /// Earlier events of the same bank not longer ago than `span` ms, of one kind where it's given, the latest first.
  func before(_ index: Int, _ kind: EventKind? = nil, within span: Int64) -> Earlier {
    Earlier(window: window, index: index, since: window[index].time - span, bank: window[index].bank, kind: kind)
  }

  /// Walks back through the window.
  struct Earlier: Sequence, IteratorProtocol {
    let window: [Trace]
    var index: Int
    let since: Int64
    let bank: UInt16
    let kind: EventKind?

    var latest: Trace? { first { _ in true } }

    mutating func next() -> Trace? {
      while index > 0 {
        index -= 1
        if window[index].time < since { return nil }
        if let kind, window[index].kind != kind { continue }
        if AccountState.sameBank(window[index].bank, bank) { return window[index] }
      }
      return nil
    }
  }

  /// The client's "it was me" about an event, up to a moment.
  func isConfirmed(_ event: String, at time: Int64) -> Bool {
    window.contains { $0.kind == .confirmed && $0.time <= time && names[$0.about] == event }
  }

  /// What an event was confirmed on: what it says itself, else where the last code went within the time that codes are good for.
  func confirmer(at index: Int, _ limits: Limits) -> (endpoint: UInt16, code: Trace?) {
    let trace = window[index]
    if trace.confirmedBy != Names.none { return (trace.confirmedBy, nil) }
    let code = before(index, .codeDelivered, within: limits.codeAge).latest
    return (code?.endpoint ?? Names.none, code)
  }

  /// The first event of the account at a bank.
  func firstSeen(bank: UInt16) -> Int64? {
    long.spans.filter { Self.sameBank($0.bank, bank) }.map(\.first).min()
  }

  /// Whether something of this severity was raised in the last `span` ms before a moment and is still open for a bank.
  func openAlert(bank: UInt16, before time: Int64, within span: Int64) -> Raised? {
    raised.last {
      $0.at < time && $0.at >= time - span && $0.match.severity >= .high && $0.match.rule != RuleID(18) && Self.sameBank($0.bank, bank)
        && !isConfirmed($0.match.anchor, at: time)
    }
  }

  /// The event that a finding about a run of events hangs on: the run's first one, also where `first` is only the first that the account
  /// still remembers of it.
  func anchor(ofRunFrom first: Trace, to last: Trace, _ rule: RuleID) -> String {
    let told = raised.last {
      $0.match.rule == rule && $0.at >= first.time && $0.at <= last.time && Self.sameBank($0.bank, last.bank)
    }
    return told?.match.anchor ?? first.id
  }
}
