import Model
import Testing

@testable import Demo

@Suite("The story of a takeover")
struct StoryTests {
  /// 14:10:30; the story's minute is 14:02.
  static let now = DemoHistoryTests.now
  static let scenes = DemoHistoryTests.entries(DemoHistory(now: now)).filter { $0.plan.scene != nil }

  static func clock(_ entry: Composer.Told) -> String {
    var details = Details(date: CivilDate(inMoscow: Timestamp(milliseconds: entry.plan.time)))
    details.setClock(entry.plan.time)
    var writer = TextWriter()
    return writer.fill(Phrase("{dateShort} {seconds}"), with: details)
  }

  @Test("is told in its order, at its times")
  func order() {
    let told = Self.scenes.map { "\(Self.clock($0)) \($0.plan.occasion)" }
    #expect(
      told == [
        "09.02 11:20:14 loanOffer", "16.02 19:42:31 phishing", "20.02 20:15:06 login", "23.02 10:15:40 purchase", "23.02 13:40:02 purchase",
        "23.02 18:05:57 purchase", "24.02 12:30:00 supportReply", "28.02 20:52:09 transferIn", "28.02 21:10:18 purchase",
        "01.03 13:58:20 purchase",
        "01.03 14:00:45 bindCode", "01.03 14:02:12 newDevice", "01.03 14:05:03 channelSwitched", "01.03 14:05:40 loanCode",
        "01.03 14:06:02 loanIssued", "01.03 14:06:40 transferCode", "01.03 14:07:06 transferOut",
      ])
  }

  @Test("is whole at any moment and for any seed and number", arguments: DemoHistoryTests.moments)
  func whole(now: Timestamp) {
    for messages in [60, 1_000] {
      let entries = DemoHistoryTests.entries(DemoHistory(seed: 9, messages: messages, now: now))
      let chain = entries.suffix(7).map(\.plan.occasion)
      #expect(chain == [.bindCode, .newDevice, .channelSwitched, .loanCode, .loanIssued, .transferCode, .transferOut])
    }
  }

  @Test("warns Anna once, by SMS, and everything after that reaches only the Xiaomi, unread")
  func diverted() throws {
    let notice = try #require(Self.scenes.first { $0.plan.occasion == .newDevice }).notification
    #expect(!notice.isRead)
    #expect(notice.deliveries.map(\.channel) == [.sms, .push])
    #expect(notice.deliveries.map(\.status) == [.delivered, .notSent])
    #expect(notice.deliveries[0].text.contains("Xiaomi 12, Казань") && notice.deliveries[0].parts == 1)
    for entry in Self.scenes.suffix(5) {
      #expect(!entry.notification.isRead)
      let arrived = entry.notification.deliveries.filter { $0.status != .notSent }
      #expect(arrived.map(\.endpoint) == ["Xiaomi 12"] && arrived.map(\.channel) == [.push])
      #expect(entry.notification.deliveries.allSatisfy { $0.seenAt == nil })
    }
  }

  @Test("takes a loan, sends it away, and Anna's balance is what it was but for the difference")
  func money() throws {
    let loan = try #require(Self.scenes.first { $0.plan.occasion == .loanIssued }?.movement)
    let transfer = try #require(Self.scenes.last?.movement)
    #expect(loan.amount == 18_000_000 && transfer.amount == -17_850_000)
    #expect(transfer.card == loan.card && transfer.balance == loan.balance - 17_850_000)
  }

  @Test("two copies of one message never share a moment")
  func copies() {
    for entry in Self.scenes {
      #expect(Set(entry.notification.deliveries.map(\.time)).count == entry.notification.deliveries.count)
    }
  }

  @Test("isn't told in a quiet history: no stranger's device, no phishing, nothing withheld")
  func quiet() {
    for entry in DemoHistoryTests.entries(DemoHistory(messages: 3_000, now: Self.now, story: .quiet)) {
      #expect(entry.plan.scene == nil && entry.plan.occasion != .phishing)
      for delivery in entry.notification.deliveries {
        #expect(!delivery.text.contains("Xiaomi") && delivery.endpoint != Endpoint.xiaomi && delivery.status != .notSent)
      }
    }
  }
}
