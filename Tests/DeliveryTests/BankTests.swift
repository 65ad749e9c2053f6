import Model
import Testing

@testable import Delivery

/// What FACTS' table says of each bank, message by message.
@Suite("Banks as the facts have them")
struct BankTests {
  @Test("Sberbank, SMS chosen: a payment tends to come by push all the same while the phone is reached, never when it is not; codes by SMS")
  func sberbankSMS() throws {
    var bench = try Bench("sberbank")
    bench.choose(.sms)
    let ways = Set((0..<200).map { bench.send(.payment, after: Int64($0)).way })
    #expect(ways == ["push", "sms"])
    #expect(Set((0..<50).map { bench.send(.code, after: Int64($0)).way }) == ["sms"])
    bench.offline()
    #expect(Set((0..<200).map { bench.send(.payment, after: Int64($0)).way }.map { $0.split(separator: " ").last }) == ["sms"])
  }

  @Test("Sberbank, push chosen: codes follow, and without internet an SMS comes a minute later")
  func sberbankPush() throws {
    var bench = try Bench("sberbank")
    bench.choose(.push)
    #expect(bench.send(.code).way == "push")
    #expect(bench.send(.payment, origin: .app).way == "push")
    bench.offline()
    let told = bench.send(.payment)
    #expect(told.way == "!push sms")
    #expect(told.attempts[1].sentAt == told.attempts[0].sentAt.advanced(by: 60_000))
  }

  @Test("T-Bank forces push on a reachable phone, whatever the client asks for")
  func tbankForces() throws {
    var bench = try Bench("tbank")
    bench.choose(.sms, by: "client")
    #expect(bench.send(.payment).way == "push")
    #expect(bench.send(.code).way == "push")
  }

  @Test("T-Bank: without internet, or with the app's background work off, SMS comes; while the app is open, push comes")
  func tbankFallsBack() throws {
    var bench = try Bench("tbank")
    bench.offline()
    #expect(bench.send(.payment).way == "!push sms")
    bench = try Bench("tbank")
    bench.simulator.client.devices[0].asleep = .from(Bench.longAgo)
    #expect(bench.send(.payment).way == "!push sms")
    bench.simulator.client.devices[0].appOpen = Spells([Bench.now.milliseconds..<(Bench.now.milliseconds + 60_000)])
    #expect(bench.send(.payment, origin: .app).way == "push")
  }

  @Test("T-Bank: with SMS switched on by support, operations in app and internet bank still send no SMS at all")
  func tbankSupport() throws {
    var bench = try Bench("tbank")
    bench.choose(.sms, by: "bank")
    #expect(bench.send(.payment, origin: .card).way == "sms")
    bench.offline()
    #expect(bench.send(.payment, origin: .app).way == "!push")
    #expect(bench.send(.payment, origin: .web).way == "!push")
  }

  @Test("VTB: codes by SMS unless push is chosen; a first login always sends SMS; card alerts need the package")
  func vtb() throws {
    var bench = try Bench("vtb")
    #expect(bench.send(.code).way == "sms")
    bench.choose(.push)
    #expect(bench.send(.code).way == "push")
    #expect(bench.send(.security, event: .login).way == "sms")
    #expect(bench.send(.security, event: .deviceBound).way == "sms")
    bench.simulator.client.hasPackage = false
    let told = bench.send(.payment)
    #expect(told.way == "!push")
    #expect(told.reasons == ["package not paid for"])
    #expect(bench.send(.code).way == "push")
  }

  @Test("Alfa, Raiffeisen, Vostochny: what the client chose, codes too")
  func alfa() throws {
    var bench = try Bench("alfabank")
    #expect(bench.send(.code).way == "sms")
    bench.choose(.push)
    #expect(bench.send(.code).way == "push")
    #expect(bench.send(.payment, origin: .app).way == "push")
    bench.offline()
    #expect(bench.send(.payment).way == "!push sms")
  }

  @Test("Home Credit, MKB: codes by SMS whatever was chosen, push is never forced")
  func homeCredit() throws {
    var bench = try Bench("homecredit")
    #expect(bench.send(.payment).way == "sms")
    bench.choose(.push)
    #expect(bench.send(.code).way == "sms")
    #expect(bench.send(.payment).way == "push")
    bench.offline()
    #expect(bench.send(.statement).way == "!push sms")
    #expect(bench.simulator.policy.canSwitch(.code) == false)
  }

  @Test("the cascade goes push, messenger, SMS and stops when the push was opened; a code waits a minute and skips the messenger")
  func cascade() throws {
    var bench = try Bench("cascade")
    bench.simulator.client.habits = .init(pushLoss: 1, smsLoss: 0, opensPush: 0, opensSMS: 1)
    #expect(bench.send(.payment).way == "!push !messenger sms")
    let code = bench.send(.code)
    #expect(code.way == "!push sms")
    #expect(code.attempts[1].sentAt == code.attempts[0].sentAt.advanced(by: 60_000))
    var policy = bench.simulator.policy
    policy.codes.byMessenger = true
    var liberal = Bench(policy)
    liberal.simulator.client.habits = .init(pushLoss: 1, smsLoss: 0, opensPush: 0, opensSMS: 1)
    #expect(liberal.send(.code).way == "!push !messenger sms")
    bench.simulator.client.habits = .attentive
    #expect((0..<40).contains { bench.send(.payment, after: $0).way == "push" })
  }

