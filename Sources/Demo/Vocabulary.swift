/// The invented world around Anna: the people she knows, her devices, the places she has been.
enum Vocabulary {
  struct Person: Sendable {
    let russian: [UInt8]
    let latin: [UInt8]

    init(_ russian: String, _ latin: String) {
      self.russian = Array(russian.utf8)
      self.latin = Array(latin.utf8)
    }
  }

  /// A currency and what one of it costs in kopecks, roughly, in the years Anna was there.
  struct ForeignMoney: Sendable {
    let code: [UInt8]
    let kopecks: Int64

    init(_ code: String, kopecks: Int64) {
      self.code = Array(code.utf8)
      self.kopecks = kopecks
    }
  }

  /// A bank as one says "to it" and "from it".
  struct BankWords: Sendable {
    let to: [UInt8]
    let from: [UInt8]

    init(to: String, from: String) {
      self.to = Array(to.utf8)
      self.from = Array(from.utf8)
    }
  }

  static let people: [Person] = [
    Person("Иван П.", "IVAN P."), Person("Мария С.", "MARIYA S."), Person("Ольга К.", "OLGA K."), Person("Дмитрий В.", "DMITRIY V."),
    Person("Елена Т.", "ELENA T."), Person("Пётр А.", "PETR A."), Person("Светлана Н.", "SVETLANA N."), Person("Алексей Ж.", "ALEKSEY ZH."),
    Person("Наталья Р.", "NATALYA R."), Person("Юлия Б.", "YULIYA B."), Person("Тимур Х.", "TIMUR H."), Person("Галина Ф.", "GALINA F."),
    Person("Руслан Г.", "RUSLAN G."),
  ]
  /// The one Anna rents her flat from; those before her in the list are friends and family.
  static let landlady = 11
  /// The one the stolen money goes to; nobody Anna ever paid.
  static let stranger = 12

  /// Her phones, the stranger's, and what she logs in from at a desk.
  static let devices: [[UInt8]] = [Endpoint.redmi, "iPhone 13", Endpoint.xiaomi, "Chrome, Windows", "Safari, macOS"].map { Array($0.utf8) }
  static let redmi = 0
  static let iPhone = 1
  static let xiaomi = 2
  static let desk = 3...4

  static let places: [[UInt8]] = ["Москва", "Казань", "Тверь"].map { Array($0.utf8) }
  static let moscow = 0
  static let kazan = 1
  static let tver = 2

  /// In the order of `DemoBank`.
  static let bankWords: [BankWords] = [
    BankWords(to: "Сбербанк", from: "Сбербанка"), BankWords(to: "Т-Банк", from: "Т-Банка"), BankWords(to: "ВТБ", from: "ВТБ"),
    BankWords(to: "Альфа-Банк", from: "Альфа-Банка"), BankWords(to: "Райффайзенбанк", from: "Райффайзенбанка"),
    BankWords(to: "Газпромбанк", from: "Газпромбанка"), BankWords(to: "Emirates NBD", from: "Emirates NBD"),
  ]
  /// What T-Bank was called until 2024.
  static let tinkoff = BankWords(to: "Тинькофф", from: "Тинькофф")

  static let currencies: [ForeignMoney] = [
    ForeignMoney("EUR", kopecks: 7_150), ForeignMoney("TRY", kopecks: 1_640), ForeignMoney("GEL", kopecks: 2_630),
    ForeignMoney("AMD", kopecks: 22), ForeignMoney("BYN", kopecks: 2_890),
  ]

  /// Where Anna spends two weeks of a July, as an index into `currencies`; nil when she stayed at home.
  static func holiday(_ year: Int) -> Int? {
    switch year {
    case 2016, 2018: 0
    case 2017, 2021: 1
    case 2019: 2
    case 2020: nil
    default: year % 2 == 0 ? 3 : 4
    }
  }
}
