import Model

/// R28: a code or a request to link a device, an app or a wallet was sent: somebody is trying [MITRE T1098.005].
///
/// Medium. Requests within the time that a code is good for (10 min) hang on the first of them. An account's enrolment is no finding.
enum R28BindingRequested: Rule {
  static let id = RuleID(28)
  static let kinds: [EventKind] = [.bindingRequested]

  static func find(_ moment: Moment) -> Match? {
    let (event, account) = (moment.event, moment.account)
    guard let first = account.firstSeen(bank: moment.bank), moment.time - first > Limits.enrolment else { return nil }
    var run = [event]
    for trace in moment.earlier(.bindingRequested, within: moment.limits.hot) {
      if run[0].time - trace.time > moment.limits.codeAge { break }
      run.insert(trace, at: 0)
    }
    let anchor = account.anchor(ofRunFrom: run[0], to: event, id)
    return Match(
      rule: id, severity: .medium, device: event.device, anchor: anchor, evidence: [anchor] + run.map(\.id).filter { $0 != anchor })
  }
}
