import Model

/// The devices of every bank, at one moment.
public struct DeviceBook: Hashable, Sendable {
  /// Linked ones first, then by when they were linked, the newest first.
  public let devices: [KnownDevice]

  /// What follows from steps, mentions and answers at `now`; later ones don't count.
  public init(_ log: ArrangementLog, mentions: [DeviceMention], answers: [DeviceAnswer] = [], now: Timestamp) {
    var found: [Key: KnownDevice] = [:]
    for mention in mentions where mention.first <= now { Self.take(mention, into: &found) }
    for (step, device, arrangement) in log.deviceSteps where arrangement.time <= now {
      Self.take(step, device, arrangement, into: &found)
    }
    for answer in answers where answer.time <= now { Self.take(answer, log, into: &found) }
    Self.settle(&found, now: now)
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

  /// An answer counts for the binding it was about, until the device itself is called the client's own or not.
  private static func take(_ answer: DeviceAnswer, _ log: ArrangementLog, into found: inout [Key: KnownDevice]) {
    for (key, known) in found where key.account == answer.account && key.bank == answer.bank {
      guard [key.id, known.device.label].contains(where: { $0 == answer.device.id || $0 == answer.device.name }) else { continue }
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

  /// The state of each: the first device heard of at a bank is trusted from the start, others after the cooling-off, or when the client
  /// confirms them. A history that begins late may lack the binding of the client's own device; a login from it makes it the first.
  private static func settle(_ found: inout [Key: KnownDevice], now: Timestamp) {
    for (key, known) in found {
      var known = known
      if let since = known.since {
        let isFirst = !found.values.contains {
          $0.account == known.account && $0.bank == known.bank && $0.device.id != known.device.id
            && min($0.since ?? now, $0.firstSeen ?? now) < since
        }
        let end = since.advanced(by: KnownDevice.coolingOff)
        if let until = known.until, until >= since {
          known.state = .unlinked
        } else if now < end, !isFirst, !known.isConfirmed {
          known.state = known.isFromMessages || known.isReported ? .cooling(until: end) : .pending
        } else {
          known.state = .linked
        }
      } else if known.until != nil {
        known.state = .unlinked
      }
      found[key] = known
    }
  }

  private static func inOrder(_ left: KnownDevice, _ right: KnownDevice) -> Bool {
    func rank(_ device: KnownDevice) -> Int {
      switch device.state {
      case .pending, .cooling, .linked: 0
      case .seen: 1
      case .unlinked: 2
      }
    }
    if left.bank != right.bank { return (left.bank ?? "~") < (right.bank ?? "~") }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    let (first, second) = (left.since ?? left.lastUsed, right.since ?? right.lastUsed)
    if first != second { return (first ?? Timestamp(milliseconds: 0)) < (second ?? Timestamp(milliseconds: 0)) }
    return left.device.id < right.device.id
  }
}
