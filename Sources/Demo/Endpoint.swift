import Model

/// Where Anna's messages go. The numbers belong to nobody.
enum Endpoint {
  static let number = "+79000000012"
  /// The number she had until `Milestone.numberChanged`.
  static let oldNumber = "+79000000047"
  static let iPhone = "iPhone 13 (Anna)"
  static let redmi = "Redmi Note 4"
  /// The device of the one who talked a code out of her.
  static let xiaomi = "Xiaomi 12"

  static func number(on date: CivilDate) -> String {
    date > Milestone.numberChanged ? number : oldNumber
  }

  static func device(on date: CivilDate) -> String {
    date >= Milestone.iPhoneLinked ? iPhone : redmi
  }
}
