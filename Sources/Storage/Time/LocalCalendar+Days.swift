import Model

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
