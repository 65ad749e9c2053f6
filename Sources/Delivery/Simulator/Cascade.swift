import Model

/// Brings one message to one client by a policy: step after step, each with its time, until a step's condition is met.
///
/// The same message, client and random numbers give the same attempts. An invalid push token goes to the next step at once and stays in the
/// trace; a device gets nothing from the moment it is unlinked.
struct Cascade: Sendable {
  let policy: Policy
  /// The routes of everyday messages, by category, chosen channel and origin.
  private let routes: [[Step]]

  /// How long a push or an SMS waits for a device that can't be reached: a day, as the services keep them by default.
  static let patience: Int64 = 86_400_000

  init(_ policy: Policy) {
    self.policy = policy
    var routes: [[Step]] = []
    for category in Category.allCases {
      for channel in Channel.allCases {
        for origin in Step.Origin.allCases {
          routes.append(Route(policy, category: category, origin: origin, chosen: channel).steps)
        }
      }
    }
    self.routes = routes
  }

  /// What an impulse is sent for: the parts of a message that decide its way.
  struct Impulse {
    var time: Int64
    var category: Category
    var event: SecurityFact.Kind?
    var origin: Step.Origin = .bank
    var bank: String?
    /// SMS parts of its text.
    var parts = 1
    /// The device that the event is about, which is no endpoint from before; -1 for none.
    var subject = -1
  }

  /// Sends a message; its attempts are appended.
  func run(
    _ impulse: Impulse, to client: borrowing SimulatedClient, random: inout RandomStream, into attempts: inout [Attempt]
  ) {
    let change = impulse.event.flatMap(policy.change(for:))
    switch change?.announce {
    case .nobody: return
    case .old: return announce(impulse, to: client, random: &random, into: &attempts)
    case .sms:
      var sending = Sending(impulse: impulse, at: impulse.time, isOldOnly: false)
      return send(Step(.sms), &sending, client, &random, &attempts)
    case .chosen, nil: break
    }
    let chosen = client.preferences.channel(
      policy, account: client.account, bank: impulse.bank, category: impulse.category, event: impulse.event,
      at: Timestamp(milliseconds: impulse.time))
    guard policy.price.packageCategories.isEmpty || client.hasPackage || !policy.price.packageCategories.contains(impulse.category) else {
      let time = Timestamp(milliseconds: impulse.time)
      attempts.append(
        Attempt(
          channel: chosen, endpoint: -1, isOwn: true, sentAt: time, status: .notSent, failure: .noPackage, parts: 0, costMinor: 0))
      return
    }
    if let event = impulse.event, policy.steps.contains(where: { $0.events.contains(event) }) {
      let route = Route(policy, category: impulse.category, event: event, origin: impulse.origin, chosen: chosen)
      return run(route.steps, impulse, client, &random, &attempts)
    }
    run(routes[Self.place(impulse.category, chosen, impulse.origin)], impulse, client, &random, &attempts)
  }

  private static func place(_ category: Category, _ channel: Channel, _ origin: Step.Origin) -> Int {
    let channelPlace = channel == .push ? 0 : channel == .sms ? 1 : 2
    let originPlace =
      switch origin {
      case .card: 0
      case .app: 1
      case .web: 2
      case .bank: 3
      }
    return ((category.rawValue - 1) * 3 + channelPlace) * 4 + originPlace
  }

  /// A message between two steps.
  private struct Sending {
    let impulse: Impulse
    var at: Int64
    /// Only to endpoints from before the event.
    var isOldOnly: Bool
    /// What the last step came to: when its condition was met, and whether all its copies failed at once.
    var metAt = Int64.max
    var hasFailed = false
  }

  private func run(
    _ steps: [Step], _ impulse: Impulse, _ client: borrowing SimulatedClient, _ random: inout RandomStream, _ attempts: inout [Attempt]
  ) {
    var sending = Sending(impulse: impulse, at: impulse.time, isOldOnly: false)
    let expiry = impulse.category == .code ? impulse.time + Int64(policy.codes.validSeconds) * 1_000 : Int64.max
    for index in steps.indices {
      if steps[index].chancePercent < 100, !random.chance(steps[index].chancePercent) { continue }
      if steps[index].onlyWithoutApp, client.hasPushEndpoint(at: impulse.time) { continue }
      if sending.at >= expiry { return }
      send(steps[index], &sending, client, &random, &attempts)
      if steps[index].stop == .never { continue }
      let deadline = sending.at + Int64(steps[index].waitSeconds) * 1_000
      if sending.metAt <= deadline { return }
      if !sending.hasFailed { sending.at = deadline }
    }
  }

  /// A notice to every endpoint from before, by every channel at once.
  private func announce(
    _ impulse: Impulse, to client: borrowing SimulatedClient, random: inout RandomStream, into attempts: inout [Attempt]
  ) {
    var sending = Sending(impulse: impulse, at: impulse.time, isOldOnly: true)
    send(Step(.push, stop: .never), &sending, client, &random, &attempts)
    send(Step(.sms, stop: .never), &sending, client, &random, &attempts)
  }
}

