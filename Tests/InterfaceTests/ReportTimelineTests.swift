import Foundation
import Model
import Testing

@testable import Interface

@Suite("The timeline of an evidence report")
struct ReportTimelineTests {
  @Test("a switch is drawn as what it was to: push, SMS, messenger, or something else")
  func timelineLetters() {
    func letter(_ to: String?) -> String {
      var event = SecurityEvent(id: "e", time: TestBell.now, kind: .channelChanged)
      event.to = to
      let zone = TimeZone.gmt
      let svg = ReportTimeline(
        [event], grave: [], names: [:], timeText: TimeText(now: TestBell.now, zone: zone, language: .english)
      ).svg(title: "t")
      return ["P", "S", "M", "•"].filter { svg.contains(">\($0)</text>") }.joined()
    }
    #expect(["push", "sms", "messenger", "bank", nil].map(letter) == ["P", "S", "M", "•", "•"])
  }
}
