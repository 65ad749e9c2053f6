import Model
import Testing

@testable import Delivery

/// What must hold under every policy, or under ours where a real bank breaks it (those are listed in the lab's tests).
@Suite("Hard rules")
struct HardRuleTests {
  @Test("a binding is also announced at every endpoint that was there before")
  func binding() throws {
    var bench = try Bench("kolokol")
    bench.choose(.push)
    bench.simulator.bind(Bench.xiaomi)
    let told = bench.send(.security, event: .deviceBound, about: "d2")
    #expect(Set(told.endpoints) == ["iPhone 13 (Anna)", "+79000000012"])
  }

  @Test("a switch of the channel is announced at every endpoint that was there before")
  func channelSwitch() throws {
    var bench = try Bench("kolokol")
    bench.simulator.bind(Bench.xiaomi)
    bench.simulator.choose(
      Preference(bank: nil, scope: .all, channel: .push, setAt: Bench.now.advanced(by: 60_000), setBy: "d2", device: "d2"))
    let told = bench.send(.security, event: .channelChanged, after: 60, about: "d2")
    #expect(told.endpoints == ["iPhone 13 (Anna)", "+79000000012"])
  }

  @Test("a new number is announced at the old one")
  func number() throws {
    var bench = try Bench("kolokol")
    bench.simulator.changeNumber(to: "+79000000099", isOwn: false, at: Bench.now)
    let told = bench.send(.security, event: .phoneChanged)
    #expect(told.endpoints == ["iPhone 13 (Anna)", "+79000000012"])
  }

  @Test("a device in cooling-off is never the only endpoint of a code")
  func coolingOff() throws {
    var bench = try Bench("kolokol")
    bench.simulator.bind(Bench.xiaomi)
    let twelveHours: Int64 = 12 * 3_600
    for after in [0, 60, twelveHours - 1] {
      let told = bench.send(.code, after: after)
      #expect(told.deliveries.filter(\.status.arrived).map(\.endpoint) == ["iPhone 13 (Anna)"])
      #expect(told.reasons == ["device in cooling-off"])
    }
    let trusted = bench.send(.code, after: twelveHours)
    #expect(Set(trusted.endpoints) == ["iPhone 13 (Anna)", "Xiaomi 12"])
    // Without another device there is nowhere for it to go: it isn't sent at all.
    bench.simulator.unlink(device: "d1", at: Bench.now.advanced(by: -1))
    #expect(bench.send(.code).way == "!push")
  }

  @Test(
    "an unlinked device gets nothing sent from the moment of the unlink, and nothing that was waiting for it", arguments: PolicyTests.ids)
  func unlinked(id: String) throws {
    var bench = try Bench(id)
    bench.choose(.push)
    bench.simulator.client.numbers = []
    bench.simulator.unlink(device: "d1", at: Bench.now.advanced(by: 10_000))
    for category in Model.Category.allCases {
      let after = bench.send(category, after: 10)
      #expect(!after.attempts.contains { $0.channel == .push && $0.status != .notSent }, "\(category)")
    }
    // Sent before, while offline; the device comes back after the unlink.
    bench.offline(to: 20)
    for category in Model.Category.allCases {
      #expect(!bench.send(category).attempts.contains { $0.channel == .push && $0.deliveredAt != nil }, "\(category)")
    }
  }

  @Test("a critical message ignores preferences")
  func criticalIgnoresPreferences() throws {
    var bench = try Bench("kolokol")
    bench.choose(.sms, .category(.security))
    bench.choose(.sms, .event(.deviceBound))
    bench.simulator.bind(Bench.xiaomi)
    #expect(bench.send(.security, event: .deviceBound, about: "d2").attempts.map(\.channel) == [.push, .sms])
  }

  @Test("a critical message ignores quiet hours; what can wait waits for their end", arguments: PolicyTests.ids)
  func criticalIgnoresQuietHours(id: String) throws {
    // 14:00 in Moscow lies within.
    try ignores(Quiet(hours: DailyHours("13:00-15:00"), offsetSeconds: 3 * 3_600), id)
  }

  @Test("a critical message ignores snooze; what can wait waits for its end", arguments: PolicyTests.ids)
  func criticalIgnoresSnooze(id: String) throws {
    try ignores(Quiet(snoozedUntil: Bench.now.advanced(by: 3_600_000)), id)
  }

  /// Quiet for one more hour.
  private func ignores(_ quiet: Quiet, _ id: String) throws {
    var bench = try Bench(id)
    bench.simulator.client.quiet = quiet
    bench.simulator.bind(Bench.xiaomi)
    for event in [SecurityFact.Kind.deviceBound, .channelChanged, .phoneChanged, .login] {
      #expect(bench.send(.security, event: event, about: "d2").attempts.first?.sentAt == Bench.now, "\(event)")
    }
    #expect(bench.send(.code).attempts.first?.sentAt == Bench.now)
    for category in [Model.Category.payment, .statement, .marketing, .service] {
      #expect(bench.send(category).attempts.first?.sentAt == Bench.now.advanced(by: 3_600_000), "\(category)")
    }
  }

