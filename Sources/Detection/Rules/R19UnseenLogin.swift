import Model

/// R19: a login from a device that the account hadn't seen for 7 days, or from a kind of device not seen for 14 [Elastic, new terms].
///
/// Low; medium for the kind. An account is learnt for its first 14 days.
enum R19UnseenLogin: Rule {
  static let id = RuleID(19)
  static let kinds: [EventKind] = [.login]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let limits = moment.limits
    guard event.device != Names.none, let first = moment.account.firstSeen(bank: moment.bank), moment.time - first >= limits.learning
    else { return nil }
    let isKindUnseen = event.platform != Names.none && !isSeen(event.platform, \.platform, within: limits.unseenKind, moment)
    guard isKindUnseen || !isSeen(event.device, \.device, within: limits.unseenDevice, moment) else { return nil }
    return Match(
      rule: id, severity: isKindUnseen ? .medium : .low, device: event.device, anchor: event.id, evidence: [event.id])
  }

  private static func isSeen(_ name: UInt16, _ field: KeyPath<Trace, UInt16>, within span: Int64, _ moment: Moment) -> Bool {
    let since = moment.time - span
    let isInWindow = moment.earlier(within: span).contains {
      ($0.kind == .login || $0.kind == .deviceBound) && $0[keyPath: field] == name
    }
    if isInWindow { return true }
    let kept = moment.account.long.seen.contains {
      $0.name == name && AccountState.sameBank($0.bank, moment.bank) && $0.last >= since
    }
    return kept
  }
}
