import Model

/// A path of the adversary's as it is lived through: the simulator sends by the policy what the bank really would, move after move, and every copy
/// tells who got it.
///
/// As in the search the adversary has all the luck: of what a bank does now and then, that happens which the search counted on.
public struct AttackTrace: Sendable {
  /// All that was sent, and what no message tells. Begins with the client's own device, long before, and an everyday message.
  public var history: SimulatedHistory { SimulatedHistory(items) }
  /// How many of the copies went otherwise than the search says; 0 unless search and simulator disagree.
  public private(set) var surprises = 0

  private(set) var client: SimulatedClient
  private var items: [SimulatedHistory.Item] = []
  private let policy: Policy
  private let bank: String
  private let texts: BankTexts
  private var clock: Timestamp
  private var count = 0
  private var balance: Int64 = 254_300
  private var random: RandomStream

  /// The client's own endpoints and the adversary's. The numbers belong to nobody.
  enum Endpoint {
    static let own = SimulatedClient.Device(
      id: "d1", name: "iPhone 13", platform: "ios", linkedAt: AttackTrace.start.advanced(by: -AttackTrace.before))
    static let number = "+79000000012"
    static let stranger = "Xiaomi 12"
    static let strangerNumber = "+79000000099"
    /// The client's SMS, read on their way.
    static let intercepted = "SS7"
  }

  /// 2026-01-01 12:00 UTC: a file of a policy is the same whenever it is written.
  static let start = Timestamp(milliseconds: Population.start + Population.day / 2)
  /// How long before it the client linked his own device.
  static let before = 200 * Population.day
  private static let pace: Int64 = 60_000
  private static let luck: UInt64 = 256
  private static let loot: Int64 = 17_500
  private static let loan: Int64 = 180_000

  /// Plays a path from the beginning.
  /// - Parameters:
  ///   - policy: by which the bank sends.
  ///   - path: as `AdversarySearch` found it under the same policy.
  public init(_ policy: Policy, path: [Move]) {
    var client = SimulatedClient(
      devices: [Endpoint.own], numbers: [SimulatedClient.Number(Endpoint.number, from: Endpoint.own.linkedAt)], hasMessenger: true)
    client.habits = .attentive
    self.init(policy, path: [], client: client, at: Endpoint.own.linkedAt)
    tell(.deviceBound, texts.newDevice(Endpoint.own.name), about: Endpoint.own.id)
    clock = Self.start
    say(texts.purchase(1_240, "PYATEROCHKA", balance: balance), .payment, origin: .card)
    play(path)
  }

  /// Lets a path happen to a client from a moment on.
  init(_ policy: Policy, path: [Move], client: SimulatedClient, at moment: Timestamp) {
    self.policy = policy
    self.client = client
    bank = policy.banks.first ?? policy.id
    texts = BankTexts()
    clock = moment
    random = RandomStream(seed: UInt64(bitPattern: moment.milliseconds))
    play(path)
  }

  private mutating func play(_ path: [Move]) {
    let habits = client.habits
    for move in path {
      clock = clock.advanced(by: Self.pace)
      // He doesn't look at what he didn't ask for; nothing is lost.
      client.habits = .init(pushLoss: 0, smsLoss: 0, opensPush: 0, opensSMS: 0)
      play(move)
    }
    client.habits = habits
  }
}

// MARK: Moves

extension AttackTrace {
  private mutating func play(_ move: Move) {
    let stranger = Endpoint.stranger
    switch move.kind {
    case .logIn:
      ask(.login, move, policy.login)
      tell(.login, texts.login("Chrome, Windows"), as: move)
    case .bind:
      ask(.binding, move, policy.binding)
      let device = SimulatedClient.Device(id: stranger, name: stranger, platform: "android", isOwn: false, linkedAt: clock)
      client.devices.append(device)
      clock = clock.advanced(by: 1_000)
      tell(.deviceBound, texts.newDevice(stranger), about: stranger, as: move)
    case .switchChannel:
      ask(.channel, move, policy.switching)
      switchChannel(move)
    case .unlink:
      ask(.unlinking, move, policy.unlinking)
      guard let own = client.devices.first(where: { $0.isOwn && $0.isLinked(at: clock) }) else { return }
      change { $0.unlink(device: own.id, at: $1) }
      tell(.deviceUnbound, texts.unlinked(own.name), about: own.id, as: move)
    case .changeNumber:
      ask(.number, move, policy.numberChange)
      change { $0.changeNumber(to: Endpoint.strangerNumber, isOwn: false, at: $1) }
      clock = clock.advanced(by: 1_000)
      tell(.phoneChanged, texts.numberChanged, as: move)
    case .transfer, .loan: operate(move)
    case .intercept: change { $0.changeNumber(to: Endpoint.intercepted, isOwn: false, at: $1) }
    case .awaitOffline:
      for place in client.devices.indices where client.devices[place].isOwn { client.devices[place].offline = .from(clock) }
    case .wait:
      let longest = max(policy.binding.coolingOffSeconds, policy.numberChange.coolingOffSeconds)
      clock = clock.advanced(by: Int64(longest) * 1_000)
    }
  }

