import Model

/// R09: a code went by SMS to a number whose SIM was replaced or ported within the last 48 h [ours; an indicator of NIST].
///
/// High. No finding when the owner confirmed the change.
enum R09SIMChanged: Rule {
  static let id = RuleID(9)
  static let kinds: [EventKind] = [.codeDelivered]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    guard event.way == .sms else { return nil }
    let change = moment.earlier(.simChanged, within: moment.limits.hot).first { trace in
      trace.endpoint == event.endpoint || trace.endpoint == Names.none || event.endpoint == Names.none
    }
    guard let change, !moment.account.isConfirmed(change.id, at: moment.time) else { return nil }
    return Match(rule: id, severity: .high, anchor: change.id, evidence: [change.id, event.id])
  }
}
