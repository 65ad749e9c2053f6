@testable import Ingest

/// How an invented client's banks word what they tell: each in its own way by SMS and by push.
enum BankTexts: CaseIterable {
  case sber, tbank, vtb

  var smsSender: String {
    switch self {
    case .sber: "900"
    case .tbank: "Tinkoff"
    case .vtb: "VTB"
    }
  }

  var app: String {
    switch self {
    case .sber: "ru.sberbankmobile"
    case .tbank: "com.idamob.tinkoff.android"
    case .vtb: "ru.vtb24.mobilebanking.android"
    }
  }

  var cards: [String] {
    switch self {
    case .sber: ["1234", "4321"]
    case .tbank: ["5678", "8765"]
    case .vtb: ["7788", "8877"]
    }
  }

  /// A movement of money.
  struct Movement {
    enum Kind {
      case purchase, income, transfer
    }

    var kind: Kind
    /// In kopecks.
    var amount: Int
    var card: String
    var balance: Int
    /// The shop as terminals write it, and as the bank's app does.
    var shop = BankTexts.shops[0]
  }

  static let shops: [(terminal: String, app: String)] = [
    (terminal: "KOFEINYA", app: "Кофейня"), ("PYATEROCHKA 4012", "Пятёрочка"), ("AZBUKA VKUSA", "Азбука вкуса"), ("LENTA-17", "Лента"),
    ("METRO", "Метро"), ("KNIZHNY DOM", "Книжный дом"), ("BUHTA", "Бухта"), ("PEKARNYA", "Пекарня"),
  ]

  func sms(_ movement: Movement) -> String {
    let (amount, balance) = (Self.plain(movement.amount), Self.plain(movement.balance))
    let shop = movement.kind == .purchase ? movement.shop.terminal : nil
    switch self {
    case .sber:
      let deed = movement.kind == .purchase ? "Покупка" : movement.kind == .income ? "зачисление" : "перевод"
      return "ECMC\(movement.card) 14:02 \(deed) \(amount)р \(shop.map { $0 + " " } ?? "")Баланс: \(balance)р"
    case .tbank:
      let deed = movement.kind == .purchase ? "Покупка" : movement.kind == .income ? "Пополнение" : "Перевод"
      return "\(deed). Карта *\(movement.card). \(amount) RUB. \(shop.map { $0 + ". " } ?? "")Доступно \(balance) RUB"
    case .vtb:
      let deed = movement.kind == .purchase ? "Оплата" : movement.kind == .income ? "Поступление" : "Перевод"
      return "Карта *\(movement.card): \(deed) \(amount)р\(shop.map { " " + $0 } ?? ""); баланс \(balance)р"
    }
  }

  /// The push; a brief one leaves out card and balance.
  func push(_ movement: Movement, isBrief: Bool) -> String {
    let (amount, balance) = (Self.grouped(movement.amount), Self.grouped(movement.balance))
    let isPurchase = movement.kind == .purchase
    let deed: String
    switch (self, movement.kind) {
    case (.sber, .purchase): deed = "Покупка \(amount) ₽"
    case (.sber, .income): deed = "Зачисление \(amount) ₽"
    case (.sber, .transfer): deed = "Перевод \(amount) ₽"
    case (.tbank, .purchase): deed = "Покупка на \(amount) ₽"
    case (.tbank, .income): deed = "Пополнение на \(amount) ₽"
    case (.tbank, .transfer): deed = "Перевод на \(amount) ₽"
    case (.vtb, .purchase): deed = "Оплата \(amount) ₽"
    case (.vtb, .income): deed = "Поступление \(amount) ₽"
    case (.vtb, .transfer): deed = "Списание \(amount) ₽ перевод"
    }
    let text = isPurchase ? "\(deed)\(self == .tbank ? "," : "") \(movement.shop.app)" : deed
    guard !isBrief else { return text }
    return "\(text). Карта *\(movement.card). \(self == .tbank ? "Доступно" : "Баланс") \(balance) ₽"
  }

  func sms(code: String) -> String {
    switch self {
    case .sber: "Код \(code) для входа. Никому не говорите его, даже сотруднику банка"
    case .tbank: "Никому не говорите код \(code). Вход в Тинькофф"
    case .vtb: "Код \(code) для подтверждения операции. Никому не сообщайте"
    }
  }

  func push(code: String) -> String {
    switch self {
    case .sber: "\(code) — код для входа в СберБанк Онлайн"
    case .tbank: "Код для входа: \(code)"
    case .vtb: "Ваш код: \(code)"
    }
  }

  private static func plain(_ kopecks: Int) -> String {
    let rest = kopecks % 100
    return "\(kopecks / 100)" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
  }

  private static func grouped(_ kopecks: Int) -> String {
    let (whole, rest) = (kopecks / 100, kopecks % 100)
    let thousands = whole >= 1000 ? "\(whole / 1000)\u{A0}" + String("\(1000 + whole % 1000)".dropFirst()) : "\(whole)"
    return thousands + (rest == 0 ? "" : ",\(rest < 10 ? "0" : "")\(rest)")
  }
}
