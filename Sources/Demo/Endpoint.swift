/// Where Anna's messages go. The numbers belong to nobody and stand masked, as the bell shows them.
enum Endpoint {
  static let number = "+7 900 •••-••-12"
  /// The number she had until `Milestone.numberChanged`.
  static let oldNumber = "+7 900 •••-••-47"
  static let iPhone = "iPhone 13 (Anna)"
  static let redmi = "Redmi Note 4"
  /// The device of the one who talked a code out of her.
  static let xiaomi = "Xiaomi 12"

  static func number(on date: CivilDate) -> String {
    date.dayNumber > Milestone.numberChanged.dayNumber ? number : oldNumber
  }

  static func device(on date: CivilDate) -> String {
    date.dayNumber >= Milestone.iPhoneLinked.dayNumber ? iPhone : redmi
  }
}
