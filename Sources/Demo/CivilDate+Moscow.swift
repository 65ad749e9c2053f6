import Model

/// Dates in Moscow, where Anna lives and whose time the banks write. It has been at UTC+3 without summer time since 2014-10-26.
extension CivilDate {
  static let millisecondsADay: Int64 = 86_400_000
  private static let moscowSeconds = 3 * 3_600

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.init(year: year, month: month, day: day)
  }

  init(inMoscow time: Timestamp) {
    self.init(time, offsetSeconds: Self.moscowSeconds)
  }

  var isWeekend: Bool { weekday >= 5 }

  /// Midnight in Moscow, in UTC ms.
  var start: Int64 { Int64(daysSince1970) * Self.millisecondsADay - Int64(Self.moscowSeconds) * 1_000 }
}
