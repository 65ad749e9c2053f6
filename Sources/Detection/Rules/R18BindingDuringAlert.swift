import Model

/// R18: a device was bound while something high or critical that was found in the last 48 h was still open [ours; Elastic has 5 min].
///
/// High. No finding once the client said of it "it was me".
enum R18BindingDuringAlert: Rule {
  static let id = RuleID(18)
  static let kinds: [EventKind] = [.deviceBound]

  static func find(_ moment: Moment) -> Match? {
    let account = moment.account
    guard let binding = moment.binding, !account.isPlanned(binding, at: moment.time, moment.limits),
      let alert = account.openAlert(bank: moment.bank, before: moment.time, within: moment.limits.alert)
    else { return nil }
    return Match(rule: id, severity: .high, device: binding.endpoint, anchor: binding.event, evidence: [alert.match.anchor, binding.event])
  }
}
