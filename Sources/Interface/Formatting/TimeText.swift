import Foundation
import Model

/// Writes moments for people, in one zone and one language, seen from a pinned "now".
public struct TimeText: Sendable {
  public let zone: TimeZone
  public let language: Language
  private let today: Int

  /// The texts in that language.
  public var strings: Strings { language.strings }

  /// Times as seen at `now`: it decides what is today and yesterday.
  public init(now: Timestamp, zone: TimeZone, language: Language) {
    self.zone = zone
    self.language = language
    today = Civil(now, in: zone).dayNumber
  }

  /// `14:02`.
  public func clock(_ time: Timestamp) -> String {
    let civil = Civil(time, in: zone)
    return Self.pad(civil.hour) + ":" + Self.pad(civil.minute)
  }

  /// `14:02:11`.
  public func clockWithSeconds(_ time: Timestamp) -> String {
    clock(time) + ":" + Self.pad(Civil(time, in: zone).second)
  }

  /// The heading of a day in a list: `Today`, `Yesterday`, else `Fri 12 March 2021`.
  public func day(_ time: Timestamp) -> String {
    let civil = Civil(time, in: zone)
    switch today - civil.dayNumber {
    case 0: return strings.today
    case 1: return strings.yesterday
    default: return strings.weekdays[civil.weekday] + " " + date(civil)
    }
  }

  /// The same within a line: `today`, `yesterday`, `Fri 12 March 2021`. English writes days of the week with a capital anywhere.
  public func dayWithinLine(_ time: Timestamp) -> String {
    let day = day(time)
    return day == strings.today || day == strings.yesterday ? day.lowercased() : day
  }

  /// `12 March 2021`.
  public func date(_ time: Timestamp) -> String {
    date(Civil(time, in: zone))
  }

  /// `1 Mar`, with the year when it isn't this one's: `16 Dec 2017`.
  public func dayAndMonth(_ time: Timestamp) -> String {
    let civil = Civil(time, in: zone)
    let isThisYear = today - civil.dayNumber < 300
    return "\(civil.day) \(strings.shortMonths[civil.month - 1])" + (isThisYear ? "" : " \(civil.year)")
  }

  /// Date and time to the second: `12 March 2021, 14:02:11`.
  public func full(_ time: Timestamp) -> String {
    date(time) + ", " + clockWithSeconds(time)
  }

  /// A moment in digits alone, for the name of a file: `20260301-140211`.
  public func stamp(_ time: Timestamp) -> String {
    let civil = Civil(time, in: zone)
    let date = String(civil.year) + Self.pad(civil.month) + Self.pad(civil.day)
    return date + "-" + Self.pad(civil.hour) + Self.pad(civil.minute) + Self.pad(civil.second)
  }

  /// The year alone.
  public func year(_ time: Timestamp) -> String {
    String(Civil(time, in: zone).year)
  }

  private func date(_ civil: Civil) -> String {
    "\(civil.day) \(strings.months[civil.month - 1]) \(civil.year)"
  }

  private static func pad(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

extension Strings {
  /// A day to pay by: `12 March 2026`, without the year where the message names none.
  public func day(_ due: DueDate) -> String {
    "\(due.day) \(months[due.month - 1])" + (due.year.map { " \($0)" } ?? "")
  }
}
