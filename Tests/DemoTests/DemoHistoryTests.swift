import Model
import Testing

@testable import Demo

@Suite("The demo's history")
struct DemoHistoryTests {
  /// 2026-03-01 14:10:30 in Moscow, a Sunday.
  static let now = Timestamp(milliseconds: 1_772_363_430_000)

  /// Moments that lie awkwardly: just after midnight, in the night, on a leap day, on a New Year's morning, in the days around a change of
  /// phone, before there were any.
  static let moments = [
    now, moment(2026, 3, 1, 0, 4), moment(2026, 3, 1, 0, 0), moment(2025, 7, 20, 3, 33), moment(2024, 2, 29, 23, 59),
    moment(2025, 1, 1, 6, 0),
    moment(2021, 10, 4, 12, 0), moment(2017, 1, 1, 12, 0),
  ]

  static func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
    Timestamp(milliseconds: CivilDate(year, month, day).start + Int64(hour * 60 + minute) * 60_000)
  }

  static func entries(_ history: DemoHistory) -> [Composer.Told] {
    var iterator = history.makeIterator()
    return Array(AnyIterator { iterator.nextTold() })
  }

  @Test("has exactly the number asked for", arguments: [0, 1, 10, 149, 150, 151, 333])
  func count(messages: Int) {
    for now in Self.moments {
      for seed in 1...3 as ClosedRange<UInt64> {
        #expect(DemoHistory(seed: seed, messages: messages, now: now).reduce(0) { count, _ in count + 1 } == messages)
      }
    }
    #expect(DemoHistory(messages: 20 * messages + 7, now: Self.now).reduce(0) { count, _ in count + 1 } == 20 * messages + 7)
    #expect(Array(DemoHistory(messages: -3, now: Self.now)).isEmpty)
  }

  @Test("has rising, unique times, none after the present", arguments: moments)
  func times(now: Timestamp) {
    for messages in [150, 3_000] {
      var previous = Timestamp(milliseconds: 0)
      for notification in DemoHistory(messages: messages, now: now) {
        let time = notification.deliveries[0].time
        #expect(time > previous && time < now)
        previous = time
        for delivery in notification.deliveries {
          #expect(delivery.time >= time && delivery.deliveredAt ?? delivery.time >= delivery.time)
        }
      }
    }
  }

  @Test("is the same for the same seed and another for another")
  func determinism() {
    let first = Array(DemoHistory(seed: 7, messages: 3_000, now: Self.now))
    #expect(first == Array(DemoHistory(seed: 7, messages: 3_000, now: Self.now)))
    let other = Array(DemoHistory(seed: 8, messages: 3_000, now: Self.now))
    let same = zip(first, other).count { $0.deliveries[0].text == $1.deliveries[0].text }
    #expect(same < 300)
  }

  @Test("of fewer messages is the end of the least that is planned")
  func shortened() {
    let planned = Array(DemoHistory(seed: 7, messages: DemoCalendar.fewest, now: Self.now))
    #expect(Array(DemoHistory(seed: 7, messages: 40, now: Self.now)) == Array(planned.suffix(40)))
  }

  @Test("holds one day at a time, however many messages stream by")
  func memory() {
    var iterator = DemoHistory(messages: 100_000, now: Self.now).makeIterator()
    var longest = 0
    var count = 0
    while iterator.next() != nil {
      count += 1
      longest = max(longest, iterator.held)
    }
    #expect(count == 100_000)
    #expect(longest < 100_000 / 365)
  }

  @Test("spans ten years, busier towards the present, on Fridays and in December, quiet in the small hours")
  func rhythm() {
    var years: [Int: Int] = [:]
    var months = Array(repeating: 0, count: 13)
    var weekdays = Array(repeating: 0, count: 7)
    var hours = Array(repeating: 0, count: 24)
    for notification in DemoHistory(messages: 40_000, now: Self.now, story: .quiet) {
      let time = notification.deliveries[0].time
      let date = CivilDate(inMoscow: time)
      years[date.year, default: 0] += 1
      // Whole years only, so that every month counts as often.
      if (2017...2025).contains(date.year) { months[date.month] += 1 }
      weekdays[date.weekday] += 1
      hours[Int((time.milliseconds - date.start) / 3_600_000)] += 1
    }
    #expect(Set(years.keys) == Set(2016...2026))
    #expect((2018...2025).allSatisfy { years[$0, default: 0] > years[$0 - 1, default: 0] })
    #expect(months.indices.max { months[$0] < months[$1] } == 12)
    #expect(months.dropFirst().allSatisfy { $0 > 2_300 })
    #expect(weekdays.indices.max { weekdays[$0] < weekdays[$1] } == 4)
    #expect(weekdays.indices.min { weekdays[$0] < weekdays[$1] } == 6)
    #expect(hours[1...4].reduce(0, +) < hours[19] && hours.allSatisfy { $0 > 0 })
  }

  @Test("has everybody's share in it: banks, kinds of messages, other senders, oddities")
  func shares() {
    let entries = Self.entries(DemoHistory(now: Self.now))
    var banks: [DemoBank: Int] = [:]
    var occasions: [Occasion: Int] = [:]
    for entry in entries {
      occasions[entry.plan.occasion, default: 0] += 1
      if let card = entry.plan.card { banks[Wallet.cards[Int(card)].bank, default: 0] += 1 }
    }
    #expect((1_600...2_500).contains(banks[.sberbank, default: 0]))
    #expect((1_100...1_900).contains(banks[.tbank, default: 0]))
    #expect((350...800).contains(banks[.vtb, default: 0]))
    #expect((150...450).contains(banks[.alfabank, default: 0]))
    #expect((80...300).contains(banks[.raiffeisen, default: 0]))
    #expect((30...200).contains(banks[.gazprombank, default: 0]))
    #expect((5...60).contains(banks[.emirates, default: 0]))
    func share(_ belongs: (Occasion) -> Bool) -> Int { occasions.reduce(0) { belongs($1.key) ? $0 + $1.value : $0 } }
    #expect((150...600).contains(share(\.isCode)))
    #expect((80...400).contains(share(\.isSecurity)))
    #expect((200...700).contains(share(\.isOther)))
    #expect((2_800...4_200).contains(share { $0.sign != 0 }))
    #expect((180...560).contains(share { $0 == .marketing }))
    #expect(occasions[.odd, default: 0] >= 3)
    #expect((2...60).contains(occasions[.decline, default: 0]))
    #expect(occasions[.abroadPurchase, default: 0] >= 10)
    #expect(occasions[.salary, default: 0] >= 110 && occasions[.advance, default: 0] >= 110)
  }

  @Test("is read but for some of the last days")
  func unread() {
    var total = 0
    for seed in 1...3 as ClosedRange<UInt64> {
      let history = Array(DemoHistory(seed: seed, now: Self.now, story: .quiet))
      let unread = history.filter { !$0.isRead }
      #expect(unread.count < 25)
      #expect(unread.allSatisfy { $0.deliveries[0].time > Self.now.advanced(by: -5 * CivilDate.millisecondsADay) })
      #expect(unread.allSatisfy { $0.deliveries.allSatisfy { $0.seenAt == nil && $0.status != .seen } })
      total += unread.count
    }
    #expect(total > 3)
  }
}
