import Model
import Testing

@testable import Demo

@Suite("The demo's history")
struct DemoHistoryTests {
  /// 2026-03-01 14:10:30 in Moscow.
  static let now = Timestamp(milliseconds: 1_772_363_430_000)

  @Test("has exactly the number asked for", arguments: [0, 1, 10, 149, 150, 151, 777, 5_000])
  func count(messages: Int) {
    for seed in 1...3 as ClosedRange<UInt64> {
      let history = Array(DemoHistory(seed: seed, messages: messages, now: Self.now))
      #expect(history.count == messages)
    }
  }

  @Test("has rising, unique times, none after the present")
  func times() {
    var previous = Timestamp(milliseconds: 0)
    for notification in DemoHistory(messages: 20_000, now: Self.now) {
      let time = notification.deliveries[0].time
      #expect(time > previous && time < Self.now)
      previous = time
    }
  }
}