// MARK: Single copies

extension Cascade {
  private func send(
    _ step: Step, _ sending: inout Sending, _ client: borrowing SimulatedClient, _ random: inout RandomStream,
    _ attempts: inout [Attempt]
  ) {
    sending.metAt = .max
    sending.hasFailed = true
    switch step.channel {
    case .push: sendPushes(step, &sending, client, &random, &attempts)
    case .sms: sendSMS(step, &sending, client, &random, &attempts)
    case .messenger:
      guard client.hasMessenger, let device = messengerDevice(of: client, at: sending.at) else {
        return fail(.messenger, -1, true, .noMessenger, &sending, &attempts)
      }
      copy(
        step, .messenger, device, client.devices[device].isOwn, client.devices[device].offline.end(around: sending.at), &sending,
        client, &random, &attempts)
    }
  }

  private func sendPushes(
    _ step: Step, _ sending: inout Sending, _ client: borrowing SimulatedClient, _ random: inout RandomStream,
    _ attempts: inout [Attempt]
  ) {
    if policy.pushTarget == .newest, !sending.isOldOnly {
      guard let newest = newestDevice(of: client, sending) else {
        // The trace names the device that would have got it, had it not been unlinked.
        if let gone = client.devices.lastIndex(where: { $0.linkedAt.milliseconds <= sending.at }) {
          let isLinked = client.devices[gone].isLinked(atMilliseconds: sending.at)
          return fail(.push, gone, client.devices[gone].isOwn, isLinked ? .coolingOff : .unlinked, &sending, &attempts)
        }
        return fail(.push, -1, true, .noDevice, &sending, &attempts)
      }
      return push(step, newest, &sending, client, &random, &attempts)
    }
    var found = false
    for index in 0..<client.devices.count where client.devices[index].isLinked(atMilliseconds: sending.at) {
      if sending.isOldOnly, index == sending.impulse.subject || client.devices[index].linkedAt.milliseconds >= sending.impulse.time {
        continue
      }
      found = true
      if policy.pushTarget == .trusted, isCooling(client.devices[index].linkedAt, at: sending.at, first: index == 0) {
        fail(.push, index, client.devices[index].isOwn, .coolingOff, &sending, &attempts)
      } else {
        push(step, index, &sending, client, &random, &attempts)
      }
    }
    if !found { fail(.push, -1, true, .noDevice, &sending, &attempts) }
  }

  /// Whether a device bound then isn't trusted yet; the first of an account is from the start.
  private func isCooling(_ linkedAt: Timestamp, at time: Int64, first: Bool) -> Bool {
    !first && time - linkedAt.milliseconds < Int64(policy.binding.coolingOffSeconds) * 1_000
  }

  /// A messenger belongs to the number: it is on the phone of whoever holds that.
  private func messengerDevice(of client: borrowing SimulatedClient, at time: Int64) -> Int? {
    var isOwn = true
    for index in 0..<client.numbers.count where client.numbers[index].from.milliseconds <= time { isOwn = client.numbers[index].isOwn }
    for index in 0..<client.devices.count where client.devices[index].isOwn == isOwn { return index }
    return nil
  }

  private func newestDevice(of client: borrowing SimulatedClient, _ sending: Sending) -> Int? {
    var newest: Int?
    for index in 0..<client.devices.count where client.devices[index].isLinked(atMilliseconds: sending.at) {
      if isCooling(client.devices[index].linkedAt, at: sending.at, first: index == 0) { continue }
      if let current = newest, client.devices[current].preferredAt > client.devices[index].preferredAt { continue }
      newest = index
    }
    return newest
  }

  private func push(
    _ step: Step, _ index: Int, _ sending: inout Sending, _ client: borrowing SimulatedClient, _ random: inout RandomStream,
    _ attempts: inout [Attempt]
  ) {
    let isOwn = client.devices[index].isOwn
    guard client.devices[index].hasApp else { return fail(.push, index, isOwn, .noApp, &sending, &attempts) }
    guard client.devices[index].isPushPermitted else { return fail(.push, index, isOwn, .notPermitted, &sending, &attempts) }
    if let lost = client.devices[index].subscriptionLostAt, lost.milliseconds <= sending.at {
      return fail(.push, index, isOwn, .subscriptionLost, &sending, &attempts)
    }
    var unreachable = client.devices[index].offline.end(around: sending.at)
    if unreachable == nil, client.devices[index].appOpen.end(around: sending.at) == nil {
      unreachable = client.devices[index].asleep.end(around: sending.at)
    }
    copy(step, .push, index, isOwn, unreachable, &sending, client, &random, &attempts)
  }

