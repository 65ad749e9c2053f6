import Model

/// R31: the ban on loans in the client's name was lifted: the step before a loan that somebody else takes [31-FZ of 2024 on the ban].
///
/// Medium; critical within 48 h after a takeover's sign.
enum R31LoanBanLifted: Rule {
  static let id = RuleID(31)
  static let kinds: [EventKind] = [.loanBanLifted]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let sign = moment.takeoverSign
    return Match(
      rule: id, severity: sign == nil ? .medium : .critical, anchor: event.id, evidence: [event.id] + (sign.map { [$0] } ?? []))
  }
}
