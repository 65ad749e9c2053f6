import Foundation
import Model
import Testing

@testable import Detection

@Suite("One account with very many events")
struct LongRunTests {
  private typealias S = Story

  /// What is found of events told in order, the last word on each; and the account afterwards.
  private func watched(_ events: some Sequence<SecurityEvent>) -> (found: [FindingID: Finding], account: AccountDetector) {
    let book = RuleBook(banks: S.banks)
    var detector = AccountDetector(account: "anna")
    var found: [FindingID: Finding] = [:]
    var changes: [Finding] = []
    for event in events {
      detector.take(event, book, into: &changes)
      for change in changes { found[change.id] = change }
      changes.removeAll(keepingCapacity: true)
    }
    detector.wait(until: nil, book, into: &changes)
    for change in changes { found[change.id] = change }
    return (found, detector)
  }

  /// Whether an account remembers no more than is stated in docs/detection.md.
  private func isBounded(_ account: AccountDetector) -> Bool {
    let state = account.state
    let long = state.long
    return state.window.count <= AccountState.windowLimit && state.links.count <= AccountState.linkLimit
      && state.raised.count <= AccountDetector.raisedLimit && state.raised.allSatisfy { $0.match.evidence.count <= Match.evidenceLimit }
      && [long.seen.count, long.paid.count, long.chosen.count, long.spans.count, long.endpoints.count].allSatisfy { $0 <= LongMemory.limit }
      && state.names.texts.count <= Names.limit && account.bytes.count < 512 * 1_024
  }

  @Test("refusals that go on for longer than an account remembers are one finding, which is as old as the fifth of them")
  func bombing() throws {
    let prompts = (0..<1_000).map { S.prompt(.promptDenied, Double($0) * 25) }
    let (found, account) = watched(S.settled + prompts)
    let bombing = found.values.filter { $0.rule == RuleID(21) }
    let one = try #require(bombing.first)
    #expect(bombing.count == 1)
    #expect(one.anchor == prompts[0].id && one.time == prompts[4].time)
    #expect(one.evidence.first == one.anchor && one.evidence.last == prompts[999].id)
    #expect(isBounded(account))
  }

  @Test("messages against the client's choice that go on for longer than an account remembers are one finding")
  func notHonoured() throws {
    let messages = (0..<1_000).map { S.message(Double($0) * 25 + 60, channel: .push) }
    let (found, account) = watched(S.settled + [S.switched(0, to: "sms", by: "d1")] + messages)
    let against = found.values.filter { $0.rule == RuleID(26) }
    let one = try #require(against.first)
    #expect(against.count == 1)
    #expect(one.anchor == messages[0].id && one.time == messages[2].time)
    #expect(one.evidence.first == one.anchor && one.evidence.last == messages[999].id)
    #expect(isBounded(account))
  }

  /// A million takes minutes in a debug build: `KOLOKOL_MILLION=1 swift test -c release -Xswiftc -enable-testing --filter LongRun`.
  private static let events = ProcessInfo.processInfo.environment["KOLOKOL_MILLION"] == nil ? 4_000 : 1_000_000

  @Test("an account remembers no more than is stated, whatever it has very many of, and finds the takeover", arguments: Habit.allCases)
  func million(habit: Habit) {
    let end = Double(Self.events) * 25
    let takeover = [S.bound("d2", end), S.switched(end + 170, by: "d2"), S.code("d2", end + 220), S.code("d2", end + 300)]
    let prompts = (0..<5).map { S.prompt(.promptDenied, end + 400 + Double($0) * 10) }
    let lately = (0..<300).map { habit.event(Self.events - 300 + $0) }
    let before = S.settled + [S.switched(-S.day, to: "sms", by: "d1")]
    let told = [AnySequence(before), AnySequence((0..<Self.events).lazy.map { habit.event($0) }), AnySequence(takeover + prompts)]
    let (found, account) = watched(told.joined())
    #expect(isBounded(account))
    // What is found of the takeover is what an account with few events would find.
    let expected = watched(before + lately + takeover + prompts).found.values
    for finding in expected where finding.device?.id == "d2" || finding.rule == RuleID(21) {
      #expect(found[finding.id]?.severity == finding.severity, "\(finding.rule)")
    }
    #expect(Set(found.values.map(\.rule.number)).isSuperset(of: [1, 4, 5, 21]))
    // Findings are of what was found, not one more for each event.
    #expect(found.count < 20)
  }

  /// What there may be very much of.
  enum Habit: CaseIterable {
    case transfers, codes, messages, logins, notices, everything

    func event(_ number: Int) -> SecurityEvent {
      let seconds = Double(number) * 25
      switch self {
      case .transfers: return Story.sent(1, seconds, to: "payee \(number % 300)")
      case .codes: return Story.code(Story.phone, seconds, channel: .sms)
      case .messages: return Story.message(seconds, channel: .push)
      case .logins: return Story.login("d1", seconds, platform: "android")
      case .notices: return Story.notice(Story.phone, seconds, about: "event \(number)")
      case .everything:
        let others = Self.allCases.dropLast()
        return others[number % others.count].event(number)
      }
    }
  }
}
