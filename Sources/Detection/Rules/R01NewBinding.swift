import Model

/// R01: any device was bound [MITRE T1098.005].
///
/// High; medium when it was confirmed from an old endpoint. An account's first device, at its enrolment, is no finding.
enum R01NewBinding: Rule {
  static let id = RuleID(1)
  static let kinds: [EventKind] = [.deviceBound]

  static func find(_ moment: Moment) -> Match? {
    guard let binding = moment.binding, !moment.account.isEnrolment(binding) else { return nil }
    let isPlanned = moment.account.isPlanned(binding, at: moment.time, moment.limits)
    return Match(
      rule: id, severity: isPlanned ? .medium : .high, device: binding.endpoint, anchor: binding.event, evidence: [binding.event])
  }
}
