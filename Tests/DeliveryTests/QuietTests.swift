import Model
import Testing

@testable import Delivery

/// What holds back messages that can wait, as it was set.
@Suite("Snooze and quiet hours")
struct QuietTests {
  private static let hour: Int64 = 3_600_000

  private func log(_ steps: [(String?, Arrangement.Step)]) -> ArrangementLog {
    ArrangementLog(
      steps.enumerated().map { place, step in
        Arrangement(
          id: Int64(place + 1), time: Bench.now.advanced(by: Int64(place)), bank: step.0, step: step.1, by: Arrangement.client)
      })
  }

  private func quiet(_ log: ArrangementLog, _ bank: String, after hours: Int64 = 0) -> Quiet {
    log.quiet(bank, at: Bench.now.advanced(by: 1_000 + hours * Self.hour), offsetSeconds: 0)
  }

  @Test("what was set last counts, for the bank and for every bank; a snooze ends by itself")
  func scopes() {
    let end = Bench.now.advanced(by: 2 * Self.hour)
    let later = Bench.now.advanced(by: 5 * Self.hour)
    let log = log([(nil, .snooze(until: end)), ("vtb", .snooze(until: later)), (nil, .quietHours(DailyHours("23:00-07:00")))])
    #expect(quiet(log, "sberbank").snoozedUntil == end)
    #expect(quiet(log, "vtb").snoozedUntil == later)
    #expect(quiet(log, "sberbank", after: 3).snoozedUntil == nil)
    #expect(quiet(log, "vtb", after: 3).snoozedUntil == later)
    #expect(quiet(log, "vtb").hours == DailyHours("23:00-07:00"))
  }

  @Test("undo gives back what was set before, and ending ends all that holds for the bank")
  func undo() throws {
    let end = Bench.now.advanced(by: 2 * Self.hour)
    let log = log([("vtb", .snooze(until: end)), ("vtb", .snooze(until: nil)), (nil, .quietHours(DailyHours("23:00-07:00")))])
    #expect(log.inverse(of: log.steps[1], at: Bench.now).step == .snooze(until: end))
    #expect(log.inverse(of: log.steps[0], at: Bench.now).step == .snooze(until: nil))
    #expect(log.inverse(of: log.steps[2], at: Bench.now).step == .quietHours(nil))
    #expect(log.endingQuiet("vtb", at: Bench.now.advanced(by: 10)).map(\.step) == [.quietHours(nil)])
    #expect(log.endingQuiet("vtb", at: Bench.now).map(\.step) == [.snooze(until: nil)])
  }

  @Test("ended for one bank, what was set for every bank holds for the others; set again it holds for all, and an undone ending never was")
  func endedForOne() {
    let end = Bench.now.advanced(by: 8 * Self.hour)
    let all: [(String?, Arrangement.Step)] = [(nil, .snooze(until: end)), (nil, .quietHours(DailyHours("23:00-07:00")))]
    let before = log(all)
    let ended = log(all + before.endingQuiet("vtb", at: Bench.now.advanced(by: 5)).map { ($0.bank, $0.step) })
    #expect(quiet(ended, "vtb") == Quiet())
    #expect(quiet(ended, "sberbank") == quiet(before, "sberbank"))
    #expect(ended.endingQuiet("vtb", at: Bench.now.advanced(by: 10)).isEmpty)
    #expect(quiet(log(all + [("vtb", .snooze(until: nil)), all[0]]), "vtb").snoozedUntil == end)
    let step = ended.steps[2]
    var undo = ended.inverse(of: step, at: Bench.now.advanced(by: 20))
    undo.id = 9
    #expect(quiet(ArrangementLog(ended.steps + [undo]), "vtb").snoozedUntil == end)
  }

  @Test("hours are read as people write them, and nothing else is")
  func hours() {
    #expect(DailyHours("23:00-07:00")?.text == "23:00-07:00")
    #expect(DailyHours("9:05-17:30")?.text == "09:05-17:30")
    for text in ["", "23-7", "24:00-07:00", "23:60-07:00", "23:00", "07:00-07:00", "23:00-07:00-08:00", "-1:00-07:00", "+1:00-7:00"] {
      #expect(DailyHours(text) == nil, "\(text)")
    }
  }
}
