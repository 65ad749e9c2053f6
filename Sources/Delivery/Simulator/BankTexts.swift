/// What an invented bank says. The texts read like real ones: a parser finds in them the category, the event, the sums they are meant to have.
/// They name no time of the day, so that a story can be told at any.
public struct BankTexts: Sendable {
  /// The bank's name as its texts write it.
  public var bank: String

  /// Without a name the texts speak of a bank.
  public init(bank: String = "банк") {
    self.bank = bank
  }

  /// A purchase by card. Sums are whole units of the currency.
  public func purchase(_ amount: Int64, _ shop: String, balance: Int64) -> String {
    "Покупка \(Self.money(amount)) \(shop). Карта 4417. Баланс: \(Self.money(balance))"
  }

  /// A one-time code, six digits, and what it is for.
  public func code(_ code: String, for purpose: CodePurpose) -> String {
    let words =
      switch purpose {
      case .purchase(let amount, let shop): "оплата \(Self.money(amount)) в \(shop)"
      case .transfer(let amount): "перевод \(Self.money(amount))"
      case .loan(let amount): "подтверждение кредита \(Self.money(amount))"
      case .login: "вход в \(bank)"
      case .binding: "вход в \(bank) с нового устройства"
      case .channel: "смена способа уведомлений"
      case .unlinking: "отключение устройства"
      case .number: "смена номера телефона"
      }
    return "Код \(code): \(words). Никому не сообщайте код."
  }

  /// What a code confirms.
  public enum CodePurpose: Hashable, Sendable {
    case purchase(Int64, String), transfer(Int64), loan(Int64)
    case login, binding, channel, unlinking, number
  }

  /// Somebody came in from a device.
  public func login(_ device: String) -> String { "Вход в \(bank): \(device). Не вы? Позвоните в банк." }

  /// A device was linked, in a town if that is to be told.
  public func newDevice(_ device: String, _ place: String? = nil) -> String {
    "Подключено новое устройство \(device)\(place.map { ", " + $0 } ?? ""). Не вы? Позвоните в банк."
  }

  /// The channel of some messages was switched, to push on a device or to SMS.
  public func switched(_ what: String, toPushOn device: String?) -> String {
    let way = device.map { "вместо СМС push на устройство \($0)" } ?? "вместо push СМС"
    return "Способ уведомлений изменён (\(what)): \(way). Не вы? Позвоните в банк."
  }

  /// A device was unlinked.
  public func unlinked(_ device: String) -> String { "Устройство \(device) отключено. Не вы? Позвоните в банк." }

  /// Messages go to another number now.
  public var numberChanged: String { "Номер телефона изменён. Если вы этого не делали, позвоните в банк." }

  /// Money went to somebody.
  public func transfer(_ amount: Int64, to payee: String, balance: Int64) -> String {
    "Перевод \(Self.money(amount)), получатель \(payee) Карта 4417. Баланс: \(Self.money(balance))"
  }

  /// A loan was paid out.
  public func loan(_ amount: Int64, balance: Int64) -> String {
    "Зачислен кредит \(Self.money(amount)). Карта 4417. Баланс: \(Self.money(balance))"
  }

  /// A credit card's statement, with what is due at least.
  public func statement(_ minimum: Int64) -> String { "Выписка готова: минимальный платёж \(Self.money(minimum)) до 20 числа." }

  /// Marketing.
  public var offer: String { "Вклад с повышенной ставкой до конца месяца. Подробности в приложении." }

  /// Word of a service.
  public var service: String { "Новая карта ждёт вас в отделении. Возьмите паспорт." }

  private static func money(_ amount: Int64) -> String {
    var digits = String(amount)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: " ") + " ₽"
  }
}
