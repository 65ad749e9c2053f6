import Model

/// A day of the Gregorian calendar.
struct CivilDate: Hashable {
  var year: Int
  var month: Int
  var day: Int

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day at a moment in a zone.
  init(_ time: Timestamp, offsetSeconds: Int) {
    let seconds = time.milliseconds.flooredQuotient(by: 1000) + Int64(offsetSeconds)
    self.init(daysSince1970: Int(seconds.flooredQuotient(by: 86_400)))
  }

  /// Howard Hinnant's `civil_from_days`: eras of 400 years that begin on 1 March.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Howard Hinnant's `days_from_civil`.
  var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  func adding(days: Int) -> CivilDate {
    CivilDate(daysSince1970: daysSince1970 + days)
  }

  /// The same day of another month; the month's last where it is shorter.
  func adding(months: Int) -> CivilDate {
    let count = year * 12 + month - 1 + months
    let newYear = count >= 0 ? count / 12 : (count - 11) / 12
    let newMonth = count - newYear * 12 + 1
    return CivilDate(year: newYear, month: newMonth, day: min(day, Self.days(ofMonth: newMonth, year: newYear)))
  }

  /// How many days a month has.
  static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension LocalCalendar {
  /// The moment a day begins. Where midnight is skipped or comes twice, the offset before the change counts.
  func start(of date: CivilDate) -> Timestamp {
    let midnight = Int64(date.daysSince1970) * 86_400_000
    let guess = midnight - Int64(offset(Timestamp(milliseconds: midnight))) * 1000
    return Timestamp(milliseconds: midnight - Int64(offset(Timestamp(milliseconds: guess))) * 1000)
  }

  /// A day from its beginning to before the next one's.
  func wholeDay(_ date: CivilDate) -> Range<Timestamp> {
    start(of: date)..<start(of: date.adding(days: 1))
  }
}

extension Int64 {
  /// The quotient rounded towards the past, also before 1970.
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
