import Model

/// R21: five requests to approve were refused or failed within 10 minutes [Elastic], or three [ours] and then one was approved.
///
/// High; critical with the approval. Requests within 2 s of one another count as one.
enum R21PromptBombing: Rule {
  static let id = RuleID(21)
  static let kinds: [EventKind] = [.promptDenied, .promptApproved]

  static func find(_ moment: Moment) -> Match? {
    let event = moment.event
    let limits = moment.limits
    var refusals: [Trace] = event.kind == .promptDenied ? [event] : []
    var last = event.time
    // As far back as the refusals go on without a pause.
    for trace in moment.earlier(.promptDenied, within: limits.hot) {
      if last - trace.time > limits.promptsWithin { break }
      last = trace.time
      refusals.append(trace)
    }
    refusals.reverse()
    guard let first = refusals.first else { return nil }
    var recent = 0
    var counted = Int64.min / 2
    for trace in refusals where trace.time >= event.time - limits.promptsWithin && trace.time - counted > limits.resend {
      counted = trace.time
      recent += 1
    }
    let isApproved = event.kind == .promptApproved
    guard recent >= Int(isApproved ? limits.promptsApproved : limits.prompts) else { return nil }
    let anchor = moment.account.anchor(ofRunFrom: first, to: event, id)
    return Match(
      rule: id, severity: isApproved ? .critical : .high, anchor: anchor,
      evidence: [anchor] + refusals.map(\.id).filter { $0 != anchor } + (isApproved ? [event.id] : []))
  }
}
