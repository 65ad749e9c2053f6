import Model

/// R27: a preference changed, in either direction.
///
/// Low; medium when codes are among what it is for. Within 48 h after a binding, a switch to push is R04's.
enum R27ChannelSwitched: Rule {
  static let id = RuleID(27)
  static let kinds: [EventKind] = [.channelChanged]

  static func find(_ moment: Moment) -> Match? {
    if R04TakeoverChain.find(moment) != nil { return nil }
    let event = moment.event
    return Match(
      rule: id, severity: event.scope.covers(.code) ? .medium : .low, device: event.by, anchor: event.id, evidence: [event.id])
  }
}
