import Model

/// R06: three security messages in a row, codes or notices, went to new endpoints only [ours].
///
/// Critical. No finding when the client had unlinked the old device from itself, or never had one.
enum R06ClientInTheDark: Rule {
  static let id = RuleID(6)
  static let kinds: [EventKind] = [.codeDelivered, .noticeSent]

  static func waits(_ limits: Limits) -> [Int64] { [limits.copies] }

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    guard moment.standing(event.endpoint) == .hot,
      let binding = moment.account.link(of: event.endpoint, bank: moment.bank, at: moment.time),
      !isSomebodyElse(moment.later(within: moment.limits.copies), moment)
    else { return nil }
    var messages = [event.id]
    for trace in moment.earlier(within: moment.time - binding.time) where isMessage(trace) {
      guard moment.standing(trace.endpoint) == .hot else { break }
      messages.append(trace.id)
    }
    guard messages.count >= Int(moment.limits.darkMessages), !isLeftByItself(moment),
      moment.account.hasOld(bank: moment.bank, at: binding.time, beside: binding.endpoint, moment.limits)
    else { return nil }
    return Match(
      rule: id, severity: .critical, device: binding.endpoint, anchor: binding.event, evidence: [binding.event] + messages.reversed())
  }

  private static func isMessage(_ trace: Trace) -> Bool { trace.kind == .codeDelivered || trace.kind == .noticeSent }

  private static func isSomebodyElse(_ traces: [Trace], _ moment: Moment) -> Bool {
    traces.contains { isMessage($0) && moment.standing($0.endpoint) != .hot }
  }

  /// Whether the last old device to go was unlinked from itself.
  private static func isLeftByItself(_ moment: Moment) -> Bool {
    let unlinked = moment.earlier(.deviceUnbound, within: moment.limits.hot).latest
    return unlinked.map { $0.by == $0.device } ?? false
  }
}
