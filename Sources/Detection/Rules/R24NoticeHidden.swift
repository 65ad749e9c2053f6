import Model

/// R24: a security notice was deleted, or read before any old endpoint read it, by an endpoint bound within the last 48 h [Elastic, ours].
///
/// High.
enum R24NoticeHidden: Rule {
  static let id = RuleID(24)
  static let kinds: [EventKind] = [.noticeDeleted, .noticeRead]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let doer = event.by != Names.none ? event.by : event.endpoint
    guard moment.standing(doer) == .hot, let binding = moment.account.link(of: doer, bank: moment.bank, at: moment.time) else { return nil }
    if event.kind == .noticeRead {
      let wasRead = moment.earlier(.noticeRead, within: moment.limits.hot).contains {
        let reader = $0.by != Names.none ? $0.by : $0.endpoint
        return $0.about == event.about && reader != doer && moment.isOld(reader)
      }
      if wasRead { return nil }
    }
    return Match(rule: id, severity: .high, device: binding.endpoint, anchor: binding.event, evidence: [binding.event, event.id])
  }
}
