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

  /// The moment as clocks and calendars of the zone show it.
  public init(_ time: Timestamp, in zone: TimeZone) {
    let seconds = Self.floorDivide(time.milliseconds, 1_000)
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    let local = Int(seconds) + offset
    let dayNumber = Self.floorDivide(local, 86_400)
    let ofDay = local - dayNumber * 86_400
    self.dayNumber = dayNumber
    let date = CivilDate(daysSince1970: dayNumber)
    year = date.year
    month = date.month
    day = date.day
    hour = ofDay / 3_600
    minute = ofDay % 3_600 / 60
    second = ofDay % 60
  }

  /// 0 is Monday, 6 is Sunday. (1970-01-01 was a Thursday.)
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  private static func floorDivide<Number: BinaryInteger>(_ value: Number, _ divisor: Number) -> Number {
    let quotient = value / divisor
    return value % divisor != 0 && (value < 0) != (divisor < 0) ? quotient - 1 : quotient
  }
}