  private mutating func switchChannel(_ move: Move) {
    guard let scope = move.scope, let channel = move.channel else { return }
    let device = client.devices.last { !$0.isOwn && $0.isLinked(at: clock) }
    let choice = Preference(
      bank: bank, scope: .category(scope.category), channel: channel, setAt: clock, setBy: device?.id ?? "stranger", device: device?.id)
    change { simulator, _ in simulator.choose(choice) }
    clock = clock.advanced(by: 1_000)
    let words =
      switch scope {
      case .code: "коды"
      case .security: "безопасность"
      case .payment: "операции"
      }
    let target = device?.name ?? Endpoint.own.name
    tell(.channelChanged, texts.switched(words, toPushOn: channel == .push ? target : nil), about: device?.id, as: move)
  }

  private mutating func operate(_ move: Move) {
    let isLoan = move.kind == .loan
    if move.code != .covered { ask(isLoan ? .loan(Self.loan) : .transfer(Self.loot), move, nil) }
    clock = clock.advanced(by: 20_000)
    balance += isLoan ? Self.loan : -Self.loot
    let text = isLoan ? texts.loan(Self.loan, balance: balance) : texts.transfer(Self.loot, to: "Руслан Г.", balance: balance)
    say(text, .payment, origin: .app)
  }

  /// What the simulator does to its client.
  private mutating func change(_ body: (inout Simulator, Timestamp) -> Void) {
    var simulator = Simulator(policy, client: client, seed: 0)
    body(&simulator, clock)
    client = simulator.client
  }
}

// MARK: Messages

extension AttackTrace {
  /// The code that a move takes, if it takes one: sent where codes go, or to the number where the change asks for that.
  private mutating func ask(_ purpose: BankTexts.CodePurpose, _ move: Move, _ change: Policy.Change?) {
    guard let source = move.code, source != .covered else { return }
    var rules = policy
    if change?.confirm == .oldNumber {
      rules.decides = .sender
      rules.steps = [Step(.sms)]
    }
    let isTalkedOut = source == .talkedOut
    if isTalkedOut { client.habits = .attentive }
    let text = texts.code(String(100_000 + random.below(900_000)), for: purpose)
    say(text, .code, origin: .app, by: rules) { told in
      // What is talked out is read at once.
      isTalkedOut
        ? told.attempts.contains { $0.isOwn && ($0.seenAt ?? .distant) < $0.sentAt.advanced(by: 30_000) }
        : told.reaches(isOwn: false)
    }
    client.habits.opensPush = 0
    client.habits.opensSMS = 0
    clock = clock.advanced(by: 20_000)
  }

  /// The notice of a change, or the bare event where the bank sends none.
  private mutating func tell(_ event: SecurityFact.Kind, _ text: String, about subject: String? = nil, as move: Move? = nil) {
    let isSent = say(text, .security, event: event, origin: .bank, about: subject) { told in
      guard let move else { return true }
      return told.reaches(isOwn: true) == move.told.contains(where: \.isOwn)
        && told.reaches(isOwn: false) == move.told.contains { !$0.isOwn }
    }
    guard !isSent, let kind = EventKind(name: event.name) else { return }
    var bare = SecurityEvent(id: nextID(), time: clock, kind: kind, bank: bank, source: .simulator)
    bare.device = client.devices.first { $0.id == subject }.map { LinkedDevice(id: $0.name, name: $0.name, platform: $0.platform) }
    bare.to = move?.channel?.name
    items.append(.event(bare))
  }

  /// Sends a message with the adversary's luck.
  /// - Returns: whether anything was sent at all.
  @discardableResult
  private mutating func say(
    _ text: String, _ category: Model.Category, event: SecurityFact.Kind? = nil, origin: Step.Origin, about subject: String? = nil,
    by rules: Policy? = nil, as isWanted: (Simulator.Told) -> Bool = { _ in true }
  ) -> Bool {
    let message = SimulatedMessage(
      id: nextID(), time: clock, bank: bank, category: category, event: event, origin: origin, sender: policy.name, app: policy.name,
      text: text)
    var told: Simulator.Told?
    for seed in 0..<Self.luck {
      var simulator = Simulator(rules ?? policy, client: client, seed: seed)
      let found = simulator.send(message, about: subject)
      if told == nil { told = found }
      guard isWanted(found) else { continue }
      told = found
      break
    }
    guard let told, !told.deliveries.isEmpty else {
      if event == nil { surprises += 1 }
      return false
    }
    if !isWanted(told) { surprises += 1 }
    items.append(.message(told.notification(account: client.account)))
    return true
  }

  private mutating func nextID() -> String {
    count += 1
    return "\(policy.id)-\(count)"
  }
}

extension Simulator.Told {
  /// Whether a copy came to somebody: to the client himself, or to somebody else.
  fileprivate func reaches(isOwn: Bool) -> Bool {
    attempts.contains { $0.deliveredAt != nil && $0.isOwn == isOwn }
  }
}

extension Timestamp {
  fileprivate static let distant = Timestamp(milliseconds: .max)
}
