import Model
import Testing

@testable import Delivery

/// Paths of the adversary's as the simulator plays them.
@Suite("Paths lived through")
struct AttackTraceTests {
  private func paths(_ id: String) throws -> [[Move]] {
    let policy = try Bench.policy(id)
    let (plain, withSS7) = (AdversarySearch.run(policy), AdversarySearch.run(policy, hasSS7: true))
    return [plain.shortestPath, withSS7.shortestPath] + (plain.broken + withSS7.broken).map(\.path)
  }

  @Test(
    "what the simulator sends on the adversary's path goes where the search says: codes to whoever has them, notices to whoever is told",
    arguments: PolicyTests.ids)
  func agrees(id: String) throws {
    for path in try paths(id) {
      let trace = AttackTrace(try Bench.policy(id), path: path)
      #expect(trace.surprises == 0, "\(path.map(\.kind.rawValue))")
    }
  }

  @Test("at Sberbank the client sees one code and nothing more; the second code and the transfer go to the stranger alone")
  func sberbank() throws {
    let policy = try Bench.policy("sberbank")
    let told = AttackTrace(policy, path: AdversarySearch.run(policy).shortestPath).history.notifications
    func places(_ words: String) throws -> [String] {
      try #require(told.last { $0.deliveries[0].text.contains(words) }, "\(words)").deliveries.map { $0.endpoint ?? "" }
    }
    #expect(try places("с нового устройства") == ["+79000000012"])
    #expect(try places("новое устройство Xiaomi 12") == ["Xiaomi 12"])
    #expect(try places("вместо СМС push на устройство Xiaomi 12") == ["Xiaomi 12"])
    #expect(try places("перевод 17 500") == ["Xiaomi 12"])
    #expect(told.filter { $0.deliveries.contains { $0.endpoint == "Xiaomi 12" } }.allSatisfy { !$0.isRead })
    #expect(told.map(\.deliveries[0].time) == told.map(\.deliveries[0].time).sorted())
  }

  @Test("what the bank tells nobody stands as an event, so that rules see it all the same")
  func untold() throws {
    var policy = try Bench.policy("sberbank")
    policy.binding.announce = .nobody
    let history = AttackTrace(policy, path: AdversarySearch.run(policy).shortestPath).history
    let bound = history.events.filter { $0.kind == .deviceBound }
    #expect(bound.map(\.device?.label) == ["iPhone 13", "Xiaomi 12"])
    #expect(!history.notifications.contains { $0.deliveries[0].text.contains("новое устройство") })
  }
}

@Suite("A simulated client's history")
struct SimulatedHistoryTests {
  @Test("the same arguments give the same lines, another seed another client's")
  func deterministic() throws {
    let policy = try Bench.policy("alfabank")
    func lines(seed: UInt64) -> [String] {
      SimulatedHistory(policy, messages: 200, days: 30, seed: seed).items.flatMap(\.json).map(\.line)
    }
    #expect(lines(seed: 3) == lines(seed: 3))
    #expect(lines(seed: 3) != lines(seed: 4))
  }

  @Test("every message asked for is there, by time, each copy with its state", arguments: PolicyTests.ids)
  func complete(id: String) throws {
    let history = SimulatedHistory(try Bench.policy(id), messages: 500, days: 30, seed: 2)
    #expect(history.notifications.count == 500)
    #expect(history.items.map(\.time) == history.items.map(\.time).sorted())
    #expect(history.notifications.allSatisfy { !$0.deliveries.isEmpty })
  }

  @Test("whoever unlinks the client's phone silences it, whatever client of the population it is")
  func unlinked() throws {
    let policy = try Bench.policy("push-only")
    let middle = Timestamp(milliseconds: Population.start + 15 * Population.day)
    func pushes(_ attack: [Move]) -> Int {
      (1...5 as ClosedRange<UInt64>).flatMap { seed in
        SimulatedHistory(policy, messages: 200, days: 30, seed: seed, attack: attack).notifications.flatMap(\.deliveries)
      }
      .count { $0.time > middle && $0.channel == .push && $0.status == .delivered }
    }
    #expect(pushes([]) > 50)
    #expect(pushes([Move(.unlink)]) == 0)
  }

  @Test("an attack in the middle changes what comes after it, and nothing before it")
  func attacked() throws {
    let policy = try Bench.policy("sberbank")
    let path = AdversarySearch.run(policy).shortestPath
    let quiet = SimulatedHistory(policy, messages: 400, days: 30, seed: 5)
    let attacked = SimulatedHistory(policy, messages: 400, days: 30, seed: 5, attack: path)
    let middle = Timestamp(milliseconds: Population.start + 15 * Population.day)
    func texts(_ history: SimulatedHistory) -> [String] {
      history.notifications.filter { $0.deliveries[0].time < middle }.map { $0.deliveries[0].text }
    }
    #expect(texts(quiet) == texts(attacked))
    func codesToStranger(_ history: SimulatedHistory) -> Int {
      history.notifications.count { $0.deliveries.contains { $0.endpoint == "Xiaomi 12" } && $0.deliveries[0].text.hasPrefix("Код") }
    }
    #expect(codesToStranger(quiet) == 0)
    #expect(codesToStranger(attacked) > 10)
  }
}
