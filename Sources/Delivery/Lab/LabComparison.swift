import Dispatch
import Model
import Synchronization

/// Policies over the same seeded clients and messages.
public struct LabComparison: Sendable {
  public var clients: Int
  public var days: Int
  public var seed: UInt64
  public var parameters: LabParameters

  /// - Parameters:
  ///   - clients: 10 or more; counted up to a multiple of 10, since the intervals come from ten groups of them, each with seeds of its own.
  ///   - days: how long, 1 to 366.
  ///   - seed: the same seed gives the same numbers on every machine.
  ///   - parameters: what the population is made from.
  public init(clients: Int = 10_000, days: Int = 30, seed: UInt64 = 1, parameters: LabParameters = LabParameters()) {
    self.clients = max(Self.groups, (clients + Self.groups - 1) / Self.groups * Self.groups)
    self.days = min(max(days, 1), 366)
    self.seed = seed
    self.parameters = parameters
  }

  /// How many groups of clients the confidence intervals rest on.
  public static let groups = 10

  /// Runs every policy. The groups run side by side; the result doesn't depend on how many do.
  public func run(_ policies: [Policy]) -> [LabResult] {
    run(policies) { false } ?? []
  }

  /// The same, until nobody waits for it any more.
  /// - Returns: nil when it was stopped.
  public func run(_ policies: [Policy], isStopped: @Sendable () -> Bool) -> [LabResult]? {
    let tallies = Mutex([[Tally]](repeating: [], count: Self.groups))
    DispatchQueue.concurrentPerform(iterations: Self.groups) { group in
      guard let found = tally(group, policies, isStopped) else { return }
      tallies.withLock { $0[group] = found }
    }
    guard !isStopped() else { return nil }
    let all = tallies.withLock { $0 }
    return policies.indices.map { place in LabResult(policy: policies[place].id, tallies: all.map { $0[place] }, days: days) }
  }

  private func tally(_ group: Int, _ policies: [Policy], _ isStopped: () -> Bool) -> [Tally]? {
    var runs = policies.map { PolicyRun($0, parameters: parameters, days: days) }
    let population = Population(parameters: parameters, days: days)
    var seeds = RandomStream(seed: seed &* 1_000_003 &+ UInt64(group))
    for _ in 0..<(clients / Self.groups) {
      guard !isStopped() else { return nil }
      let member = population.member(seed: seeds.next())
      let fate = seeds.next()
      for place in runs.indices { runs[place].add(member, seed: fate) }
    }
    return runs.map(\.tally)
  }
}

/// What one policy came to.
public struct LabResult: Hashable, Sendable {
  public var policy: String
  /// Shares of all messages: had by the client within a minute, ever, and to be looked up afterwards.
  public var reachedSoon: Estimate
  public var reached: Estimate
  public var kept: Estimate
  /// Messages a client never had and can't look up, of 1 000; and how many of each category.
  public var lost: Estimate
  public var lostByCategory: [Category: Double]
  /// Seconds until half of the messages that reached anybody had.
  public var medianSeconds: Double?
  /// Minor units: sending 1 000 messages, and what one client costs a month, service fee included.
  public var costPer1000: Estimate
  public var costPerClientMonth: Estimate
  /// Of the codes an attacker asks for, how many come to an endpoint that isn't the client's, an attack.
  public var exposedCodes: Estimate
  /// Share of attacks in which the notice of the binding reached an endpoint from before.
  public var warned: Estimate
  /// Seconds from the talked-out code to the first notice the client looks at, in the middle; nil when most never see one.
  public var secondsToAlert: Double?
  /// How many of the rules R03, R05 and R06 an attack sets off, on average.
  public var findings: Estimate
  public var messages: Int
  public var attacks: Int
  /// How many clients all of it was counted over.
  public var clients: Int

  init(policy: String, tallies: [Tally], days: Int) {
    self.policy = policy
    let total = tallies.reduce(Tally(), +)
    func share(_ part: @escaping (Tally) -> Double, of whole: @escaping (Tally) -> Int) -> Estimate {
      // A group in which there is nothing to have a share of says nothing of the share.
      Estimate(tallies.compactMap { whole($0) == 0 ? nil : part($0) / Double(whole($0)) })
    }
    reachedSoon = share({ Double($0.reachedSoon) }, of: \.messages)
    reached = share({ Double($0.reached) }, of: \.messages)
    kept = share({ Double($0.kept) }, of: \.messages)
    lost = share({ Double($0.lost.reduce(0, +)) * 1_000 }, of: \.messages)
    lostByCategory = Dictionary(
      uniqueKeysWithValues: Category.allCases.map { category in
        (category, total.messages == 0 ? 0 : Double(total.lost[category.rawValue - 1]) * 1_000 / Double(total.messages))
      })
    medianSeconds = total.medianSeconds
    costPer1000 = share({ Double($0.costMinor) * 1_000 }, of: \.messages)
    costPerClientMonth = share({ Double($0.costMinor + $0.feeMinor) * 30 / Double(days) }, of: \.clients)
    exposedCodes = share({ Double($0.exposedCodes) }, of: \.attacks)
    warned = share({ Double($0.warnedAttacks) }, of: \.attacks)
    findings = share({ Double($0.findings) }, of: \.attacks)
    let alerts = total.alerts.sorted()
    let middle = (total.attacks - 1) / 2
    secondsToAlert = total.attacks > 0 && middle < alerts.count ? Double(alerts[middle]) / 1_000 : nil
    messages = total.messages
    attacks = total.attacks
    clients = total.clients
  }
}

/// A mean with half the width of its 95 % confidence interval, from ten groups (Student's t with 9 degrees of freedom), or as many as there are.
public struct Estimate: Hashable, Sendable {
  public var mean: Double
  /// Infinite where there are less than two groups.
  public var margin: Double

  init(_ values: [Double]) {
    let count = Double(max(values.count, 1))
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(count - 1, 1)
    self.mean = mean
    margin = values.count < 2 ? .infinity : Self.quantiles[min(values.count, 10) - 2] * (variance / count).squareRoot()
  }

  /// Student's t at 97.5 % for 1 to 9 degrees of freedom.
  private static let quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262]

  /// Whether the two differ by more than chance does, at 95 %: by more than both margins allow together.
  public func isOther(than other: Estimate) -> Bool {
    abs(mean - other.mean) > (margin * margin + other.margin * other.margin).squareRoot()
  }
}
