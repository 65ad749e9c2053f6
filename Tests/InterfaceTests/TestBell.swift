import Delivery
import Foundation
import Model
import Screen
import Storage
import Testing

@testable import Interface

/// The interface on a real database, with a pinned clock and zone, without a terminal.
struct TestBell {
  var state: BellState
  let store: Store
  let effects: StoreEffects
  /// The effects that weren't the database's, in order.
  var others: [Effect] = []

  /// 2026-03-01 14:10:00 in Moscow.
  static let now = Timestamp(milliseconds: 1_772_363_400_000)

  init(
    _ notifications: [Model.Notification] = Fixtures.day, width: Int = 80, height: Int = 24, language: Language = .english,
    glyphs: Glyphs = .unicode, policies: PolicyBook = PolicyBook([]), shelf: PolicyShelf? = nil, isDemo: Bool = false
  ) throws {
    let moscow = try #require(TimeZone(identifier: "Europe/Moscow"))
    store = try Store.temporary(calendar: .fixed(now: Self.now, offsetSeconds: 3 * 3_600))
    let banks = [BankName(key: "sberbank", name: "Sberbank", aliases: ["сбер"]), BankName(key: "tbank", name: "T-Bank", aliases: [])]
    store.register(banks: banks)
    if !notifications.isEmpty { _ = try store.add(notifications) }
    let surroundings = Surroundings(
      language: language, zone: moscow, glyphs: glyphs,
      banks: [.init(key: "sberbank", name: "Sber"), .init(key: "tbank", name: "T-Bank")], filterNames: FilterNames(banks: banks),
      themes: ["kolokol", "light", "mono"], isDemo: isDemo, policies: shelf ?? PolicyShelf(policies))
    state = BellState(surroundings: surroundings, size: Size(width: width, height: height), now: Self.now, theme: "kolokol")
    effects = StoreEffects(store: store)
    others = state.settle(.started, with: effects)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { others += state.settle(.input(.key(key)), with: effects) }
  }

  /// Types each character as a key.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func click(x: Int, y: Int) {
    others += state.settle(.input(.mouse(Mouse(.press, at: Point(x: x, y: y)))), with: effects)
  }

  mutating func wait(milliseconds: Int64) {
    others += state.settle(.tick(state.now.advanced(by: milliseconds)), with: effects)
  }

  /// What the program does when it opens, and every quarter of an hour.
  mutating func seal() {
    if let answer = effects.perform(.seal) { others += state.settle(answer, with: effects) }
  }

  mutating func resize(width: Int, height: Int) {
    others += state.settle(.input(.resize(Size(width: width, height: height))), with: effects)
  }

  /// Somebody else writes to the database.
  mutating func arrive(_ notifications: [Model.Notification]) throws {
    _ = try store.add(notifications)
    wait(milliseconds: 1_000)
  }

  var screen: String { state.view().text() }
  var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  var currentText: String? { state.inbox.list.current?.text }
  var shownTexts: [String] { state.inbox.list.rows.map(\.text) }
}

/// Invented messages of invented people.
enum Fixtures {
  static func message(
    _ text: String, minutesAgo: Int, bank: String? = "sberbank", sender: String = "900", channel: Channel = .sms, category: Category? = nil,
    code: String? = nil, amount: Int64? = nil, merchant: String? = nil, balance: Int64? = nil, security: SecurityFact? = nil,
    isRead: Bool = true, title: String? = nil, account: String = "main"
  ) -> Model.Notification {
    let time = TestBell.now.advanced(by: Int64(-minutesAgo) * 60_000)
    let facts = Facts(
      category: category, isTransaction: amount != nil, direction: amount.map { $0 < 0 ? .outgoing : .incoming },
      amount: amount.map { Money(minorUnits: $0, currency: .rub) }, balance: balance.map { Money(minorUnits: $0, currency: .rub) },
      card: amount == nil ? nil : "4321", merchant: merchant, code: code, security: security)
    let delivery = Model.Delivery(
      channel: channel, endpoint: channel == .sms ? "+79000000012" : "iPhone 13 (Anna)", time: time, deliveredAt: time.advanced(by: 2_000),
      status: .delivered, parts: channel == .sms ? 1 : nil, costMinor: channel == .sms ? 300 : nil, sender: sender, title: title, text: text
    )
    return Model.Notification(bank: bank, account: account, facts: facts, isRead: isRead, deliveries: [delivery])
  }

  /// A short history: today, yesterday, last year; one row told by push and SMS; one other sender.
  static let day: [Model.Notification] = {
    var merged = message(
      "Покупка 18699 ₽ DNS. Баланс: 411000 ₽", minutesAgo: 1_000, category: .payment, amount: -1_869_900, merchant: "DNS",
      balance: 41_100_000)
    let sms = merged.deliveries[0]
    merged.deliveries.append(
      Model.Delivery(
        channel: .push, endpoint: "iPhone 13 (Anna)", time: sms.time.advanced(by: 1_000), status: .notSent, reason: "device unlinked",
        sender: "Sberbank", text: "DNS −18 699 ₽"))
    return [
      message("Поздравляем с Новым годом!", minutesAgo: 100_000, category: .marketing),
      message("Вход в приложение, Казань", minutesAgo: 1_500, bank: "tbank", sender: "T-Bank", category: .service, isRead: true),
      merged,
      message(
        "Покупка 1240 ₽ PYATEROCHKA", minutesAgo: 40, bank: "tbank", sender: "T-Bank", channel: .push, category: .payment, amount: -124_000,
        merchant: "PYATEROCHKA", isRead: false),
      message(
        "Новое устройство: Xiaomi 12. Если это не вы, звоните 900", minutesAgo: 8, category: .security,
        security: SecurityFact(kind: .deviceBound, device: "Xiaomi 12", place: "Казань"), isRead: false),
      message("Код 482913. Никому его не сообщайте", minutesAgo: 5, channel: .push, category: .code, code: "482913", isRead: false),
      message("Ваш заказ уже едет", minutesAgo: 20, bank: nil, sender: "Lavka"),
    ]
  }()
}