  @Test("the chain asks the messenger first, and sends SMS where it is refused")
  func chain() throws {
    var bench = try Bench("chain")
    #expect(bench.send(.payment).way == "messenger")
    bench.simulator.client.hasMessenger = false
    let told = bench.send(.payment)
    #expect(told.way == "!messenger sms")
    #expect(told.attempts[0].sentAt == told.attempts[1].sentAt)
  }

  @Test("strict SMS sends everything by SMS, codes, notices and offers")
  func strict() throws {
    var bench = try Bench("strict-sms")
    bench.choose(.push)
    for category in Category.allCases { #expect(bench.send(category).way == "sms") }
    bench.offline()
    #expect(bench.send(.payment).way == "sms")
    #expect(bench.simulator.policy.canSwitch(.payment) == false)
  }

  @Test(
    "where the notice of a binding goes",
    arguments: [
      ("sberbank", ["+79000000012"]), ("tbank", ["Xiaomi 12"]), ("tbank-until-2021-08-03", ["Xiaomi 12"]), ("vtb", ["+79000000012"]),
      ("alfabank", ["+79000000012"]), ("homecredit", ["+79000000012"]), ("cascade", ["Xiaomi 12"]), ("strict-sms", ["+79000000012"]),
      ("kolokol", ["iPhone 13 (Anna)", "+79000000012"]),
    ])
  func binding(id: String, endpoints: [String]) throws {
    var bench = try Bench(id)
    // Sberbank's own way of sending push all the same is another test's.
    if id == "sberbank" { bench.offline() }
    bench.simulator.bind(Bench.xiaomi)
    let told = bench.send(.security, event: .deviceBound, about: "d2")
    #expect(told.deliveries.filter(\.status.arrived).compactMap(\.endpoint).filter { id != "sberbank" || $0.hasPrefix("+") } == endpoints)
  }

  /// What becomes of a message at one bank in FACTS' five moments; `!` before a copy that didn't arrive, endpoints for the binding.
  struct Moments: CustomTestStringConvertible, Sendable {
    var bank: String
    /// A payment while the phone has internet and no mobile network.
    var pushOnly: String
    /// A payment while it has a mobile network and no internet.
    var offline: String
    /// A payment made in the app, which is open.
    var inApp: String
    var code: String
    /// Where the notice of a stranger's new device arrives.
    var binding: [String]

    var testDescription: String { bank }
  }

  static let moments = [
    Moments(bank: "sberbank", pushOnly: "push", offline: "!push sms", inApp: "push", code: "push", binding: ["Xiaomi 12"]),
    Moments(bank: "tbank-until-2021-08-03", pushOnly: "push", offline: "!push sms", inApp: "push", code: "push", binding: ["Xiaomi 12"]),
    Moments(bank: "tbank", pushOnly: "push", offline: "!push sms", inApp: "push", code: "push", binding: ["Xiaomi 12"]),
    Moments(bank: "vtb", pushOnly: "push", offline: "!push sms", inApp: "push", code: "push", binding: ["+79000000012"]),
    Moments(bank: "alfabank", pushOnly: "push", offline: "!push sms", inApp: "push", code: "push", binding: ["Xiaomi 12"]),
    Moments(bank: "homecredit", pushOnly: "push", offline: "!push sms", inApp: "push", code: "sms", binding: ["Xiaomi 12"]),
    // The client enters the code after more than the minute that the cascade waits.
    Moments(bank: "cascade", pushOnly: "push", offline: "!push !messenger sms", inApp: "push", code: "push sms", binding: ["Xiaomi 12"]),
    Moments(
      bank: "chain", pushOnly: "messenger", offline: "!messenger sms", inApp: "messenger", code: "messenger", binding: ["iPhone 13 (Anna)"]),
    Moments(bank: "strict-sms", pushOnly: "!sms", offline: "sms", inApp: "sms", code: "sms", binding: ["+79000000012"]),
  ]

  @Test(
    "each bank, push chosen where the client chooses: only push gets through, only SMS does, a payment in the app, a code, a binding",
    arguments: moments)
  func everyMoment(expected: Moments) throws {
    func bench() throws -> Bench {
      var bench = try Bench(expected.bank)
      bench.choose(.push)
      return bench
    }
    var pushOnly = try bench()
    pushOnly.simulator.client.numbers[0].off = .from(Bench.longAgo)
    #expect(pushOnly.send(.payment).way == expected.pushOnly)
    var offline = try bench()
    offline.offline()
    #expect(offline.send(.payment).way == expected.offline)
    var open = try bench()
    open.simulator.client.devices[0].appOpen = .from(Bench.longAgo)
    #expect(open.send(.payment, origin: .app).way == expected.inApp)
    var code = try bench()
    #expect(code.send(.code, origin: .app).way == expected.code)
    var binding = try bench()
    binding.simulator.bind(Bench.xiaomi)
    let told = binding.send(.security, event: .deviceBound, after: 1, about: "d2")
    #expect(told.deliveries.filter { $0.deliveredAt != nil }.compactMap(\.endpoint) == expected.binding)
  }
}
