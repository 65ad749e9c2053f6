import Model

/// A date in Moscow, where Anna lives and whose time the banks write. Moscow has been at UTC+3 without summer time since 2014-10-26.
struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  let dayNumber: Int
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to 31.
  let day: Int

  static let moscowOffset: Int64 = 3 * 3_600_000
  static let millisecondsADay: Int64 = 86_400_000

  /// Howard Hinnant's civil_from_days, for days since 1970.
  init(dayNumber: Int) {
    self.dayNumber = dayNumber
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Howard Hinnant's days_from_civil.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(dayNumber: era * 146_097 + dayOfEra - 719_468)
  }

  init(_ time: Timestamp) {
    let local = time.milliseconds + Self.moscowOffset
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: Self.millisecondsADay)
    self.init(dayNumber: Int(remainder < 0 ? quotient - 1 : quotient))
  }

  /// 0 is Monday, 6 is Sunday.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }
  var isWeekend: Bool { weekday >= 5 }

  /// Midnight in Moscow, in UTC ms.
  var start: Int64 { Int64(dayNumber) * Self.millisecondsADay - Self.moscowOffset }

  func advanced(by days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }
}
