/// The keys of the filter language, and what else they answer to.
enum FilterKey: String, CaseIterable {
  case bank, sender, channel, category, `is`, has, amount, currency, card, merchant, account, security, since, until, on

  /// Other spellings; the Russian one that completion offers comes first.
  var synonyms: [String] {
    switch self {
    case .bank: ["банк"]
    case .sender: ["отправитель", "от", "from"]
    case .channel: ["канал"]
    case .category: ["категория", "cat"]
    case .is: ["это"]
    case .has: ["есть"]
    case .amount: ["сумма", "sum"]
    case .currency: ["валюта"]
    case .card: ["карта"]
    case .merchant: ["магазин", "продавец", "shop"]
    case .account: ["аккаунт"]
    case .security: ["безопасность"]
    case .since: ["с", "after"]
    case .until: ["по", "before"]
    case .on: ["за", "date"]
    }
  }

  /// The key with a name in either language, whatever its case.
  init?(name: String) {
    let folded = FilterText.folded(name)
    guard let key = Self.allCases.first(where: { $0.rawValue == folded || $0.synonyms.contains(folded) }) else { return nil }
    self = key
  }

  /// Whether `>`, `<`, `>=`, `<=` and `=` may follow.
  var takesComparison: Bool { self == .amount }

  static var allNames: [String] { allCases.flatMap { [$0.rawValue] + $0.synonyms } }
}

/// A value that a key knows by name.
struct FilterWord {
  /// What the printed filter says.
  var name: String
  /// Other spellings; the Russian one that completion offers comes first.
  var synonyms: [String]

  init(_ name: String, _ synonyms: String...) {
    self.name = name
    self.synonyms = synonyms
  }

  /// The word with a name in either language.
  static func find(_ text: String, in words: [FilterWord]) -> FilterWord? {
    let folded = FilterText.folded(text)
    return words.first { $0.name == folded || $0.synonyms.contains(folded) }
  }
}

extension FilterKey {
  /// The values the key knows by name; empty for keys that take any value or whose values stand in the database.
  var words: [FilterWord] {
    switch self {
    case .channel:
      [FilterWord("push", "пуш"), FilterWord("sms", "смс"), FilterWord("messenger", "мессенджер")]
    case .category:
      [
        FilterWord("code", "код", "коды", "codes"), FilterWord("payment", "платеж", "платежи", "payments"),
        FilterWord("security", "безопасность"), FilterWord("statement", "выписка", "выписки", "statements"),
        FilterWord("marketing", "реклама", "ads"), FilterWord("service", "сервис", "служебное"),
      ]
    case .is:
      [
        FilterWord("unread", "непрочитано", "непрочитанное", "непрочитанные", "new"), FilterWord("read", "прочитано", "прочитанное"),
        FilterWord("pinned", "закреплено", "закрепленное"), FilterWord("archived", "архив", "archive"),
        FilterWord("other", "другое", "другие", "others"), FilterWord("merged", "объединено"),
        FilterWord("transaction", "операция", "операции"), FilterWord("incoming", "приход", "in"),
        FilterWord("outgoing", "расход", "out"), FilterWord("transfer", "перевод"), FilterWord("code", "код"),
        FilterWord("payment", "платеж"), FilterWord("security", "безопасность"), FilterWord("statement", "выписка"),
        FilterWord("marketing", "реклама"), FilterWord("service", "сервис"),
      ]
    case .has:
      [
        FilterWord("amount", "сумма"), FilterWord("balance", "остаток", "баланс"), FilterWord("card", "карта"),
        FilterWord("merchant", "магазин"), FilterWord("code", "код"), FilterWord("security", "безопасность"),
        FilterWord("title", "заголовок"),
      ]
    case .security:
      [
        FilterWord("device_bound", "привязка", "device"), FilterWord("device_unbound", "отвязка"),
        FilterWord("token_linked", "токен", "token"),
        FilterWord("login", "вход"), FilterWord("credential_reset", "пароль", "password"),
        FilterWord("channel_changed", "канал", "channel"),
        FilterWord("phone_changed", "номер", "phone"), FilterWord("sim_changed", "сим", "sim"), FilterWord("blocked", "блокировка"),
        FilterWord("binding_requested", "запрос-привязки"), FilterWord("login_requested", "код-входа"),
        FilterWord("change_requested", "код-изменения"), FilterWord("login_failed", "неудачный-вход"),
        FilterWord("device_renamed", "переименование"), FilterWord("app_activated", "приложение"), FilterWord("key_added", "ключ"),
        FilterWord("token_unlinked", "токен-удалён"), FilterWord("contact_changed", "почта"),
        FilterWord("calls_forwarded", "переадресация"),
        FilterWord("trustee_named", "доверенный"), FilterWord("loan_ban_lifted", "самозапрет"), FilterWord("outside_access", "внешний"),
        FilterWord("any", "любое"),
      ]
    case .since, .until, .on: [FilterWord("today", "сегодня"), FilterWord("yesterday", "вчера")]
    case .bank, .sender, .amount, .currency, .card, .merchant, .account: []
    }
  }
}
