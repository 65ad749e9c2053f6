import Model

/// R22: the client said "not me" [Sigma].
///
/// High; critical when it is about a binding, or R01 or R04 was found for it. With "it was me" within 60 s it stays on record as low; a denial that
/// is undone never gets here.
enum R22NotMe: Rule {
  static let id = RuleID(22)
  static let kinds: [EventKind] = [.denied, .confirmed]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let denial: Trace
    if event.kind == .denied {
      denial = event
    } else {
      let taken = moment.earlier(.denied, within: moment.limits.takeBack).first { $0.about == event.about }
      guard let taken else { return nil }
      denial = taken
    }
    let account = moment.account
    let about = account.names[denial.about]
    let binding = account.links.last { $0.isBound && $0.event == about && $0.time <= moment.time }
    let isPartOfMore = account.raised.contains {
      $0.at <= denial.time && ($0.match.rule == RuleID(1) || $0.match.rule == RuleID(4)) && about.map($0.match.evidence.contains) ?? false
    }
    let isKnown = moment.account.window.contains { $0.id == about } || binding != nil
    let severity: Severity =
      if event.kind == .confirmed { .low } else if binding != nil || isPartOfMore { .critical } else { .high }
    return Match(
      rule: id, severity: severity, device: binding?.endpoint ?? Names.none, anchor: denial.id,
      evidence: (isKnown ? about.map { [$0] } ?? [] : []) + [denial.id] + (event.kind == .confirmed ? [event.id] : []))
  }
}
