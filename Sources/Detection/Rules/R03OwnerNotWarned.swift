import Model

/// R03: within 60 s no notice of a binding was tried at any endpoint that was there before [ours; independence NIST, MAS].
///
/// High. An account without such an endpoint can't be warned.
enum R03OwnerNotWarned: Rule {
  static let id = RuleID(3)
  static let kinds: [EventKind] = [.deviceBound]
  /// How far ahead of the binding the clock of whoever sends notices may be.
  private static let skew = 5 * Limits.second

  static func waits(_ limits: Limits) -> [Int64] { [limits.notice] }

  static func find(_ moment: Moment) -> Match? {
    let account = moment.account
    guard let binding = moment.binding, !account.isEnrolment(binding),
      account.hasOld(bank: moment.bank, at: moment.time, beside: binding.endpoint, moment.limits)
    else { return nil }
    let around = moment.later(within: moment.limits.notice) + Array(moment.earlier(within: skew))
    let isWarned = around.contains { trace in
      guard trace.kind == .noticeSent, trace.about == Names.none || account.names[trace.about] == binding.event else { return false }
      return trace.endpoint == Names.none || trace.endpoint != binding.endpoint && moment.isOld(trace.endpoint)
    }
    guard !isWarned else { return nil }
    return Match(rule: id, severity: .high, device: binding.endpoint, anchor: binding.event, evidence: [binding.event])
  }
}
