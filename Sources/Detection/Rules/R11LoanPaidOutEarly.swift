import Model

/// R11: a loan's money came before its cooling period was over: from 50 000 ₽ on 4 h, above 200 000 ₽ 48 h [9-FZ].
///
/// High. Mortgages, car loans and loans at the till have no such period.
enum R11LoanPaidOutEarly: Rule {
  static let id = RuleID(11)
  static let kinds: [EventKind] = [.loanPaidOut]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let limits = moment.limits
    guard event.amount >= limits.smallLoan, !event.marks.contains(.exempt) else { return nil }
    let wait = event.amount > limits.largeLoan ? limits.largeLoanWait : limits.smallLoanWait
    guard let granted = moment.earlier(.loanIssued, within: wait).latest, event.time - granted.time < wait,
      !granted.marks.contains(.exempt)
    else { return nil }
    return Match(rule: id, severity: .high, anchor: granted.id, evidence: [granted.id, event.id])
  }
}
