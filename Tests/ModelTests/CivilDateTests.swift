import Model
import Testing

@Suite("A civil date")
struct CivilDateTests {
  @Test("is the same there and back, over leap years and centuries")
  func roundTrip() {
    for number in stride(from: -720_000, through: 60_000, by: 7) {
      let date = CivilDate(daysSince1970: number)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day).daysSince1970 == number)
    }
    #expect(CivilDate(daysSince1970: 0) == CivilDate(year: 1970, month: 1, day: 1))
    #expect(CivilDate(year: 2024, month: 2, day: 29).adding(days: 1) == CivilDate(year: 2024, month: 3, day: 1))
    #expect(CivilDate(year: 2024, month: 3, day: 31).adding(months: -1) == CivilDate(year: 2024, month: 2, day: 29))
  }

  @Test("begins at midnight of its zone, also before 1970")
  func zones() {
    let beforeMidnight = Timestamp(milliseconds: -1)
    #expect(CivilDate(beforeMidnight, offsetSeconds: 0) == CivilDate(year: 1969, month: 12, day: 31))
    #expect(CivilDate(beforeMidnight, offsetSeconds: 1) == CivilDate(year: 1970, month: 1, day: 1))
  }

  @Test("knows its weekday and comes before the next")
  func order() {
    let thursday = CivilDate(year: 1970, month: 1, day: 1)
    #expect(thursday.weekday == 3 && thursday.adding(days: -4).weekday == 6)
    #expect(CivilDate(year: 2025, month: 12, day: 31) < CivilDate(year: 2026, month: 1, day: 1))
  }

  @Test("the first and the last moment there are can be written")
  func ends() {
    #expect(Timestamp(milliseconds: .min).rfc3339 == "-292275055-05-16T16:47:04.192Z")
    #expect(Timestamp(milliseconds: .max).rfc3339 == "292278994-08-17T07:12:55.807Z")
    #expect(Timestamp(milliseconds: -1).rfc3339 == "1969-12-31T23:59:59.999Z")
  }
}