  private func sendSMS(
    _ step: Step, _ sending: inout Sending, _ client: borrowing SimulatedClient, _ random: inout RandomStream,
    _ attempts: inout [Attempt]
  ) {
    var current: Int?
    for index in 0..<client.numbers.count where client.numbers[index].from.milliseconds <= sending.at {
      // A notice of a new number goes to the one before it.
      if sending.isOldOnly, client.numbers[index].from.milliseconds >= sending.impulse.time, index > 0 { continue }
      current = index
    }
    guard let index = current else { return fail(.sms, -1, true, .noNumber, &sending, &attempts) }
    let off = client.numbers[index].off.end(around: sending.at)
    copy(step, .sms, index, client.numbers[index].isOwn, off, &sending, client, &random, &attempts)
  }

  private func fail(
    _ channel: Channel, _ endpoint: Int, _ isOwn: Bool, _ failure: DeliveryReason, _ sending: inout Sending, _ attempts: inout [Attempt]
  ) {
    let status: DeliveryStatus =
      switch failure {
      case .notPermitted, .subscriptionLost, .noApp: .failed
      default: .notSent
      }
    attempts.append(
      Attempt(
        channel: channel, endpoint: endpoint, isOwn: isOwn, sentAt: Timestamp(milliseconds: sending.at), status: status, failure: failure,
        parts: 0, costMinor: 0))
  }

  /// Sends a copy that nothing known stands against; `unreachable` is when its endpoint can be reached again.
  private func copy(
    _ step: Step, _ channel: Channel, _ endpoint: Int, _ isOwn: Bool, _ unreachable: Int64?, _ sending: inout Sending,
    _ client: borrowing SimulatedClient, _ random: inout RandomStream, _ attempts: inout [Attempt]
  ) {
    sending.hasFailed = false
    let isSMS = channel == .sms
    let parts = isSMS ? sending.impulse.parts : 0
    var attempt = Attempt(
      channel: channel, endpoint: endpoint, isOwn: isOwn, sentAt: Timestamp(milliseconds: sending.at), status: .sent, parts: parts,
      costMinor: isSMS ? Int64(parts) * policy.price.smsPartMinor : channel == .messenger ? policy.price.messengerMinor : 0)
    let isRoaming = isSMS && client.numbers[endpoint].roaming.end(around: sending.at) != nil
    let latency = Int64(isSMS ? random.within(1_500...9_000) : random.within(300...2_500)) + (isRoaming ? 30_000 : 0)
    let isLost = random.fraction() < (isSMS ? client.habits.smsLoss : client.habits.pushLoss)
    let arrival = max(sending.at, unreachable ?? 0) &+ latency
    let isCode = sending.impulse.category == .code
    let end = isCode ? sending.impulse.time + Int64(policy.codes.validSeconds) * 1_000 : sending.at + Self.patience
    // What waits for a device finds it unlinked, or the code worthless.
    let isGone = !isSMS && !client.devices[endpoint].isLinked(atMilliseconds: min(arrival, end))
    if isLost || isGone || (unreachable ?? 0) > end {
      attempt.status = isLost && unreachable == nil ? .sent : .expired
      attempt.failure = isGone ? .unlinked : unreachable == nil ? .lost : isSMS ? .phoneOff : .offline
      attempts.append(attempt)
      return
    }
    if unreachable != nil { attempt.failure = isSMS ? .phoneOff : .offline }
    attempt.status = .delivered
    attempt.deliveredAt = Timestamp(milliseconds: arrival)
    see(&attempt, arrival, client, &random)
    attempts.append(attempt)
    let met: Int64? =
      switch step.stop {
      case .never: nil
      case .delivered: arrival
      case .seen: attempt.seenAt?.milliseconds
      // Typing it in takes a while longer than reading it.
      case .entered: attempt.seenAt.map { $0.milliseconds + (isCode ? 8_000 : 0) }
      }
    if let met { sending.metAt = min(sending.metAt, met) }
  }

  /// Nine of ten SMS are read within three minutes, and a push that is opened is opened as fast; the rest takes up to half a day. A stranger waits
  /// for what he sees.
  private func see(_ attempt: inout Attempt, _ arrival: Int64, _ client: borrowing SimulatedClient, _ random: inout RandomStream) {
    let opens = attempt.channel == .sms ? client.habits.opensSMS : client.habits.opensPush
    guard !attempt.isOwn || random.fraction() < opens else { return }
    let delay =
      !attempt.isOwn
      ? random.within(1_000...4_000) : random.chance(90) ? random.within(2_000...120_000) : random.within(180_000...40_000_000)
    attempt.seenAt = Timestamp(milliseconds: arrival + Int64(delay))
    attempt.status = .seen
  }
}

extension SimulatedClient.Device {
  @inline(__always)
  fileprivate func isLinked(atMilliseconds time: Int64) -> Bool {
    if linkedAt.milliseconds > time { return false }
    guard let unlinkedAt else { return true }
    return time < unlinkedAt.milliseconds
  }
}

extension SimulatedClient {
  /// Whether a push has anywhere to go.
  fileprivate borrowing func hasPushEndpoint(at time: Int64) -> Bool {
    for index in 0..<devices.count where devices[index].isLinked(atMilliseconds: time) {
      if devices[index].hasApp, devices[index].isPushPermitted { return true }
    }
    return false
  }
}
