import Model

/// Where the next message of a kind would go, step by step, and who could read it: what a switch changes before anything is sent.
public struct DeliveryPlan: Hashable, Sendable {
  public var steps: [PlannedStep]
  /// The channel in force, and why.
  public var decision: Decision

  /// One attempt that would be made.
  public struct PlannedStep: Hashable, Sendable {
    public var channel: Channel
    public var endpoints: [PlannedEndpoint]
    /// What leads from here to the next step, after how many seconds.
    public var stop: Step.Stop
    public var waitSeconds: Int
    /// How often the step is taken at all.
    public var chancePercent: Int
  }

  /// Where a copy would go.
  public struct PlannedEndpoint: Hashable, Sendable {
    public var channel: Channel
    /// A device's name or a number; nil where copies came lately and nothing names what they came to.
    public var name: String?
    /// Whether it is a device that is suspected or reported, or was linked lately and not answered for.
    public var isSuspect: Bool
    /// Why nothing would go there after all; nil when it would.
    public var failure: DeliveryReason?

    public init(channel: Channel, name: String?, isSuspect: Bool = false, failure: DeliveryReason? = nil) {
      self.channel = channel
      self.name = name
      self.isSuspect = isSuspect
      self.failure = failure
    }
  }

  /// The plan for a message of a category under a policy.
  /// - Parameters:
  ///   - policy: how the bank sends.
  ///   - category: what the message is about.
  ///   - devices: those of the bank.
  ///   - number: the account's phone number as far as it is known.
  ///   - unnamed: the channels that copies came by lately to endpoints that nothing names.
  ///   - preferences: what was chosen.
  ///   - bank: the bank's key.
  ///   - now: the moment.
  public init(
    _ policy: Policy, category: Category, devices: [KnownDevice], number: String?, unnamed: ChannelSet = [], preferences: PreferenceBook,
    bank: String, now: Timestamp
  ) {
    decision = preferences.decision(policy, bank: bank, category: category, at: now)
    let route = Route(policy, category: category, origin: .card, chosen: decision.channel)
    let linked = devices.filter(\.isLinked)
    steps = []
    for step in route.steps {
      if step.onlyWithoutApp, linked.contains(where: \.isPushOn) { continue }
      var endpoints = Self.endpoints(step.channel, policy, linked, number, now)
      if endpoints.isEmpty, unnamed.contains(step.channel), step.channel != .push || linked.isEmpty {
        endpoints = [PlannedEndpoint(channel: step.channel, name: nil)]
      }
      steps.append(
        PlannedStep(
          channel: step.channel, endpoints: endpoints, stop: step.stop, waitSeconds: step.waitSeconds, chancePercent: step.chancePercent))
    }
  }

  private static func endpoints(_ channel: Channel, _ policy: Policy, _ linked: [KnownDevice], _ number: String?, _ now: Timestamp)
    -> [PlannedEndpoint]
  {
    switch channel {
    case .sms, .messenger: return number.map { [PlannedEndpoint(channel: channel, name: $0)] } ?? []
    case .push:
      let chosen: [KnownDevice]
      switch policy.pushTarget {
      case .newest: chosen = linked.filter { !isCooling($0, policy, now) }.max { rank($0) < rank($1) }.map { [$0] } ?? []
      case .every, .trusted: chosen = linked
      }
      return chosen.map { device in
        var failure: DeliveryReason?
        if !device.isPushOn { failure = .notPermitted }
        if policy.pushTarget == .trusted, device.isSuspect { failure = .coolingOff }
        return PlannedEndpoint(channel: .push, name: device.device.label, isSuspect: device.isSuspect, failure: failure)
      }
    }
  }

  /// Whether the bank itself doesn't trust a device yet.
  private static func isCooling(_ device: KnownDevice, _ policy: Policy, _ now: Timestamp) -> Bool {
    guard policy.binding.coolingOffSeconds > 0, let since = device.since, device.isSuspect else { return false }
    return now.milliseconds - since.milliseconds < Int64(policy.binding.coolingOffSeconds) * 1_000
  }

  private static func rank(_ device: KnownDevice) -> Timestamp {
    max(device.preferredAt ?? .init(milliseconds: 0), device.since ?? device.firstPush ?? .init(milliseconds: 0))
  }

  /// Every endpoint a copy would reach on some step.
  public var readers: [PlannedEndpoint] {
    var seen: Set<String> = []
    return steps.flatMap(\.endpoints).filter { $0.failure == nil && seen.insert($0.name ?? "\u{0}" + $0.channel.name).inserted }
  }
}
