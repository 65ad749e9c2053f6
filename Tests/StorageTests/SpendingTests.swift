import Model
import Testing

@testable import Storage

@Suite("Spending")
struct SpendingTests {
  private func payment(
    _ amount: Int64, _ merchant: String?, at time: Timestamp, currency: Currency = .rub, direction: Model.Direction? = nil
  ) -> Notification {
    let facts = Facts(
      category: .payment, isTransaction: true, direction: direction ?? (amount < 0 ? .outgoing : .incoming),
      amount: Money(minorUnits: amount, currency: currency), merchant: merchant)
    return Samples.sms("\(amount) \(merchant ?? "") \(currency)", at: time, facts: facts)
  }

  /// The first moment of March 2026 in Moscow.
  private static let march = Timestamp(milliseconds: 1_772_312_400_000)

  private func store() throws -> Store {
    let day: Int64 = 86_400_000
    return try Samples.store([
      payment(-10_000, "IKEA", at: Self.march), payment(-5_000, "IKEA", at: Self.march.advanced(by: -1)),
      payment(-7_000, "Zoo", at: Self.march.advanced(by: day)),
      payment(90_000, nil, at: Self.march.advanced(by: 2 * day)),
      payment(-300, "IKEA", at: Self.march.advanced(by: 3 * day), currency: .usd),
      payment(-50_000, "Savings", at: Self.march.advanced(by: 4 * day), direction: .transfer),
      Samples.sms("Код 1234 на 500р", at: Self.march.advanced(by: 5 * day), facts: Facts(category: .code, amount: Samples.roubles(-500))),
    ])
  }

  @Test("sums by month begin and end in the user's zone, each currency by itself, transfers in none")
  func byMonth() throws {
    #expect(
      try store().spending(ListQuery(), by: .month) == [
        SpendingSum(key: .month(year: 2026, month: 2), currency: "RUB", spentMinor: 5_000, receivedMinor: 0, count: 1),
        SpendingSum(key: .month(year: 2026, month: 3), currency: "RUB", spentMinor: 17_000, receivedMinor: 90_000, count: 3),
        SpendingSum(key: .month(year: 2026, month: 3), currency: "USD", spentMinor: 300, receivedMinor: 0, count: 1),
      ])
  }

  @Test("sums by merchant come with the largest first, and follow filter and search")
  func byMerchant() throws {
    let store = try store()
    #expect(
      try store.spending(ListQuery(), by: .merchant) == [
        SpendingSum(key: .merchant("IKEA"), currency: "RUB", spentMinor: 15_000, receivedMinor: 0, count: 2),
        SpendingSum(key: .merchant("Zoo"), currency: "RUB", spentMinor: 7_000, receivedMinor: 0, count: 1),
        SpendingSum(key: .merchant("IKEA"), currency: "USD", spentMinor: 300, receivedMinor: 0, count: 1),
        SpendingSum(key: .merchant(nil), currency: "RUB", spentMinor: 0, receivedMinor: 90_000, count: 1),
      ])
    let filtered = try store.spending(ListQuery(filter: try Filter(parsing: "merchant:zoo or amount>100")), by: .merchant)
    #expect(filtered.map(\.key) == [.merchant("Zoo"), .merchant(nil)])
    #expect(try store.spending(ListQuery(search: "zoo"), by: .merchant).map(\.spentMinor) == [7_000])
    #expect(try store.spending(ListQuery(place: .archive), by: .merchant) == [])
  }

  @Test("money whose direction no text tells is in neither sum")
  func open() throws {
    var open = payment(90_000, "IKEA", at: Self.march)
    open.facts.direction = nil
    #expect(try Samples.store([open]).spending(ListQuery(), by: .month) == [])
  }

  @Test("sums too large stop at the largest number")
  func overflow() throws {
    let store = try Samples.store([payment(.max, nil, at: Self.march), payment(5, nil, at: Self.march), payment(.min, "x", at: Self.march)])
    let sums = try store.spending(ListQuery(), by: .month)
    #expect(sums == [SpendingSum(key: .month(year: 2026, month: 3), currency: "RUB", spentMinor: .max, receivedMinor: .max, count: 3)])
  }
}

@Suite("Dates")
struct DateTests {
  @Test("days and dates agree through four centuries, leap years included")
  func civilDates() {
    var date = CivilDate(year: 1899, month: 12, day: 31)
    for days in date.daysSince1970 + 1...date.daysSince1970 + 146_097 {
      let next = CivilDate(daysSince1970: days)
      #expect(next.daysSince1970 == days)
      if next.day == 1 {
        #expect(date.day == CivilDate.days(ofMonth: date.month, year: date.year))
      } else {
        #expect(next == CivilDate(year: date.year, month: date.month, day: date.day + 1))
      }
      date = next
    }
    #expect(CivilDate(daysSince1970: 0) == CivilDate(year: 1970, month: 1, day: 1))
    #expect(CivilDate(daysSince1970: 11_016) == CivilDate(year: 2000, month: 2, day: 29))
  }

  @Test("months are added as people do")
  func months() {
    let date = CivilDate(year: 2024, month: 3, day: 31)
    #expect(date.adding(months: -1) == CivilDate(year: 2024, month: 2, day: 29))
    #expect(date.adding(months: -3) == CivilDate(year: 2023, month: 12, day: 31))
    #expect(date.adding(months: -48) == CivilDate(year: 2020, month: 3, day: 31))
    #expect(date.adding(months: 11) == CivilDate(year: 2025, month: 2, day: 28))
  }

  @Test("a day of 23 hours begins and ends right")
  func summerTime() {
    // Berlin, 29 March 2026: at 01:00 UTC the clocks go from 02:00 to 03:00.
    let change = Timestamp(milliseconds: 1_774_746_000_000)
    let berlin = LocalCalendar(now: { change }, offset: { $0 < change ? 3600 : 7200 })
    let day = berlin.wholeDay(CivilDate(year: 2026, month: 3, day: 29))
    #expect(day.lowerBound.milliseconds == change.milliseconds - 2 * 3_600_000)
    #expect(day.upperBound.milliseconds - day.lowerBound.milliseconds == 23 * 3_600_000)
  }

  @Test("the system's clock and zone answer")
  func system() {
    let now = LocalCalendar.system.now()
    #expect(now.milliseconds > 1_700_000_000_000)
    #expect(abs(LocalCalendar.system.offset(now)) <= 14 * 3600)
  }
}
