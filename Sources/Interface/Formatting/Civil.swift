import Foundation
import Model

/// A moment on the wall clock and calendar of one time zone (proleptic Gregorian).
public struct Civil: Hashable, Sendable {
  /// Days since 1970-01-01 of that zone's calendar; two moments are of the same day when these are equal.
  public let dayNumber: Int
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int
  public let hour: Int
  public let minute: Int
  public let second: Int

  public init(_ time: Timestamp, in zone: TimeZone) {
    let seconds = Self.floorDivide(time.milliseconds, 1_000)
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    let local = Int(seconds) + offset
    let dayNumber = Self.floorDivide(local, 86_400)
    let ofDay = local - dayNumber * 86_400
    self.dayNumber = dayNumber
    (year, month, day) = Self.date(ofDay: dayNumber)
    hour = ofDay / 3_600
    minute = ofDay % 3_600 / 60
    second = ofDay % 60
  }

  /// 0 is Monday, 6 is Sunday. (1970-01-01 was a Thursday.)
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// Year, month and day of a day number; the algorithm of Howard Hinnant's "chrono-compatible low-level date algorithms", `civil_from_days`.
  private static func date(ofDay dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func floorDivide<Number: BinaryInteger>(_ value: Number, _ divisor: Number) -> Number {
    let quotient = value / divisor
    return value % divisor != 0 && (value < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}
