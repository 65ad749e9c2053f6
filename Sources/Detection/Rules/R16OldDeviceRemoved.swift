import Model

/// R16: an old device was unlinked, and not linked again within 12 h [Elastic].
///
/// Medium; critical, and at once, while there is a new endpoint. No finding when it was unlinked from itself, when the client said "it was
/// me" meanwhile, or after a device that an old endpoint had confirmed took its place.
enum R16OldDeviceRemoved: Rule {
  static let id = RuleID(16)
  static let kinds: [EventKind] = [.deviceUnbound]

  static func waits(_ limits: Limits) -> [Int64] { [0, limits.relink] }

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let account = moment.account
    guard event.by != event.device, account.isOld(event.device, bank: moment.bank, at: event.time - 1, moment.limits) else { return nil }
    let newcomers = moment.hot.filter { $0.endpoint != event.device }
    if newcomers.isEmpty {
      guard moment.wait > 0, !isReplaced(moment), !isBack(moment), !account.isConfirmed(event.id, at: moment.time + moment.wait) else {
        return nil
      }
    }
    let evidence = (newcomers.first.map { [$0.event] } ?? []) + [event.id]
    return Match(
      rule: id, severity: newcomers.isEmpty ? .medium : .critical, device: event.device, anchor: event.id, evidence: evidence)
  }

  private static func isReplaced(_ moment: Moment) -> Bool {
    moment.account.links.contains { link in
      link.isBound && link.endpoint != moment.event.device && link.time <= moment.time && moment.time - link.time <= moment.limits.hot
        && AccountState.sameBank(link.bank, moment.bank) && moment.account.isPlanned(link, at: moment.time, moment.limits)
    }
  }

  private static func isBack(_ moment: Moment) -> Bool {
    moment.later(within: moment.wait).contains { $0.kind == .deviceBound && $0.device == moment.event.device }
  }
}
