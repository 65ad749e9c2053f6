import Model
import Testing

@testable import Detection

@Suite("Events as they shouldn't be")
struct BadInputTests {
  private typealias S = Story
  private let takeover = S.settled + [S.bound("d2", 0), S.switched(170, by: "d2"), S.code("d2", 220), S.code("d2", 300)]

  private func rules(_ findings: [Finding]) -> [Int] { findings.map(\.rule.number).sorted() }

  @Test("an event of days ago is looked at, too, and takes nothing away that was found")
  func daysLate() {
    let before = S.findings(takeover)
    let late = S.bound("d3", -5 * S.day)
    let after = S.findings(takeover + [late])
    #expect(before.allSatisfy { found in after.contains { $0.id == found.id } })
    #expect(after.contains { $0.rule == RuleID(1) && $0.device?.id == "d3" })
  }

  @Test("events of one millisecond give the same findings in whatever order they come")
  func equalTimes() {
    let together = [S.bound("d2", 0), S.switched(0, by: "d2"), S.code("d2", 0), S.notice("d1", 0), S.login("d2", 0)]
    let expected = S.findings(S.settled + together)
    #expect(rules(expected).contains(4))
    for seed in 1...20 {
      #expect(S.findings(S.settled + Shuffle.delayed(together, by: 1_000, seed: UInt64(seed))) == expected)
    }
  }

  @Test("a device id that is used again after it was unlinked is a new binding, with a finding of its own")
  func reusedDevice() {
    let found = S.findings(
      S.settled + [S.bound("d2", 0), S.unbound("d2", S.hour, by: "d2"), S.bound("d2", 100 * S.hour), S.switched(101 * S.hour, by: "d2")])
    let bindings = found.filter { $0.rule == RuleID(1) && $0.device?.id == "d2" }
    #expect(bindings.count == 2 && Set(bindings.map(\.id)).count == 2)
    #expect(found.contains { $0.rule == RuleID(4) && $0.time.milliseconds == S.start + Int64(101 * S.hour * 1_000) })
  }

  @Test("clocks that differ by hours between devices change nothing that is found")
  func skewedArrival() {
    let expected = S.findings(takeover)
    // What the stranger's device reports comes six hours behind what the client's does.
    let skewed = S.settled + [takeover[1], takeover[3], takeover[4], S.login("d1", 6 * S.hour), takeover[2]]
    #expect(S.findings(skewed).filter { $0.rule != RuleID(19) } == expected.filter { $0.rule != RuleID(19) })
  }

  @Test("a device whose clock is two hours ahead, or behind, takes nothing away from what is found", arguments: [-2 * S.hour, 2 * S.hour])
  func skewedClock(ahead: Double) {
    // The client's own phone goes on logging in by its clock, in between what the stranger does.
    let logins = [-30, 100, 200, 260, 4_000].map { (at: Double($0), event: S.login("d1", Double($0) + ahead)) }
    let steps = takeover.dropFirst().map { (at: Double($0.time.milliseconds - S.start) / 1_000, event: $0) }
    let arrived = S.settled + (steps + logins).sorted { $0.at < $1.at }.map(\.event)
    let found = S.findings(arrived)
    for expected in S.findings(takeover) { #expect(found.contains { $0.id == expected.id && $0.severity == expected.severity }) }
    #expect(found == S.findings(arrived.sorted(by: SecurityEvent.inOrder)))
  }

  @Test("a stranger's device whose clock is two hours ahead is found as one whose clock is right")
  func skewedStranger() {
    let ahead = takeover.dropFirst().map { event in
      var event = event
      event.time = event.time.advanced(by: Int64(2 * S.hour * 1_000))
      return event
    }
    let between = [S.login("d1", 10), S.code("+79000000012", 400, channel: .sms)]
    #expect(rules(S.findings(S.settled + ahead + between)).filter { $0 != 19 } == rules(S.findings(takeover + between)).filter { $0 != 19 })
  }

  @Test("events dated years ahead push nothing out of what an account remembers, up to eight of them", arguments: [1, 8])
  func farFuture(count: Int) {
    let years = 30 * 365 * S.day
    let wrong = (0..<count).map { S.login("d1", years + Double($0) * 40 * S.day) }
    // They arrive first; what is right comes after them.
    let right = Array(takeover.dropFirst()) + [S.code("d2", 400), S.notice("d2", 500), S.sent(300_000, 600, on: "d2", left: 1_000)]
    let expected = S.findings(S.settled + right)
    let found = S.findings(S.settled + wrong + right)
    #expect(found.filter { finding in !wrong.contains { $0.id == finding.anchor } } == expected)
    #expect(found == S.findings((S.settled + wrong + right).sorted(by: SecurityEvent.inOrder)))
  }

  @Test("after more events from years ahead, bindings and switches are found all the same")
  func manyFromTheFuture() {
    let wrong = (0..<400).map { S.login("d1", 30 * 365 * S.day + Double($0)) }
    let found = S.findings(S.settled + wrong + takeover.dropFirst())
    #expect(Set(rules(found)).isSuperset(of: [1, 4, 5]))
  }

  @Test("an account gives back the room that a burst of events took, once they are forgotten")
  func burst() {
    let book = RuleBook(banks: S.banks)
    var detector = AccountDetector(account: "anna")
    var changes: [Finding] = []
    for second in 0..<200 { detector.take(S.sent(1, Double(second)), book, into: &changes) }
    #expect(detector.state.window.capacity >= 200)
    for day in stride(from: 10, through: 100, by: 10) { detector.take(S.sent(1, Double(day) * S.day), book, into: &changes) }
    #expect(detector.state.window.count == AccountState.aheadLimit + 1)
    #expect(detector.state.window.capacity < 16)
  }

  @Test("an account of twenty thousand events remembers no more than one of a thousand, and still finds the last takeover")
  func manyEvents() {
    let book = RuleBook(banks: S.banks)
    var detector = AccountDetector(account: "anna")
    var changes: [Finding] = []
    for event in S.settled { detector.take(event, book, into: &changes) }
    var sizes: [Int] = []
    for number in 0..<20_000 {
      detector.take(S.sent(1, Double(number) * 25 - 600_000, to: "payee \(number % 300)"), book, into: &changes)
      if number == 999 || number == 19_999 { sizes.append(detector.bytes.count) }
    }
    #expect(sizes[1] < 2 * sizes[0] && sizes[1] < 64 * 1_024)
    changes.removeAll()
    for event in takeover.dropFirst() { detector.take(event, book, into: &changes) }
    #expect(Set(changes.map(\.rule.number)).isSuperset(of: [1, 4, 5]))
  }

  @Test("texts that are empty, huge or hostile are taken as they are")
  func hostileTexts() {
    let name = String(repeating: "\u{202E}\u{1B}[2J", count: 5_000)
    var event = S.bound(name, 0)
    event.place = ""
    event.bank = ""
    let found = S.findings(S.settled + [event, S.bound("", 10)])
    #expect(found.contains { $0.device?.id == name })
  }

  @Test("times at the ends of what can be written do no harm")
  func extremeTimes() {
    var first = S.bound("d8", 0, id: "first")
    first.time = Timestamp(milliseconds: .min)
    var last = S.bound("d9", 0, id: "last")
    last.time = Timestamp(milliseconds: .max)
    _ = S.findings(takeover + [first, last])
    _ = S.findings([last, first] + takeover)
  }
}
