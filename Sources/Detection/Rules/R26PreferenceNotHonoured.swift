import Model

/// R26: three messages within 24 h came by another channel than the one the client chose for them [ours].
///
/// Medium. No finding where the choice is the bank's.
enum R26PreferenceNotHonoured: Rule {
  static let id = RuleID(26)
  static let kinds: [EventKind] = [.messageReceived, .codeDelivered]

  static func find(_ moment: Moment) -> Match? {
    guard isAgainstChoice(moment.index, moment.account) else { return nil }
    let limits = moment.limits
    var found = [moment.event]
    // As far back as they go on without a pause of a day.
    for index in moment.account.window[..<moment.index].indices.reversed() {
      let trace = moment.account.window[index]
      guard AccountState.sameBank(trace.bank, moment.bank), kinds.contains(trace.kind) else { continue }
      guard let last = found.last, last.time - trace.time <= limits.notHonouredWithin else { break }
      if isAgainstChoice(index, moment.account) { found.append(trace) }
    }
    let recent = found.count { $0.time >= moment.time - limits.notHonouredWithin }
    guard recent >= Int(limits.notHonoured), let first = found.last else { return nil }
    return Match(rule: id, severity: .medium, anchor: first.id, evidence: found.reversed().map(\.id))
  }

  private static func isAgainstChoice(_ index: Int, _ account: AccountState) -> Bool {
    let trace = account.window[index]
    guard trace.way != .unknown, let chosen = account.chosen(for: trace.scope, before: index)?.way else { return false }
    switch chosen {
    case .push, .sms, .messenger: return chosen != trace.way
    case .bank, .unknown: return false
    }
  }
}
