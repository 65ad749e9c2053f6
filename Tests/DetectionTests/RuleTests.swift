import Model
import Testing

@testable import Detection

@Suite("Rules")
struct RuleTests {
  @Test("a rule finds what it should, and nothing else", arguments: RuleCase.all)
  func finds(_ test: RuleCase) throws {
    let start = test.events.map(\.time).min() ?? Timestamp(milliseconds: 0)
    let found = test.found(Story.findings(test.before + test.events)).filter { $0.time >= start }
    guard let severity = test.severity else {
      #expect(found.isEmpty)
      return
    }
    let last = try #require(found.last)
    #expect(last.severity == severity)
    if let device = test.device { #expect(last.device?.id == device) }
    #expect(last.evidence.contains(last.anchor))
    let ids = Set((test.before + test.events).map(\.id))
    #expect(last.evidence.allSatisfy { ids.contains($0) })
  }

  @Test("events that come late by up to a day give the same findings", arguments: RuleCase.all)
  func lateness(_ test: RuleCase) {
    let expected = Story.findings(test.before + test.events)
    for seed in 1...8 {
      let arrived = Shuffle.delayed(test.events, by: 24 * 3_600_000, seed: UInt64(seed))
      #expect(Story.findings(test.before + arrived) == expected)
    }
  }

  @Test("events that are told twice change nothing", arguments: RuleCase.all)
  func repetition(_ test: RuleCase) {
    let expected = Story.findings(test.before + test.events)
    #expect(Story.findings((test.before + test.events).flatMap { [$0, $0] }) == expected)
    #expect(Story.findings(test.before + test.events + test.events) == expected)
  }

  @Test("what was found stays found when more happens", arguments: RuleCase.all)
  func monotony(_ test: RuleCase) {
    let all = test.before + test.events.sorted(by: SecurityEvent.inOrder)
    let book = RuleBook(banks: Story.banks)
    var detector = AccountDetector(account: "anna")
    var changes: [Finding] = []
    for event in all { detector.take(event, book, into: &changes) }
    detector.wait(until: nil, book, into: &changes)
    #expect(changes.allSatisfy { $0.state != .withdrawn })
  }

  @Test("an account put aside between any two events goes on as if it hadn't been", arguments: RuleCase.all)
  func writtenDown(_ test: RuleCase) {
    let events = test.before + test.events
    #expect(Story.findings(events, writesDown: true) == Story.findings(events))
  }

  @Test("every rule has cases of both kinds")
  func coverage() {
    for rule in RuleBook.numbers where rule != RuleID(15) {
      let cases = RuleCase.all.filter { RuleID($0.rule) == rule }
      #expect(cases.contains { $0.severity != nil } && cases.contains { $0.severity == nil }, "\(rule)")
    }
    #expect(RuleBook.numbers == (1...31).map { RuleID($0) })
  }

  @Test("a rule that is switched off finds nothing")
  func off() {
    var limits = Limits()
    limits.off = [1]
    let found = Story.findings(Story.settled + [Story.bound("d2", 0)], limits: limits)
    #expect(!found.isEmpty && !found.contains { $0.rule == RuleID(1) })
  }
}

/// Orders that come about when events are under way for different times.
enum Shuffle {
  static func delayed(_ events: [SecurityEvent], by limit: Int64, seed: UInt64) -> [SecurityEvent] {
    var state = seed
    let arrivals = events.map { event in (event: event, at: event.time.milliseconds + Int64(next(&state) % UInt64(limit + 1))) }
    return arrivals.sorted { $0.at < $1.at }.map(\.event)
  }

  static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
