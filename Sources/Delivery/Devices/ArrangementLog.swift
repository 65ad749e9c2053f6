import Model

/// All that was arranged, and what follows from it.
public struct ArrangementLog: Hashable, Sendable {
  /// The oldest first.
  public let steps: [Arrangement]
  private let undone: Set<Int64>

  /// The log of these steps, the oldest first.
  public init(_ steps: [Arrangement] = []) {
    self.steps = steps
    undone = Set(steps.compactMap(\.undoes))
  }

  /// Every choice of channel, made here or told by a message.
  public func preferences(_ mentions: [DeviceMention] = []) -> PreferenceBook {
    let chosen = steps.compactMap { step -> Preference? in
      guard case .channel(let scope, let channel) = step.step else { return nil }
      return Preference(
        account: step.account, bank: step.bank, scope: scope, channel: channel, setAt: step.time, setBy: step.by, device: step.fromDevice)
    }
    // A notice that notifications were switched names the channel, and as a rule the device they go to now.
    let told = mentions.compactMap { mention -> Preference? in
      guard mention.kind == .channelChanged, let channel = mention.channel else { return nil }
      return Preference(
        account: mention.account, bank: mention.bank, scope: .all, channel: channel, setAt: mention.last,
        setBy: mention.device?.id ?? Preference.toldOf, device: mention.device?.id)
    }
    return PreferenceBook(chosen + told)
  }

  /// The last step of the client's own with that topic that can be taken back; nil when there is none.
  public func lastUndoable(_ topic: Arrangement.Topic) -> Arrangement? {
    steps.last { $0.step.topic == topic && $0.by == Arrangement.client && $0.undoes == nil && !undone.contains($0.id) }
  }

  /// The step that takes back another: a choice becomes what it was before, an unlink a re-link, an answer is withdrawn.
  public func inverse(of step: Arrangement, at time: Timestamp) -> Arrangement {
    var inverse = Arrangement(
      time: time, account: step.account, bank: step.bank, step: step.step, by: Arrangement.client, undoes: step.id)
    switch step.step {
    case .channel(let scope, _):
      let before = ArrangementLog(steps.filter { $0.id < step.id }).preferences()
        .choice(account: step.account, bank: step.bank, scope: scope, at: step.time)
      inverse.step = .channel(scope, before?.channel)
    case .snooze: inverse.step = former(of: step) ?? .snooze(until: nil)
    case .quietHours: inverse.step = former(of: step) ?? .quietHours(nil)
    case .device(.bound, let device): inverse.step = .device(.unbound, device)
    case .device(.unbound, let device): inverse.step = .device(.bound, device)
    case .device(.pushOn, let device): inverse.step = .device(.pushOff, device)
    case .device(.pushOff, let device): inverse.step = .device(.pushOn, device)
    case .device(.confirmed, _), .device(.reported, _), .device(.preferred, _): break
    }
    return inverse
  }

  /// What the client last said of a device and hasn't taken back, "mine" or "not mine"; nil when nobody has answered for it.
  public func answer(account: String, bank: String?, device: LinkedDevice) -> Arrangement.DeviceStep? {
    deviceSteps.last { step, about, at in
      (step == .confirmed || step == .reported) && about.id == device.id && at.account == account && at.bank == bank
    }?.step
  }

  /// The step of the same kind, account and bank before one, if there was any.
  private func former(of step: Arrangement) -> Arrangement.Step? {
    steps.last { before in
      guard before.id < step.id, before.account == step.account, before.bank == step.bank else { return false }
      switch (before.step, step.step) {
      case (.snooze, .snooze), (.quietHours, .quietHours): return true
      default: return false
      }
    }?.step
  }

  /// Steps about devices that still say something: an answer that was withdrawn doesn't, nor does its withdrawal.
  var deviceSteps: [(step: Arrangement.DeviceStep, device: LinkedDevice, at: Arrangement)] {
    steps.compactMap { arrangement in
      guard case .device(let step, let device) = arrangement.step else { return nil }
      let isAnswer = step == .confirmed || step == .reported || step == .preferred
      if isAnswer, arrangement.undoes != nil || undone.contains(arrangement.id) { return nil }
      return (step, device, arrangement)
    }
  }
}
