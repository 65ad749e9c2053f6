import Model
import Testing

@testable import Ingest

@Suite("Times in RFC 3339")
struct RFC3339Tests {
  private func parse(_ text: String) -> RFC3339.Outcome {
    Array(text.utf8).withUnsafeBufferPointer(RFC3339.parse)
  }

  @Test(
    "a moment is the same in every zone",
    arguments: [
      "2026-03-01T14:02:11+03:00", "2026-03-01T11:02:11Z", "2026-03-01 11:02:11z", "2026-02-28T23:32:11-11:30", "2026-03-01T06:02:11-05",
      "2026-03-01T16:32:11+0530",
    ])
  func zones(_ text: String) {
    #expect(parse(text) == .time(Timestamp(milliseconds: 1_772_362_931_000)))
  }

  @Test("fractions are kept to the millisecond and cut below")
  func fractions() {
    #expect(parse("1970-01-01T00:00:00.5Z") == .time(Timestamp(milliseconds: 500)))
    #expect(parse("1970-01-01T00:00:01.0019999Z") == .time(Timestamp(milliseconds: 1001)))
  }

  @Test("leap days are days, other years' 29 February isn't")
  func leapDays() {
    #expect(parse("2000-02-29T00:00:00Z") == .time(Timestamp(milliseconds: 951_782_400_000)))
    #expect(parse("2023-02-29T00:00:00Z") == .notATime)
    #expect(parse("1900-02-29T00:00:00Z") == .notATime)
  }

  @Test("a leap second is the next second")
  func leapSecond() {
    #expect(parse("2016-12-31T23:59:60Z") == .time(Timestamp(milliseconds: 1_483_228_800_000)))
  }

  @Test("a time without a zone is told from no time at all")
  func noZone() {
    #expect(parse("2026-03-01T14:02:11") == .noZone(Timestamp(milliseconds: 1_772_373_731_000)))
    #expect(parse("2026-03-01T14:02:11.123") == .noZone(Timestamp(milliseconds: 1_772_373_731_123)))
  }

  @Test(
    "what isn't a time isn't taken for one",
    arguments: [
      "", "today", "2026-13-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00+3:00",
      "2026-01-01T00:00:00Zx", "2026-01-01T00:00:00.Z", "01.03.2026 14:02:11 +03:00", "2026-01-01T00:00:00+24:00",
    ])
  func notTimes(_ text: String) {
    #expect(parse(text) == .notATime)
  }
}
