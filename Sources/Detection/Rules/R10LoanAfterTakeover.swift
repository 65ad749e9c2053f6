import Model

/// R10: a loan was granted or paid out within 48 h after a device was bound or messages were switched [ours].
///
/// Critical. No finding when the loan was granted before, or an old endpoint made the switch.
enum R10LoanAfterTakeover: Rule {
  static let id = RuleID(10)
  static let kinds: [EventKind] = [.loanIssued, .loanPaidOut]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    var change: Trace?
    var granted: Trace?
    for trace in moment.earlier(within: moment.limits.hot) {
      if trace.kind == .channelChanged, trace.way == .push, change == nil, !isOwners(trace, moment) { change = trace }
      if trace.kind == .loanIssued { granted = trace }
    }
    let binding = moment.hot.first { !$0.isPhone(in: moment.account) }
    guard
      let cause = binding.map({ (time: $0.time, id: $0.event, device: $0.endpoint) })
        ?? change.map({ (time: $0.time, id: $0.id, device: $0.by) })
    else { return nil }
    if event.kind == .loanPaidOut, let granted, granted.time < cause.time { return nil }
    let evidence = [cause.id] + (change.map { $0.id == cause.id ? [] : [$0.id] } ?? []) + [event.id]
    return Match(rule: id, severity: .critical, device: cause.device, anchor: cause.id, evidence: evidence)
  }

  private static func isOwners(_ change: Trace, _ moment: Moment) -> Bool {
    if moment.account.isConfirmed(change.id, at: moment.time) { return true }
    return change.by != Names.none && moment.account.isOld(change.by, bank: change.bank, at: change.time, moment.limits)
  }
}
