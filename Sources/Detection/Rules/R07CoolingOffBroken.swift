import Model

/// R07: a payee, limit, contact or transfer was confirmed on a device that was bound less than 12 h ago [MAS].
///
/// High; critical when money moved. What doesn't say where it was confirmed counts as confirmed where the last code went, within 10 minutes.
enum R07CoolingOffBroken: Rule {
  static let id = RuleID(7)
  static let kinds: [EventKind] = [.payeeAdded, .limitChanged, .contactChanged, .transfer]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    guard event.kind != .transfer || event.isSpending else { return nil }
    let confirmer = moment.account.confirmer(at: moment.index, moment.limits)
    guard moment.standing(confirmer.endpoint) == .hot,
      let binding = moment.account.link(of: confirmer.endpoint, bank: moment.bank, at: moment.time),
      moment.time - binding.time < moment.limits.cooling
    else { return nil }
    let movedMoney =
      event.isSpending
      || moment.earlier(.transfer, within: moment.time - binding.time).contains { $0.isSpending && $0.confirmedBy == binding.endpoint }
    return Match(
      rule: id, severity: movedMoney ? .critical : .high, device: binding.endpoint, anchor: binding.event,
      evidence: [binding.event] + (confirmer.code.map { [$0.id] } ?? []) + [event.id])
  }
}
