import Model

/// The devices of every bank, at one moment.
public struct DeviceBook: Hashable, Sendable {
  /// Linked ones first, then by when they were linked, the newest first.
  public let devices: [KnownDevice]

  /// What follows from these sources at `now`; of what is told later nothing counts.
  public init(_ sources: DeliveryPicture.Sources, now: Timestamp) {
    let log = ArrangementLog(sources.steps)
    var found: [Key: KnownDevice] = [:]
    for mention in sources.mentions where mention.first <= now { Self.take(mention, into: &found) }
    for (step, device, arrangement) in log.deviceSteps where arrangement.time <= now {
      Self.take(step, device, arrangement, into: &found)
    }
    Self.take(pushes: sources.traces, now: now, into: &found)
    // An answer is of the moment it is stored at, which may be some ms later than the one that the screen shows.
    for answer in sources.answers { Self.take(answer, log, into: &found) }
    for suspicion in sources.suspicions {
      for (key, known) in found where key.account == suspicion.account && (suspicion.bank == nil || key.bank == suspicion.bank) {
        if known.isSame(as: suspicion.device) { found[key]?.openFindings += suspicion.findings }
      }
    }
    Self.settle(&found, sources.firstPushes, now: now)
    devices = found.values.sorted(by: Self.inOrder)
  }

  /// The devices of one bank.
  public func devices(of bank: String?) -> [KnownDevice] {
    devices.filter { $0.bank == bank }
  }

  /// The device that goes by this id or name.
  public func device(_ name: String, bank: String?) -> KnownDevice? {
    devices.first { (bank == nil || $0.bank == bank) && ($0.device.id == name || $0.device.label == name) }
  }

  /// The banks that have devices, by key.
  public var banks: [String?] {
    Set(devices.map(\.bank)).sorted { ($0 ?? "~") < ($1 ?? "~") }
  }

  private struct Key: Hashable {
    var account: String
    var bank: String?
    var id: String
  }

  private static func take(_ mention: DeviceMention, into found: inout [Key: KnownDevice]) {
    guard let device = mention.device, !mention.kind.isAttempt else { return }
    var key = Key(account: mention.account, bank: mention.bank, id: device.id)
    // A device that messages named already goes on under that name.
    if let name = device.name, found[Key(account: mention.account, bank: mention.bank, id: name)] != nil { key.id = name }
    var known = found[key] ?? KnownDevice(account: mention.account, bank: mention.bank, device: device, state: .seen)
    known.firstSeen = min(known.firstSeen ?? mention.first, mention.first)
    known.lastUsed = max(known.lastUsed ?? mention.last, mention.last)
    switch mention.kind {
    case .deviceBound, .appActivated:
      known.since = max(known.since ?? mention.last, mention.last)
      known.place = mention.place ?? known.place
    case .deviceUnbound: known.until = mention.last
    case .channelChanged:
      if mention.channel == .push { known.preferredAt = max(known.preferredAt ?? mention.last, mention.last) }
    // A card in a device's wallet makes it no endpoint of the bank's app.
    default: known.place = known.place ?? mention.place
    }
    found[key] = known
  }

  private static func take(
    _ step: Arrangement.DeviceStep, _ device: LinkedDevice, _ arrangement: Arrangement, into found: inout [Key: KnownDevice]
  ) {
    let key = Key(account: arrangement.account, bank: arrangement.bank, id: device.id)
    var known =
      found[key] ?? KnownDevice(account: arrangement.account, bank: arrangement.bank, device: device, state: .seen, isFromMessages: false)
    if device.name != nil { known.device = device }
    switch step {
    case .bound:
      // A re-link that takes back an unlink is no new device.
      if arrangement.undoes == nil {
        known.since = arrangement.time
        known.isFromMessages = false
      }
      known.until = nil
    case .unbound: known.until = arrangement.time
    case .confirmed: (known.isConfirmed, known.isReported) = (true, false)
    case .reported: (known.isConfirmed, known.isReported) = (false, true)
    case .pushOn: known.isPushOn = true
    case .pushOff: known.isPushOn = false
    case .preferred: known.preferredAt = arrangement.time
    }
    found[key] = known
  }

