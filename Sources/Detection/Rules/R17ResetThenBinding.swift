import Model

/// R17: password or PIN was set anew, and less than 60 minutes later a device was bound [Splunk].
///
/// High.
enum R17ResetThenBinding: Rule {
  static let id = RuleID(17)
  static let kinds: [EventKind] = [.deviceBound]

  static func find(_ moment: Moment) -> Match? {
    let account = moment.account
    guard let binding = moment.binding, !account.isEnrolment(binding), !account.isPlanned(binding, at: moment.time, moment.limits),
      let reset = moment.earlier(.credentialReset, within: moment.limits.resetWithin).latest,
      moment.time - reset.time < moment.limits.resetWithin
    else { return nil }
    return Match(rule: id, severity: .high, device: binding.endpoint, anchor: binding.event, evidence: [reset.id, binding.event])
  }
}
