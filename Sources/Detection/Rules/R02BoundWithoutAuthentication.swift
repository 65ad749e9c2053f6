import Model

/// R02: a device was bound without authentication from an old endpoint before, or with a code that was stale or used before.
///
/// A code is good for 10 minutes, once [NIST 800-63B-4]. High. What the bank bound at a branch is no finding.
enum R02BoundWithoutAuthentication: Rule {
  static let id = RuleID(2)
  static let kinds: [EventKind] = [.deviceBound]

  static func find(_ moment: Moment) -> Match? {
    let account = moment.account
    guard let binding = moment.binding, !account.isEnrolment(binding), account.names[binding.confirmedBy] != "branch" else { return nil }
    let isStale = Int64(moment.event.codeAge) * Limits.second > moment.limits.codeAge
    guard isStale || !isAuthenticated(moment, binding) else { return nil }
    return Match(rule: id, severity: .high, device: binding.endpoint, anchor: binding.event, evidence: [binding.event])
  }

  /// Whether it was confirmed from an old endpoint, or something there proved the client and no other binding used that up.
  private static func isAuthenticated(_ moment: Moment, _ binding: Link) -> Bool {
    if binding.confirmedBy != Names.none, binding.confirmedBy != binding.endpoint, moment.isOld(binding.confirmedBy) { return true }
    for trace in moment.earlier(within: moment.limits.codeAge) {
      switch trace.kind {
      case .deviceBound: return false
      case .codeDelivered where trace.endpoint == Names.none || trace.endpoint != binding.endpoint && moment.isOld(trace.endpoint):
        return true
      case .promptApproved, .login:
        if trace.device != Names.none, trace.device != binding.endpoint, moment.isOld(trace.device) { return true }
      default: continue
      }
    }
    return false
  }
}
