import Model

/// Sends the month of each client by one policy, and lets those be attacked who are.
struct PolicyRun {
  private let cascade: Cascade
  private let choosesPush: Bool
  private(set) var tally = Tally()
  private var attempts: [Attempt] = []
  private let days: Int
  private let codesOfAttack: Int

  init(_ policy: Policy, parameters: LabParameters, days: Int) {
    var policy = policy
    if policy.price.smsPartMinor > 0, parameters.changed.contains(.smsPart) { policy.price.smsPartMinor = Int64(parameters[.smsPart]) }
    cascade = Cascade(policy)
    choosesPush = policy.isClientsChoice
    self.days = days
    codesOfAttack = Int(parameters[.codesOfAttack])
    attempts.reserveCapacity(16)
  }

  private var policy: Policy { cascade.policy }

  mutating func add(_ member: Population.Member, seed: UInt64) {
    var client = member.client
    // Where the client chooses, those who accept push choose it.
    if choosesPush, member.acceptsPush {
      client.choose(.push, under: policy, at: client.devices[0].linkedAt, by: "client", device: "own")
    }
    var random = RandomStream(seed: seed)
    tally.clients += 1
    tally.feeMinor += policy.price.monthMinor * Int64(days) / 30
    for impulse in member.messages {
      attempts.removeAll(keepingCapacity: true)
      cascade.run(impulse, to: client, random: &random, into: &attempts)
      count(impulse)
    }
    if let time = member.attackedAt { attack(&client, at: time, &random) }
  }

  private mutating func count(_ impulse: Cascade.Impulse) {
    var first: Int64?
    var hasSMS = false
    for attempt in attempts {
      tally.costMinor += attempt.costMinor
      guard let delivered = attempt.deliveredAt, attempt.isOwn else { continue }
      first = min(first ?? .max, delivered.milliseconds - impulse.time)
      if attempt.channel == .sms { hasSMS = true }
    }
    tally.messages += 1
    tally.noteWait(first)
    // An SMS stays on the phone. A bank that keeps what it sent shows it however it came, and also when it didn't.
    if hasSMS || policy.keepsPushes == .always {
      tally.kept += 1
    } else if first == nil {
      tally.lost[impulse.category.rawValue - 1] += 1
    } else if policy.keepsPushes == .untilNextAction, impulse.category == .statement {
      // Gone at the next action, and with it what it asked for.
      tally.lost[impulse.category.rawValue - 1] += 1
    }
  }

  // MARK: The chain of fraud

  /// A code is talked out, a device linked a minute later, notifications switched to it after three, then codes asked for every half minute.
  private mutating func attack(_ client: inout SimulatedClient, at time: Int64, _ random: inout RandomStream) {
    tally.attacks += 1
    var story = Attack()
    let bound = time + 60_000
    client.devices.append(
      SimulatedClient.Device(
        id: "stranger", name: "stranger", platform: "android", isOwn: false, linkedAt: Timestamp(milliseconds: bound)))
    tell(Cascade.Impulse(time: bound, category: .security, event: .deviceBound, subject: client.devices.count - 1), client, &random, &story)
    story.bindingWarned = story.firstOwn != nil
    let switched = bound + 180_000
    if policy.decides == .client, policy.switching.confirm == .session {
      client.choose(.push, under: policy, at: Timestamp(milliseconds: switched), by: "stranger", device: "stranger")
      tell(Cascade.Impulse(time: switched, category: .security, event: .channelChanged), client, &random, &story)
    }
    for number in 0..<codesOfAttack {
      let asked = switched + 30_000 * Int64(number + 1)
      tell(Cascade.Impulse(time: asked, category: .code, origin: .app), client, &random, &story)
      if story.strangerGot { tell(Cascade.Impulse(time: asked + 20_000, category: .payment, origin: .app), client, &random, &story) }
    }
    tally.exposedCodes += story.exposed
    if story.bindingWarned { tally.warnedAttacks += 1 }
    if let alert = story.firstSeen { tally.alerts.append(alert - time) }
    // As the rules R03, R05 and R06 have it: owner not warned, code diverted, client in the dark.
    tally.findings += (story.bindingWarned ? 0 : 1) + (story.diverted > 0 ? 1 : 0) + (story.longestDark >= 3 ? 1 : 0)
  }

  private struct Attack {
    var bindingWarned = false
    var firstOwn: Int64?
    var firstSeen: Int64?
    var exposed = 0
    /// Codes that came to the stranger and not to the client.
    var diverted = 0
    var dark = 0
    var longestDark = 0
    var strangerGot = false
  }

  private mutating func tell(
    _ impulse: Cascade.Impulse, _ client: borrowing SimulatedClient, _ random: inout RandomStream, _ story: inout Attack
  ) {
    attempts.removeAll(keepingCapacity: true)
    cascade.run(impulse, to: client, random: &random, into: &attempts)
    var own = false
    var stranger = false
    for attempt in attempts {
      guard let delivered = attempt.deliveredAt else { continue }
      guard attempt.isOwn else {
        stranger = true
        continue
      }
      own = true
      // The client asked for no code: what alarms him is a notice, or money that leaves.
      guard impulse.category != .code else { continue }
      story.firstOwn = min(story.firstOwn ?? .max, delivered.milliseconds)
      if let seen = attempt.seenAt { story.firstSeen = min(story.firstSeen ?? .max, seen.milliseconds) }
    }
    if impulse.category == .code {
      story.strangerGot = stranger
      if stranger { story.exposed += 1 }
      if stranger, !own { story.diverted += 1 }
    }
    story.dark = stranger && !own ? story.dark + 1 : 0
    story.longestDark = max(story.longestDark, story.dark)
  }
}
