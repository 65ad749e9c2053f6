import Model

/// R04: a device was bound, and messages were switched to push or to that device, in either order within 48 h [Bank of Russia's sign of a
/// transfer without the client's consent, by analogy].
///
/// Critical. No finding when an old endpoint confirmed both.
enum R04TakeoverChain: Rule {
  static let id = RuleID(4)
  static let kinds: [EventKind] = [.deviceBound, .channelChanged, .devicePreferred]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    if event.kind == .deviceBound {
      guard let binding = moment.binding, let change = moment.earlier(within: moment.limits.hot).first(where: { isSwitch($0, to: binding) })
      else { return nil }
      return match(binding, change, evidence: [change.id, binding.event], moment)
    }
    let bindings = moment.account.links.reversed().lazy.filter { link in
      link.isBound && link.time <= moment.time && moment.time - link.time <= moment.limits.hot
        && AccountState.sameBank(link.bank, moment.bank)
    }
    for binding in bindings where isSwitch(event, to: binding) {
      guard moment.account.link(of: binding.endpoint, bank: binding.bank, at: moment.time) == binding else { continue }
      if let found = match(binding, event, evidence: [binding.event, event.id], moment) { return found }
    }
    return nil
  }

  private static func isSwitch(_ trace: Trace, to binding: Link) -> Bool {
    switch trace.kind {
    case .channelChanged: trace.way == .push
    case .devicePreferred: trace.device == binding.endpoint
    default: false
    }
  }

  private static func match(_ binding: Link, _ change: Trace, evidence: [String], _ moment: Moment) -> Match? {
    let account = moment.account
    guard !account.isEnrolment(binding) else { return nil }
    let isOwners = change.by != Names.none && change.by != binding.endpoint && moment.isOld(change.by)
    if isOwners, account.isPlanned(binding, at: moment.time, moment.limits) { return nil }
    if account.isConfirmed(change.id, at: moment.time), binding.ownedAt <= moment.time { return nil }
    return Match(rule: id, severity: .critical, device: binding.endpoint, anchor: binding.event, evidence: evidence)
  }
}
