import Model

extension SimulatedHistory {
  /// What a bank sends to one client of the lab's population: the same for the same arguments, on every machine.
  /// - Parameters:
  ///   - policy: by which the bank sends.
  ///   - messages: how many everyday messages.
  ///   - days: over how many days, from 2026-01-01 on.
  ///   - seed: which client, and all that is left to chance.
  ///   - attack: what an adversary does in the middle of it; empty for nothing.
  public init(_ policy: Policy, messages: Int, days: Int, seed: UInt64, attack: [Move] = []) {
    var random = RandomStream(seed: seed)
    let population = Population(parameters: LabParameters(), days: days)
    let member = population.member(seed: random.next())
    var client = member.client
    client.devices[0].name = AttackTrace.Endpoint.own.name
    client.numbers[0].number = AttackTrace.Endpoint.number
    if policy.isClientsChoice, member.acceptsPush {
      client.choose(.push, under: policy, at: client.devices[0].linkedAt, by: "client", device: client.devices[0].id)
    }
    var items: [Item] = []
    if !attack.isEmpty {
      let middle = Timestamp(milliseconds: Population.start + Int64(days) * Population.day / 2)
      let trace = AttackTrace(policy, path: attack, client: client, at: middle)
      items = trace.history.items
      client = trace.client
    }
    // What changed in the attack counts from its own time on, so the client as he is afterwards is right for the messages before it, too.
    var simulator = Simulator(policy, client: client, seed: random.next())
    var writer = EverydayMessages(policy, population, seed: random.next())
    let times = (0..<messages).map { _ in Population.start + Int64(random.fraction() * Double(Int64(days) * Population.day)) }.sorted()
    for (number, time) in times.enumerated() {
      let told = simulator.send(writer.message(number, at: Timestamp(milliseconds: time)))
      // Offers that come only by a package nobody paid for, and the like: nothing was sent, so there's nothing to keep.
      if !told.deliveries.isEmpty { items.append(.message(told.notification(account: client.account))) }
    }
    self.init(items)
  }
}

/// Everyday messages of one bank, in the shares of the lab's population.
private struct EverydayMessages {
  private let policy: Policy
  private let bank: String
  private let texts: BankTexts
  private let population: Population
  private var random: RandomStream
  private var balance: Int64 = 84_300

  private static let shops = ["PYATEROCHKA", "PEREKRESTOK", "APTEKA 36", "AZS 12", "COFFEE ZERNO", "KNIGI", "METRO", "STOLOVAYA N 5"]

  init(_ policy: Policy, _ population: Population, seed: UInt64) {
    self.policy = policy
    self.population = population
    bank = policy.banks.first ?? policy.id
    texts = BankTexts()
    random = RandomStream(seed: seed)
  }

  mutating func message(_ number: Int, at time: Timestamp) -> SimulatedMessage {
    let category = population.category(&random)
    let text = text(of: category)
    return SimulatedMessage(
      id: "\(policy.id)-everyday-\(number + 1)", time: time, bank: bank, category: category, event: category == .security ? .login : nil,
      origin: population.origin(of: category, &random), sender: policy.name, app: policy.name, text: text)
  }

  private mutating func text(of category: Model.Category) -> String {
    let amount = Int64(random.within(90...4_900))
    let shop = Self.shops[random.below(Self.shops.count)]
    switch category {
    case .code: return texts.code(String(100_000 + random.below(900_000)), for: .purchase(amount, shop))
    case .payment:
      // His pay comes in time, though no message tells of it.
      if balance < amount { balance += 90_000 }
      balance -= amount
      return texts.purchase(amount, shop, balance: balance)
    case .security: return texts.login(AttackTrace.Endpoint.own.name)
    case .statement: return texts.statement(amount)
    case .marketing: return texts.offer
    case .service: return texts.service
    }
  }
}
