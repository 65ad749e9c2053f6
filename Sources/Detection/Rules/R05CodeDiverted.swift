import Model

/// R05: a code went to a new endpoint and to no old one [ours].
///
/// High; critical from the second code on, or when messages were switched there. No finding when the owner chose that endpoint from an old
/// one. Asked 5 s after the code, when its other copies have come too.
enum R05CodeDiverted: Rule {
  static let id = RuleID(5)
  static let kinds: [EventKind] = [.codeDelivered]

  static func waits(_ limits: Limits) -> [Int64] { [limits.copies] }

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    guard moment.standing(event.endpoint) == .hot, !isCopied(moment),
      let binding = moment.account.link(of: event.endpoint, bank: moment.bank, at: moment.time)
    else { return nil }
    var codes = [event.id]
    var change: Trace?
    for trace in moment.earlier(within: moment.time - binding.time) {
      switch trace.kind {
      case .codeDelivered where trace.endpoint == event.endpoint: codes.append(trace.id)
      case .channelChanged where trace.way == .push, .devicePreferred where trace.device == event.endpoint:
        if change == nil { change = trace }
      default: break
      }
    }
    if let change, change.by != event.endpoint, change.by != Names.none, moment.isOld(change.by) { return nil }
    let isCritical = codes.count > 1 || change != nil
    return Match(
      rule: id, severity: isCritical ? .critical : .high, device: event.endpoint, anchor: binding.event,
      evidence: [binding.event] + codes.reversed())
  }

  /// Whether a copy of the code went to an old endpoint.
  private static func isCopied(_ moment: Moment) -> Bool {
    let around = moment.later(within: moment.limits.copies) + Array(moment.earlier(within: moment.limits.copies))
    return around.contains {
      $0.kind == .codeDelivered && ($0.endpoint == Names.none || $0.endpoint != moment.event.endpoint && moment.isOld($0.endpoint))
    }
  }
}
