import Model

/// R26: three messages within 24 h came by another channel than the one the client chose for them [ours].
///
/// Medium. No finding where the choice is the bank's.
enum R26PreferenceNotHonoured: Rule {
  static let id = RuleID(26)
  static let kinds: [EventKind] = [.messageReceived, .codeDelivered]

  static func find(_ moment: Moment) -> Match? {
    let limits = moment.limits
    let event = moment.event
    guard event.way != .unknown else { return nil }
    var choices = moment.account.long.chosen.sorted { $0.time < $1.time }
    // Those against the choice of their time, as far back as they go on without a pause of a day.
    var run: [Int] = []
    let window = moment.account.window
    for index in window[...moment.index].indices {
      let trace = window[index]
      if trace.kind == .channelChanged {
        choices.append(LongMemory.Chosen(bank: trace.bank, scope: trace.scope, way: trace.way, time: trace.time))
      } else if kinds.contains(trace.kind), AccountState.sameBank(trace.bank, moment.bank), isAgainst(choices, trace) {
        if let last = run.last, trace.time - window[last].time > limits.notHonouredWithin { run.removeAll() }
        run.append(index)
      }
    }
    guard let first = run.first, run.last == moment.index else { return nil }
    let recent = run.count { window[$0].time >= event.time - limits.notHonouredWithin }
    guard recent >= Int(limits.notHonoured) else { return nil }
    let anchor = moment.account.anchor(ofRunFrom: window[first], to: event, id)
    let evidence = [anchor] + run.map { window[$0].id }.filter { $0 != anchor }
    return Match(rule: id, severity: .medium, anchor: anchor, evidence: evidence)
  }

  /// Whether a message came by another way than the last of the choices so far that holds for it.
  private static func isAgainst(_ choices: [LongMemory.Chosen], _ message: Trace) -> Bool {
    let chosen = choices.last { AccountState.sameBank($0.bank, message.bank) && $0.scope.covers(message.scope) }?.way
    guard message.way != .unknown, let chosen else { return false }
    switch chosen {
    case .push, .sms, .messenger: return chosen != message.way
    case .bank, .unknown: return false
    }
  }
}
