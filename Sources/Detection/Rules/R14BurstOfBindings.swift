import Model

/// R14: three or more different devices were bound within 15 minutes [Elastic].
///
/// Medium; high when one of them was bound without an old endpoint's word, which is R01 at high. An enrolment is no finding.
enum R14BurstOfBindings: Rule {
  static let id = RuleID(14)
  static let kinds: [EventKind] = [.deviceBound]

  static func find(_ moment: Moment) -> Match? {
    let account = moment.account
    let since = moment.time - moment.limits.burstWithin
    let bindings = account.links.filter { $0.isBound && $0.time >= since && $0.time <= moment.time && !$0.isPhone(in: account) }
    guard let first = bindings.first, Set(bindings.map(\.endpoint)).count >= Int(moment.limits.burstDevices),
      !account.isEnrolment(first)
    else { return nil }
    let isHigh = bindings.contains { !account.isPlanned($0, at: moment.time, moment.limits) }
    return Match(rule: id, severity: isHigh ? .high : .medium, anchor: first.event, evidence: bindings.map(\.event))
  }
}