  /// An endpoint that a push came to lately is one, whether or not anything else tells of it.
  private static func take(pushes traces: [DeliveryTrace], now: Timestamp, into found: inout [Key: KnownDevice]) {
    let lately = now.advanced(by: -KnownDevice.pushMemory)...now
    var times: [Key: (first: Timestamp, last: Timestamp)] = [:]
    for push in traces where push.channel == .push && push.status.arrived && lately.contains(push.time) {
      guard let endpoint = push.endpoint else { continue }
      let key = Key(account: push.account, bank: push.bank, id: endpoint)
      let known = times[key] ?? (push.time, push.time)
      times[key] = (min(known.first, push.time), max(known.last, push.time))
    }
    for (endpoint, (first, last)) in times.sorted(by: { $0.key.id < $1.key.id }) {
      let known = found.filter { $0.key.account == endpoint.account && $0.key.bank == endpoint.bank && $0.value.receives(endpoint.id) }
      let key = known.keys.max { ($0.id.count, $1.id) < ($1.id.count, $0.id) } ?? endpoint
      var device =
        found[key] ?? KnownDevice(account: key.account, bank: key.bank, device: LinkedDevice(id: endpoint.id), state: .seen)
      device.firstPush = min(device.firstPush ?? first, first)
      device.lastPush = max(device.lastPush ?? last, last)
      device.firstSeen = min(device.firstSeen ?? first, first)
      device.lastUsed = max(device.lastUsed ?? last, last)
      found[key] = device
    }
  }

  /// An answer counts for the binding it was about, until the device itself is called the client's own or not.
  private static func take(_ answer: DeviceAnswer, _ log: ArrangementLog, into found: inout [Key: KnownDevice]) {
    for (key, known) in found where key.account == answer.account && key.bank == answer.bank {
      guard known.isSame(as: answer.device) else { continue }
      if let since = known.since, since > answer.time { continue }
      let isOverruled = log.deviceSteps.contains { step, device, arrangement in
        (step == .confirmed || step == .reported) && arrangement.time > answer.time && arrangement.account == key.account
          && arrangement.bank == key.bank && device.id == key.id
      }
      if isOverruled { continue }
      found[key]?.isConfirmed = answer.wasMe
      found[key]?.isReported = !answer.wasMe
    }
  }

  /// The state of each. One that an open finding names is suspected, whatever else is known of it. One that nobody has answered for is
  /// trusted only if nothing was there before it, no other device and no push; a history that begins late may lack the binding of the
  /// client's own device, and a login from it, or a push, tells that there was one.
  private static func settle(_ found: inout [Key: KnownDevice], _ pushes: [FirstPush], now: Timestamp) {
    for (key, known) in found {
      var known = known
      let unlinked = known.until.map { until in
        known.since.map { until >= $0 } ?? true && known.lastPush.map { $0 <= until.advanced(by: KnownDevice.pushUnderWay) } ?? true
      }
      known.isLinked = unlinked != true && (known.since != nil || known.lastPush != nil)
      if unlinked == true {
        known.state = .unlinked
      } else if !known.openFindings.isEmpty {
        known.state = .suspected
      } else if known.isLinked {
        known.state = linkedState(known, isFirst: isFirst(known, found, pushes, now: now), now: now)
      }
      found[key] = known
    }
  }

  private static func linkedState(_ known: KnownDevice, isFirst: Bool, now: Timestamp) -> KnownDevice.State {
    if known.isConfirmed { return .linked }
    if let since = known.since, now < since.advanced(by: KnownDevice.coolingOff), !isFirst {
      return known.isFromMessages || known.isReported ? .cooling(until: since.advanced(by: KnownDevice.coolingOff)) : .pending
    }
    return isFirst ? .linked : .unquestioned
  }

  /// Whether a device was linked before anything else at its bank is heard of.
  private static func isFirst(_ known: KnownDevice, _ found: [Key: KnownDevice], _ pushes: [FirstPush], now: Timestamp) -> Bool {
    guard let since = known.since else { return false }
    let isAfterOther = found.values.contains {
      $0.account == known.account && $0.bank == known.bank && $0.device.id != known.device.id
        && min($0.since ?? now, $0.firstSeen ?? now) < since
    }
    // A push to the device itself, before it was linked anew, tells of no other.
    let start = min(since, known.firstSeen ?? since)
    return !isAfterOther && !pushes.contains { $0.account == known.account && $0.bank == known.bank && $0.time < start }
  }

  private static func inOrder(_ left: KnownDevice, _ right: KnownDevice) -> Bool {
    func rank(_ device: KnownDevice) -> Int { device.isLinked ? 0 : device.state == .unlinked ? 2 : 1 }
    if left.bank != right.bank { return (left.bank ?? "~") < (right.bank ?? "~") }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    let (first, second) = (left.since ?? left.lastUsed, right.since ?? right.lastUsed)
    if first != second { return (first ?? Timestamp(milliseconds: 0)) < (second ?? Timestamp(milliseconds: 0)) }
    return left.device.id < right.device.id
  }
}
