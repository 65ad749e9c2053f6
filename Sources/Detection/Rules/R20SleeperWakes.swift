import Model

/// R20: nothing happened for 90 days, then a code or a login [ours].
///
/// Medium. Messages alone tell too little of what a client does for this, so events known by message don't count.
enum R20SleeperWakes: Rule {
  static let id = RuleID(20)
  static let kinds: [EventKind] = [.codeDelivered, .login]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    guard !event.marks.contains(.byMessage) else { return nil }
    let since = moment.time - moment.limits.sleep
    let account = moment.account
    guard let first = account.firstSeen(bank: moment.bank), first < since,
      !moment.earlier(within: moment.limits.sleep).contains(where: { _ in true }),
      !account.long.spans.contains(where: { AccountState.sameBank($0.bank, moment.bank) && $0.last >= since })
    else { return nil }
    return Match(rule: id, severity: .medium, device: event.device, anchor: event.id, evidence: [event.id])
  }
}
