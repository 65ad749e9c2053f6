import Model

/// R23: a push was sent to a device after it had been unlinked. Unlinking must end delivery at once.
///
/// Critical; medium up to 60 s after the unlinking, when it may have been in flight or clocks differ [ours].
enum R23PushToUnlinked: Rule {
  static let id = RuleID(23)
  static let kinds: [EventKind] = [.pushDelivered, .codeDelivered]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    if event.kind == .codeDelivered, event.way != .push { return nil }
    let device = event.kind == .pushDelivered ? event.device : event.endpoint
    let sent = event.time - Int64(event.flight)
    guard let link = moment.account.link(of: device, bank: moment.bank, at: sent), !link.isBound, sent > link.time else { return nil }
    let isInFlight = sent - link.time <= moment.limits.flight
    return Match(
      rule: id, severity: isInFlight ? .medium : .critical, device: device, anchor: link.event, evidence: [link.event, event.id])
  }
}