  @Test("quiet hours that run over midnight end the next morning, and a snooze that ends within them ends with them")
  func overMidnight() {
    func sent(_ hoursAfterTwo: Int64, snoozedFor hours: Int64? = nil) -> Int64 {
      let time = Bench.now.advanced(by: hoursAfterTwo * 3_600_000)
      let quiet = Quiet(
        hours: DailyHours("22:00-07:00"), snoozedUntil: hours.map { Bench.now.advanced(by: $0 * 3_600_000) }, offsetSeconds: 3 * 3_600)
      return (quiet.sendingTime(time, .statement).milliseconds - Bench.now.milliseconds) / 3_600_000
    }
    #expect(sent(7) == 7)
    #expect(sent(8) == 17)
    #expect(sent(16) == 17)
    #expect(sent(17) == 17)
    #expect(sent(1, snoozedFor: 3) == 3)
    #expect(sent(1, snoozedFor: 9) == 17)
    #expect(sent(9, snoozedFor: 3) == 17)
  }

  @Test("a code expires: it doesn't arrive when it is worth nothing any more, and is never in a digest", arguments: PolicyTests.ids)
  func codeExpires(id: String) throws {
    var bench = try Bench(id)
    bench.simulator.client.quiet = Quiet(hours: DailyHours(from: 0, until: 1_439), snoozedUntil: Bench.now.advanced(by: 86_400_000))
    let valid = Int64(bench.simulator.policy.codes.validSeconds)
    let told = bench.send(.code)
    #expect(told.attempts.first?.sentAt == Bench.now)
    bench.offline(to: valid + 60)
    bench.simulator.client.numbers[0].off = Spells([Bench.now.milliseconds..<(Bench.now.milliseconds + (valid + 60) * 1_000)])
    let late = bench.send(.code)
    #expect(late.attempts.allSatisfy { $0.deliveredAt == nil })
    #expect(late.attempts.contains { $0.status == .expired })
  }

  @Test(
    "an invalid push token goes to the next step at once, and the failed copy stays in the trace with its reason",
    arguments: ["app not installed", "push not permitted", "push subscription lost"])
  func invalidToken(reason: String) throws {
    var bench = try Bench("alfabank")
    bench.choose(.push)
    switch reason {
    case "app not installed": bench.simulator.client.devices[0].hasApp = false
    case "push not permitted": bench.simulator.client.devices[0].isPushPermitted = false
    default: bench.simulator.client.devices[0].subscriptionLostAt = Bench.longAgo
    }
    let told = bench.send(.payment)
    #expect(told.way == "!push sms")
    #expect(told.attempts[0].sentAt == told.attempts[1].sentAt)
    #expect(told.attempts[0].status == .failed)
    #expect(told.reasons == [reason])
  }
}

@Suite("The simulator")
struct SimulatorTests {
  @Test("the same seed tells the same, another seed something else")
  func deterministic() throws {
    func run(_ seed: UInt64) throws -> [Attempt] {
      var bench = try Bench("sberbank", seed: seed)
      bench.simulator.client.habits = .init(pushLoss: 0.2, smsLoss: 0.1, opensPush: 0.5, opensSMS: 0.98)
      return (0..<50).flatMap { bench.send(.payment, after: $0).attempts }
    }
    #expect(try run(3) == run(3))
    #expect(try run(3) != run(4))
  }

  @Test("a push is cut at 64 and 240 characters, an SMS goes whole, in parts that cost 3 ₽ each")
  func lengths() throws {
    var bench = try Bench("sberbank")
    bench.choose(.push)
    bench.offline()
    let message = SimulatedMessage(
      id: "m", time: Bench.now, bank: "sberbank", category: .statement, title: String(repeating: "т", count: 65),
      text: String(repeating: "ж", count: 300))
    let told = bench.simulator.send(message)
    #expect(told.deliveries.map(\.channel) == [.push, .sms])
    #expect(told.deliveries[0].title?.count == 64)
    #expect(told.deliveries[0].text.count == 240)
    #expect(told.deliveries[1].text.count == 300)
    // 300 Cyrillic letters: five parts of 67.
    #expect(told.deliveries[1].parts == 5)
    #expect(told.deliveries[1].costMinor == 1_500)
  }

  @Test("a push that waits arrives when the device is back; an SMS waits for the phone")
  func waiting() throws {
    var bench = try Bench("push-only")
    bench.offline(to: 3_600)
    let push = bench.send(.payment)
    let delivered = try #require(push.attempts[0].deliveredAt)
    #expect(delivered >= Bench.now.advanced(by: 3_600_000))
    #expect(push.reasons == ["no internet"])
    var strict = try Bench("strict-sms")
    strict.simulator.client.numbers[0].off = Spells([Bench.now.milliseconds..<(Bench.now.milliseconds + 7_200_000)])
    #expect(try #require(strict.send(.payment).attempts[0].deliveredAt) >= Bench.now.advanced(by: 7_200_000))
    strict.simulator.client.numbers[0].off = .from(Bench.now)
    #expect(strict.send(.payment).attempts.map(\.status) == [.expired])
  }

  @Test("a stranger's device, once it is the newest, gets the codes of a bank that sends to the newest, and the client nothing")
  func diverted() throws {
    var bench = try Bench("sberbank")
    bench.choose(.sms)
    bench.simulator.bind(Bench.xiaomi)
    #expect(bench.send(.code, after: 1).endpoints == ["+79000000012"])
    bench.simulator.choose(
      Preference(bank: "sberbank", scope: .all, channel: .push, setAt: Bench.now.advanced(by: 2_000), setBy: "d2", device: "d2"))
    let code = bench.send(.code, after: 3)
    #expect(code.endpoints == ["Xiaomi 12"])
    #expect(code.attempts.allSatisfy { !$0.isOwn })
  }
}
