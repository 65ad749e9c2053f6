import Model

/// How busy days and hours are: more towards the present, on Fridays and before the New Year, hardly anything at four in the morning.
enum Rhythm {
  /// The relative number of messages of a day; `age` is its place in the history, 0 to 1000.
  static func weight(_ date: CivilDate, age: Int) -> Int {
    let growth = 60 + age * 140 / 1_000
    let holiday = date.month == 1 && date.day <= 8 ? 65 : 100
    return growth * weekdays[date.weekday] * months[date.month - 1] * holiday / 10_000
  }

  private static let weekdays = [96, 98, 100, 104, 124, 112, 78]
  private static let months = [92, 94, 105, 100, 99, 97, 94, 97, 104, 103, 108, 138]

  /// Hours of the day, each standing as often as things happen in it.
  static let waking = hours([4, 2, 1, 1, 1, 2, 6, 14, 24, 28, 30, 34, 46, 48, 38, 34, 34, 40, 54, 60, 50, 38, 24, 10])
  static let office = hours([0, 0, 0, 0, 0, 0, 0, 1, 4, 16, 24, 24, 20, 14, 18, 20, 18, 12, 6, 2, 1, 0, 0, 0])
  static let evening = hours([1, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 4, 6, 5, 5, 5, 6, 8, 14, 20, 24, 22, 14, 5])
  static let early = hours([0, 0, 1, 4, 8, 10, 12, 14, 10, 4, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])

  static func hours(of occasion: Occasion) -> [UInt8] {
    switch occasion {
    case .salary, .advance, .marketing, .greeting, .loanOffer, .cardStatement, .loanReminder, .service, .outage, .clinic, .supportReply:
      office
    case .fee, .loanPayment, .subscription, .interest, .cashback, .mobile: early
    case .purchaseCode, .onlinePurchase, .transferOut, .transferCode, .utilities, .rent: evening
    default: waking
    }
  }

  private static func hours(_ weights: [Int]) -> [UInt8] {
    weights.enumerated().flatMap { Array(repeating: UInt8($0.offset), count: $0.element) }
  }
}
