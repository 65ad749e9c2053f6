import Model

/// R13: more than half of the balance left within 24 h [MAS], where there were at least 200 000 ₽ [ours; MAS has 50 000 S$].
///
/// Critical. Nothing can be said where the messages give no balance.
enum R13RapidDrain: Rule {
  static let id = RuleID(13)
  static let kinds: [EventKind] = [.transfer]

  static func find(_ moment: Moment) -> Match? {
    guard moment.event.isSpending else { return nil }
    let limits = moment.limits
    let event = moment.event
    // Back to the first one that says what was left; a sum that runs over is more than any balance.
    var first = event.balance == Trace.unknownBalance ? nil : event
    var sum = event.amount
    var left = sum
    for trace in moment.earlier(.transfer, within: limits.drainWithin) where trace.isSpending {
      let (more, overflow) = sum.addingReportingOverflow(trace.amount)
      sum = overflow ? .max : more
      guard trace.balance != Trace.unknownBalance else { continue }
      first = trace
      left = sum
    }
    guard let first else { return nil }
    let (start, overflow) = first.balance.addingReportingOverflow(first.amount)
    guard !overflow, start >= limits.drainBalance else { return nil }
    // Fractions of one percent don't matter, overflow does.
    guard left / 100 > start / 100 * limits.drainPercent / 100 else { return nil }
    let counted = moment.account.window[...moment.index].drop { $0 != first }
      .filter { $0.isSpending && AccountState.sameBank($0.bank, moment.bank) }
    return Match(rule: id, severity: .critical, anchor: first.id, evidence: counted.map(\.id))
  }
}
