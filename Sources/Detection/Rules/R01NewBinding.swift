import Model

/// R01: any device was bound [MITRE T1098.005].
///
/// High; medium when it was confirmed from an old endpoint, or once the client said "it was me". An account's first device, at its enrolment,
/// is no finding.
enum R01NewBinding: Rule {
  static let id = RuleID(1)
  static let kinds: [EventKind] = [.deviceBound, .confirmed]

  static func find(_ moment: Moment) -> Match? {
    guard let binding = moment.event.kind == .confirmed ? confirmed(moment) : moment.binding, !moment.account.isEnrolment(binding) else {
      return nil
    }
    let isPlanned = moment.account.isPlanned(binding, at: moment.time, moment.limits)
    return Match(
      rule: id, severity: isPlanned ? .medium : .high, device: binding.endpoint, anchor: binding.event, evidence: [binding.event])
  }

  /// The binding that the client speaks of.
  private static func confirmed(_ moment: Moment) -> Link? {
    let about = moment.account.names[moment.event.about]
    return moment.account.links.last { $0.isBound && $0.event == about && moment.time - $0.time <= moment.limits.hot }
  }
}
