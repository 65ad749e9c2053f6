/// What a notification is about. Raw values are what the database stores.
public enum Category: Int, CaseIterable, Sendable {
  case code = 1
  case payment = 2
  case security = 3
  case statement = 4
  case marketing = 5
  case service = 6

  /// The word in our own JSON lines and in queries.
  public var name: String {
    switch self {
    case .code: "code"
    case .payment: "payment"
    case .security: "security"
    case .statement: "statement"
    case .marketing: "marketing"
    case .service: "service"
    }
  }

  /// The category a word of JSON lines or of a query names; nil when there is none of that name.
  public init?(name: String) {
    guard let category = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = category
  }
}
