import Model

/// A date as it is written in a filter; what it means depends on the day it is read and on the zone.
enum FilterDate: Hashable, Sendable {
  case year(Int)
  case month(Int, month: Int)
  case day(Int, month: Int, day: Int)
  case today
  case yesterday
  /// So many units before now; days and longer units count from the start of the day.
  case ago(Int, Unit)

  enum Unit: Character, CaseIterable {
    case hours = "h"
    case days = "d"
    case weeks = "w"
    case months = "m"
    case years = "y"

    fileprivate init?(letters: Substring) {
      switch letters {
      case "h", "ч": self = .hours
      case "d", "д": self = .days
      case "w", "н": self = .weeks
      case "m", "м": self = .months
      case "y", "г": self = .years
      default: return nil
      }
    }
  }

  /// Reads `2026`, `2026-03`, `2026-03-01`, `today`, `yesterday`, `7d`, in Russian also `сегодня`, `вчера`, `7д`.
  init?(_ text: String) {
    let folded = FilterText.folded(text)
    if let word = FilterWord.find(folded, in: FilterKey.since.words) {
      self = word.name == "today" ? .today : .yesterday
      return
    }
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    if digits.count < folded.count, digits.count <= 4, let count = Int(digits), let unit = Unit(letters: folded.dropFirst(digits.count)) {
      self = .ago(count, unit)
      return
    }
    self.init(parts: folded.split(separator: "-", omittingEmptySubsequences: false))
  }

  private init?(parts: [Substring]) {
    let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
    guard numbers.count == parts.count, let year = numbers.first, parts[0].count == 4, (1970...2248).contains(year),
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    else { return nil }
    switch numbers.count {
    case 1: self = .year(year)
    case 2:
      guard (1...12).contains(numbers[1]) else { return nil }
      self = .month(year, month: numbers[1])
    case 3:
      guard (1...12).contains(numbers[1]), (1...CivilDate.days(ofMonth: numbers[1], year: year)).contains(numbers[2]) else { return nil }
      self = .day(year, month: numbers[1], day: numbers[2])
    default: return nil
    }
  }

  /// The moments it covers: from the first to before the last.
  func interval(_ calendar: LocalCalendar) -> Range<Timestamp> {
    let now = calendar.now()
    let today = CivilDate(now, offsetSeconds: calendar.offset(now))
    switch self {
    case .year(let year):
      return calendar.start(of: CivilDate(year: year, month: 1, day: 1))..<calendar.start(of: CivilDate(year: year + 1, month: 1, day: 1))
    case .month(let year, let month):
      let first = CivilDate(year: year, month: month, day: 1)
      return calendar.start(of: first)..<calendar.start(of: first.adding(months: 1))
    case .day(let year, let month, let day): return calendar.wholeDay(CivilDate(year: year, month: month, day: day))
    case .today: return calendar.wholeDay(today)
    case .yesterday: return calendar.wholeDay(today.adding(days: -1))
    case .ago(let count, .hours):
      let moment = now.advanced(by: -Int64(count) * 3_600_000)
      return moment..<moment.advanced(by: 1)
    case .ago(let count, .days): return calendar.wholeDay(today.adding(days: -count))
    case .ago(let count, .weeks): return calendar.wholeDay(today.adding(days: -7 * count))
    case .ago(let count, .months): return calendar.wholeDay(today.adding(months: -count))
    case .ago(let count, .years): return calendar.wholeDay(today.adding(months: -12 * count))
    }
  }
}
