import Delivery
import Model

@testable import Interface

extension Fixtures {
  /// An iPhone of long standing, and a stranger's device that took over Sberbank's pushes.
  static let takeover: [Model.Notification] = {
    func push(_ text: String, minutesAgo: Int, to endpoint: String, _ category: Model.Category, _ security: SecurityFact? = nil)
      -> Model.Notification
    {
      var message = Fixtures.message(text, minutesAgo: minutesAgo, channel: .push, category: category, security: security)
      message.deliveries[0].endpoint = endpoint
      return message
    }
    let xiaomi = "Xiaomi 12"
    return [
      Fixtures.message(
        "Подключено устройство iPhone 13", minutesAgo: 400 * 1_440, category: .security,
        security: SecurityFact(kind: .deviceBound, device: "iPhone 13")),
      Fixtures.message("Код 118201 для входа", minutesAgo: 3 * 1_440, category: .code, code: "118201"),
      Fixtures.message("Покупка 300 ₽", minutesAgo: 2 * 1_440, bank: "tbank", channel: .push, category: .payment, amount: -30_000),
      Fixtures.message(
        "Новое устройство: Xiaomi 12, Казань", minutesAgo: 8, category: .security,
        security: SecurityFact(kind: .deviceBound, device: xiaomi, place: "Казань")),
      push(
        "Уведомления теперь приходят на Xiaomi 12", minutesAgo: 5, to: xiaomi, .security,
        SecurityFact(kind: .channelChanged, device: xiaomi, to: "push")),
      push("Код для перевода: 482913", minutesAgo: 4, to: xiaomi, .code),
    ]
  }()
}

extension TestBell {
  /// The bell with that history; in the demo, and without a pane below the list, unless told otherwise.
  static func takeover(
    width: Int = 120, height: Int = 30, language: Language = .english, isDemo: Bool = true, policies: [String] = ["sberbank", "tbank"]
  ) throws -> TestBell {
    let all = PolicyBook.load(userDirectory: nil).book
    return try TestBell(
      Fixtures.takeover, width: width, height: height, language: language, policies: PolicyBook(policies.compactMap(all.policy(id:))),
      isDemo: isDemo)
  }
}
