import Model
import Parsing
import Testing

@testable import Demo

@Suite("How the demo's messages travel")
struct DeliveryTests {
  static let entries = DemoHistoryTests.entries(DemoHistory(messages: 8_000, now: DemoHistoryTests.now, story: .quiet))

  static func of(_ bank: DemoBank) -> [Composer.Told] {
    entries.filter { $0.plan.card.map { Wallet.cards[Int($0)].bank } == bank }
  }

  @Test("an SMS has its parts and costs 3 roubles each, a push neither")
  func cost() {
    for entry in Self.entries {
      for delivery in entry.notification.deliveries {
        switch delivery.channel {
        case .sms:
          #expect(delivery.parts == Segmentation(delivery.text).parts)
          #expect(delivery.costMinor == (entry.plan.card == nil ? nil : delivery.parts.map { Int64($0) * 300 }))
        default: #expect(delivery.parts == nil && delivery.costMinor == nil)
        }
      }
    }
  }

  @Test("what failed says why, and something else arrived")
  func failures() {
    var reasons: Set<String> = []
    for entry in Self.entries {
      let deliveries = entry.notification.deliveries
      #expect(deliveries.contains { $0.status == .delivered || $0.status == .seen })
      for delivery in deliveries where delivery.status == .failed || delivery.status == .expired {
        #expect(delivery.deliveredAt == nil && delivery.seenAt == nil)
        reasons.insert(delivery.reason ?? "")
      }
    }
    #expect(reasons == ["no internet", "push not permitted", "device unlinked", "phone switched off"])
  }

  @Test("every reason is one that the screen tells in the user's language")
  func reasonsAreTyped() {
    let reasons = Set((Self.entries + StoryTests.scenes).flatMap(\.notification.deliveries).compactMap(\.reason))
    #expect(reasons.count == 8)
    for reason in reasons { #expect(DeliveryReason(reason) != nil, "\(reason)") }
  }

  @Test("before the first app there are only SMS")
  func beforeApps() {
    for entry in Self.entries where entry.plan.card != nil && entry.plan.time < CivilDate(2018, 1, 1).start {
      #expect(entry.notification.deliveries.map(\.channel) == [.sms])
    }
  }

  @Test("Sberbank was told to send SMS and tends to send pushes all the same")
  func sberbank() {
    let later = Self.of(.sberbank).filter { $0.plan.time > Milestone.redmiLinked.adding(days: 1).start && $0.plan.occasion == .purchase }
    let pushOnly = later.count { $0.notification.deliveries.map(\.channel) == [.push] }
    let both = later.count { $0.notification.deliveries.map(\.channel) == [.push, .sms] }
    #expect(pushOnly * 100 / later.count > 15 && both * 100 / later.count > 20)
    #expect(Self.of(.sberbank).allSatisfy { !$0.plan.occasion.isCode || $0.notification.deliveries.contains { $0.channel == .sms } })
  }

  @Test("T-Bank sends a push to a phone it reaches, and an SMS only after a push that failed")
  func tbank() {
    let later = Self.of(.tbank).filter { $0.plan.time > Milestone.redmiLinked.adding(days: 1).start }
    let pushed = later.count { $0.notification.deliveries[0].channel == .push }
    #expect(pushed * 100 / later.count > 95)
    for entry in later where entry.notification.deliveries.count == 2 {
      #expect(entry.notification.deliveries[0].status == .failed)
    }
  }

  @Test("VTB sends codes and logins by SMS, and nothing but SMS before 2020")
  func vtb() {
    for entry in Self.of(.vtb)
    where entry.plan.occasion.isCode || entry.plan.occasion.isSecurity || entry.plan.time < CivilDate(2020, 1, 1).start {
      #expect(entry.notification.deliveries.map(\.channel) == [.sms])
    }
    #expect(Self.of(.vtb).contains { $0.notification.deliveries.count == 2 })
  }

  @Test("the phone and the number are the ones Anna had that day")
  func endpoints() {
    for entry in Self.entries {
      let date = CivilDate(inMoscow: Timestamp(milliseconds: entry.plan.time))
      for delivery in entry.notification.deliveries {
        switch delivery.channel {
        case .sms: #expect(delivery.endpoint == Endpoint.number(on: date))
        default: #expect(delivery.endpoint == Endpoint.device(on: date) || delivery.reason == "device unlinked")
        }
      }
    }
  }
}
