import Model

/// R12: more than 200 000 ₽ came in by a transfer from oneself, and within 24 h money went to a payee who got none for six months [OD-2506].
///
/// High. A known payee is no finding.
enum R12ToOneselfThenAway: Rule {
  static let id = RuleID(12)
  static let kinds: [EventKind] = [.transfer]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let limits = moment.limits
    guard event.isSpending, event.payee != 0 else { return nil }
    let came = moment.earlier(.transfer, within: limits.strangerWithin).first {
      $0.marks.isSuperset(of: [.incoming, .own]) && $0.amount > limits.ownTransfer
    }
    guard let came, !isKnown(moment) else { return nil }
    return Match(rule: id, severity: .high, anchor: came.id, evidence: [came.id, event.id])
  }

  private static func isKnown(_ moment: Moment) -> Bool {
    let payee = moment.event.payee
    let since = moment.time - moment.limits.payeeKnown
    if moment.account.long.paid.contains(where: { $0.payee == payee && $0.last >= since }) { return true }
    return moment.account.window[..<moment.index].contains { $0.payee == payee && $0.isSpending && $0.time >= since }
  }
}
