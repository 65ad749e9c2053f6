import Model

/// R30: calls to the client's number go to another one: the bank's call to ask whether it was him is answered by a stranger [MITRE T1616].
///
/// High.
enum R30CallsForwarded: Rule {
  static let id = RuleID(30)
  static let kinds: [EventKind] = [.callsForwarded]

  static func find(_ moment: Moment) -> Match? {
    Match(rule: id, severity: .high, anchor: moment.event.id, evidence: [moment.event.id])
  }
}
