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
    var spendings = [moment.event]
    for trace in moment.earlier(within: limits.drainWithin) where trace.isSpending { spendings.append(trace) }
    spendings.reverse()
    guard let first = spendings.first(where: { $0.balance != Trace.unknownBalance }) else { return nil }
    let (start, overflow) = first.balance.addingReportingOverflow(first.amount)
    guard !overflow, start >= limits.drainBalance else { return nil }
    let counted = spendings.drop { $0 != first }
    // Fractions of one percent don't matter, overflow does.
    let left = counted.reduce(Int64(0)) { $0.addingReportingOverflow($1.amount).overflow ? .max : $0 + $1.amount }
    guard left / 100 > start / 100 * limits.drainPercent / 100 else { return nil }
    return Match(rule: id, severity: .critical, anchor: first.id, evidence: counted.map(\.id))
  }
}
