import Model
import Parsing

/// All that is known of how a client's banks reach him, at one moment: what the Channels and Devices screens and their commands show.
public struct DeliveryPicture: Sendable {
  public let log: ArrangementLog
  public let devices: DeviceBook
  public let preferences: PreferenceBook
  /// What it was made of.
  public let sources: Sources
  public let policies: PolicyBook
  /// The deliveries of the last weeks, the oldest first.
  public let traces: [DeliveryTrace]
  public let now: Timestamp
  /// How far the client's clock is ahead of UTC, which decides what day it is for a dated policy.
  public let offsetSeconds: Int

  /// What follows from the sources at `now`, by these policies.
  public init(_ sources: Sources, policies: PolicyBook, now: Timestamp, offsetSeconds: Int) {
    log = ArrangementLog(sources.steps)
    self.sources = sources
    devices = DeviceBook(sources, now: now)
    preferences = log.preferences(sources.mentions)
    self.policies = policies
    traces = sources.traces
    self.now = now
    self.offsetSeconds = offsetSeconds
  }

  /// What a picture is made of: steps arranged here, what messages tell of devices, what the client answered of their bindings, the open
  /// findings that name one, when each bank's first push came, and the deliveries of the last weeks.
  public struct Sources: Sendable {
    public var steps: [Arrangement]
    public var mentions: [DeviceMention]
    public var answers: [DeviceAnswer]
    public var suspicions: [DeviceSuspicion]
    public var firstPushes: [FirstPush]
    public var traces: [DeliveryTrace]

    public init(
      steps: [Arrangement], mentions: [DeviceMention], answers: [DeviceAnswer] = [], suspicions: [DeviceSuspicion] = [],
      firstPushes: [FirstPush] = [], traces: [DeliveryTrace] = []
    ) {
      self.steps = steps
      self.mentions = mentions
      self.answers = answers
      self.suspicions = suspicions
      self.firstPushes = firstPushes
      self.traces = traces
    }
  }

  /// How far back costs and losses are counted.
  public static let month: Int64 = 30 * 86_400_000

  /// How a bank delivers today; nil when nothing is known of it.
  public func policy(_ bank: String) -> Policy? {
    policies.policy(bank: bank, on: CivilDate(now, offsetSeconds: offsetSeconds))
  }

  /// The banks with a policy among `known`, in their order, and those that were arranged something about.
  public func banks(among known: [String]) -> [String] {
    let arranged = log.steps.compactMap(\.bank).filter { !known.contains($0) }
    var seen: Set<String> = []
    return (known + arranged.sorted()).filter { policy($0) != nil && seen.insert($0).inserted }
  }

  /// The client's number: the one the latest SMS went to; nil when none names one.
  public var number: String? {
    traces.last { $0.channel == .sms && $0.endpoint != nil }?.endpoint
  }

  /// The channels that copies came by lately to endpoints that nothing names: of a bank's by push, of anybody's by SMS.
  private func unnamed(_ bank: String) -> ChannelSet {
    let since = now.advanced(by: -KnownDevice.pushMemory)
    return traces.reduce(into: ChannelSet()) { found, trace in
      guard trace.endpoint == nil, trace.status.arrived, trace.time >= since else { return }
      if trace.channel != .push || trace.bank == bank { found.formUnion(ChannelSet(trace.channel)) }
    }
  }

  /// When a bank's messages are held back now.
  public func quiet(_ bank: String) -> Quiet { log.quiet(bank, at: now, offsetSeconds: offsetSeconds) }

  /// Until when the next message of a category would be held back; nil when it goes at once.
  public func heldUntil(_ bank: String, _ category: Category) -> Timestamp? {
    let time = quiet(bank).sendingTime(now, category)
    return time > now ? time : nil
  }

  /// Where the next message of a category would go; nil for a bank without a policy.
  public func plan(_ bank: String, _ category: Category) -> DeliveryPlan? {
    policy(bank).map {
      DeliveryPlan(
        $0, category: category, devices: devices.devices(of: bank), number: number, unnamed: unnamed(bank), preferences: preferences,
        bank: bank, now: now)
    }
  }

  /// The choice a switch would make; nil when it isn't the client's to make, which `refusal` explains.
  public func switching(_ bank: String, _ category: Category) -> Channel? {
    guard refusal(bank, category) == nil, let plan = plan(bank, category) else { return nil }
    return plan.decision.channel == .push ? .sms : .push
  }

  /// Why the client can't switch the channel of a category himself; nil when he can.
  public func refusal(_ bank: String, _ category: Category) -> SwitchRefusal? {
    guard let policy = policy(bank) else { return .unknownBank }
    switch policy.decides {
    case .bank: return .bankDecides
    case .sender: return .senderDecides
    case .client: break
    }
    if policy.switching.confirm == .support { return .onlySupport }
    if let fixed = policy.fixedChannel(of: category) { return .fixed(fixed) }
    return policy.canSwitch(category) ? nil : .notSwitchable
  }
}

/// Why a channel can't be switched.
public enum SwitchRefusal: Hashable, Sendable {
  case bankDecides, senderDecides, onlySupport
  /// The policy sends these by one channel, whatever was chosen.
  case fixed(Channel)
  case notSwitchable
  /// Nothing is known of how the bank delivers.
  case unknownBank
}

/// What the last thirty days were, and would have been by one channel alone.
public struct MonthUse: Hashable, Sendable {
  /// Notifications in all.
  public var notifications = 0
  /// What came: SMS parts and their cost, pushes.
  public var smsParts = 0
  public var smsCostMinor: Int64 = 0
  public var pushes = 0
  /// Had all come by SMS.
  public var allSMSParts = 0
  public var allSMSCostMinor: Int64 = 0
  /// Had all been push alone: those whose push failed or wasn't sent, and how many of them were codes; and why most of them.
  public var lostAsPush = 0
  public var lostCodes = 0
  public var lostReason: String?
}

extension DeliveryPicture {
  /// What a bank's messages of the last thirty days came to.
  public func use(_ bank: String) -> MonthUse {
    var use = MonthUse()
    let part = policy(bank)?.price.smsPartMinor ?? 0
    let start = now.advanced(by: -Self.month)
    var reasons: [String: Int] = [:]
    let recent = traces.filter { $0.bank == bank && $0.time >= start }
    for copies in Dictionary(grouping: recent, by: \.notification).values {
      use.notifications += 1
      let parts = Segmentation(copies[0].text).parts
      use.allSMSParts += parts
      use.allSMSCostMinor += Int64(parts) * part
      for copy in copies where copy.status.arrived {
        switch copy.channel {
        case .sms:
          use.smsParts += copy.parts ?? parts
          use.smsCostMinor += copy.costMinor ?? Int64(copy.parts ?? parts) * part
        case .push: use.pushes += 1
        case .messenger: break
        }
      }
      let failed = copies.first { $0.channel == .push && ($0.status == .failed || $0.status == .expired) }
      if let failed, !copies.contains(where: { $0.channel == .push && $0.status.arrived }) {
        use.lostAsPush += 1
        if copies[0].category == .code { use.lostCodes += 1 }
        if let reason = failed.reason { reasons[reason, default: 0] += 1 }
      }
    }
    use.lostReason = reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return use
  }
}
