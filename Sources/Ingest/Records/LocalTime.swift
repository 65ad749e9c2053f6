import Model

/// Times as tables have them that people's programs wrote: `01.03.2026 14:02:11`, `1 марта 2026 г., 14:02`, `3/1/2026 2:02 PM`, `2026-03-01 14:02`.
enum LocalTime {
  private static let months: [String: Int] = [
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
    "січ": 1, "лют": 2, "бер": 3, "кві": 4, "тра": 5, "чер": 6, "лип": 7, "сер": 8, "вер": 9, "жов": 10, "лис": 11, "гру": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  /// What a clock of the user's zone showed; as a moment of UTC.
  /// - Returns: nil when it is no such time.
  static func clock(_ text: String) -> Timestamp? {
    var parts = Parts()
    for piece in pieces(of: text) {
      guard parts.take(piece) else { return nil }
    }
    return parts.clock
  }

  private enum Piece: Hashable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.lowercased()[...]
    while let first = rest.first, pieces.count < 32 {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 9, let number = Int(digits) else { return [.mark("?")] }
        pieces.append(.number(number, digits: digits.count))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        pieces.append(.word(String(word)))
        rest = rest.dropFirst(word.count)
      } else {
        if !first.isWhitespace { pieces.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty ? pieces : [.mark("?")]
  }

  /// What was read of a time: the numbers of its date, then those of its clock, and the words between them.
  private struct Parts {
    private var date: [(value: Int, digits: Int)] = []
    private var time: [(value: Int, digits: Int)] = []
    private var mark: Character?
    private var month: Int?
    private var monthPlace = 0
    private var isAfternoon: Bool?

    mutating func take(_ piece: Piece) -> Bool {
      switch piece {
      case .number(let value, let digits):
        if date.count + (month == nil ? 0 : 1) < 3 { date.append((value, digits)) } else { time.append((value, digits)) }
        return time.count <= 4
      case .word(let word): return take(word)
      case .mark(let mark):
        if self.mark == nil, !date.isEmpty, time.isEmpty, "./-".contains(mark) { self.mark = mark }
        return "./-:,".contains(mark)
      }
    }

    private mutating func take(_ word: String) -> Bool {
      switch word {
      case "am", "pm":
        isAfternoon = word == "pm"
        return !time.isEmpty
      // "2026 г.", "at", and what stands between date and time in ISO 8601.
      case "г", "год", "года", "р", "в", "at", "t": return true
      default:
        guard month == nil, date.count <= 1, let number = LocalTime.months[String(word.prefix(3))] else { return false }
        month = number
        monthPlace = date.count
        return true
      }
    }

    var clock: Timestamp? {
      guard let (year, month, day) = civil, (1...12).contains(month), (1970...2248).contains(year),
        (1...CivilDate.days(ofMonth: month, year: year)).contains(day)
      else { return nil }
      // A date alone is its first moment.
      var hour = time.first?.value ?? 0
      let (minute, second) = (time.dropFirst().first?.value ?? 0, time.dropFirst(2).first?.value ?? 0)
      guard time.count != 1, hour < 24, minute < 60, second <= 60 else { return nil }
      if let isAfternoon {
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (isAfternoon ? 12 : 0)
      }
      var thousandths = 0
      if let fraction = time.dropFirst(3).first {
        guard fraction.digits <= 9 else { return nil }
        thousandths = fraction.value
        for _ in fraction.digits..<3 where fraction.digits < 3 { thousandths *= 10 }
        for _ in 3..<max(fraction.digits, 3) { thousandths /= 10 }
      }
      let seconds = Int64(CivilDate(year: year, month: month, day: day).daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
      return Timestamp(milliseconds: seconds * 1000 + Int64(thousandths))
    }

    /// Year, month and day. Points and blanks go from day to year; so do slashes, but for clocks of twelve hours, which are America's.
    private var civil: (Int, Int, Int)? {
      if let month {
        guard date.count == 2 else { return nil }
        let isYearFirst = date[0].digits == 4
        return (year(date[isYearFirst ? 0 : 1]), month, date[isYearFirst ? 1 : 0].value)
      }
      guard date.count == 3 else { return nil }
      if date[0].digits == 4 { return (date[0].value, date[1].value, date[2].value) }
      let isMonthFirst = mark == "/" && isAfternoon != nil
      let (day, month) = isMonthFirst ? (date[1].value, date[0].value) : (date[0].value, date[1].value)
      return mark == "/" && month > 12 ? (year(date[2]), day, month) : (year(date[2]), month, day)
    }

    private func year(_ part: (value: Int, digits: Int)) -> Int { part.digits == 2 ? 2000 + part.value : part.value }
  }
}

extension LocalTime {
  /// The moment that a column of a table names: with a zone, by a number, or by a clock of the user's zone.
  /// - Throws: when it is no time or lies out of range.
  static func moment(_ text: String, in context: ReadingContext, notes: inout ReaderNotes) throws(Refusal.Reason) -> Timestamp {
    if let number = Int64(text) {
      // Seconds where as milliseconds it would be a time before there were SMS.
      return try BackupTimes(received: number, sent: nil, asWritten: text).time
    }
    var copy = text
    if copy.withUTF8(RFC3339.parse) != .notATime { return try RFC3339.moment(text, in: context, notes: &notes) }
    guard let clock = clock(text) else { throw .badTime(text.excerpt(40)) }
    notes.addLocalTime(context)
    return try RFC3339.checked(context.moment(atClock: clock), text)
  }
}
