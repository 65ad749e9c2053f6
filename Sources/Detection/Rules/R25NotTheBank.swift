import Model

/// R25: a message that isn't the bank's and looks as if it were: an unregistered sender under a name that reads like a bank's, a host whose
/// skeleton is a bank's host and which is another [UTS 39], or a code bound to another domain [WICG origin-bound codes].
///
/// High. `Impostors` does the looking.
enum R25NotTheBank: Rule {
  static let id = RuleID(25)
  static let kinds: [EventKind] = [.messageReceived]

  static func find(_ moment: Moment) -> Match? {
    guard moment.event.marks.contains(.impostor) else { return nil }
    return Match(rule: id, severity: .high, anchor: moment.event.id, evidence: [moment.event.id])
  }
}
