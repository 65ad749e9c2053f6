import Model

extension DemoHistory {
  /// What Anna chose at her banks over the years, which no message tells: steps for the database beside the messages.
  public var arrangements: [Arrangement] {
    let chosen: [(CivilDate, bank: String, Preference.Scope, Channel)] = [
      (CivilDate(2018, 3, 4), "sberbank", .all, .push),
      // After a push of a payment never came.
      (CivilDate(2019, 8, 20), "sberbank", .all, .sms),
      (CivilDate(2019, 4, 11), "alfabank", .all, .push),
      (CivilDate(2020, 5, 18), "vtb", .category(.payment), .push),
      (CivilDate(2021, 10, 3), "raiffeisen", .all, .push),
    ]
    return chosen.map { date, bank, scope, channel in
      Arrangement(
        time: Timestamp(milliseconds: date.start + 19 * 3_600_000), bank: bank, step: .channel(scope, channel), by: "Anna")
    }.filter { $0.time < now }
  }
}
