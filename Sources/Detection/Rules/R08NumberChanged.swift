import Model

/// R08: the login phone changed, and money was sent away within 48 h [Bank of Russia, OD-2506].
///
/// Critical. No finding when the change was made from an old endpoint, or the client said "it was me".
enum R08NumberChanged: Rule {
  static let id = RuleID(8)
  static let kinds: [EventKind] = [.transfer]

  static func find(_ moment: Moment) -> Match? {
    guard moment.event.isSpending else { return nil }
    let account = moment.account
    let change = moment.earlier(.phoneChanged, within: moment.limits.hot).first { trace in
      guard !account.isConfirmed(trace.id, at: moment.time) else { return false }
      return trace.by == Names.none || trace.by == trace.endpoint
        || !account.isOld(trace.by, bank: trace.bank, at: trace.time - 1, moment.limits)
    }
    guard let change else { return nil }
    return Match(rule: id, severity: .critical, anchor: change.id, evidence: [change.id, moment.event.id])
  }
}
