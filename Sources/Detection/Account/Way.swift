import Model

/// What a preference chooses. Raw values are written down with an account's state.
enum Way: UInt8 {
  case unknown = 0
  case push = 1
  case sms = 2
  case messenger = 3
  /// The bank decides.
  case bank = 4

  init(_ word: String?) {
    switch word {
    case "push": self = .push
    case "sms": self = .sms
    case "messenger": self = .messenger
    case SecurityEvent.bankDecides: self = .bank
    default: self = .unknown
    }
  }

  init(_ channel: Channel?) {
    switch channel {
    case .push: self = .push
    case .sms: self = .sms
    case .messenger: self = .messenger
    case nil: self = .unknown
    }
  }
}

/// What a preference or a message is about. Raw values are written down with an account's state.
struct Scope: Hashable {
  let rawValue: UInt8

  static let all = Scope(rawValue: 0)
  static let code = Scope(rawValue: UInt8(Category.code.rawValue))
  private static let other = Scope(rawValue: 255)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A category's name; nothing and `all` mean all.
  init(_ word: String?) {
    guard let word, word != "all" else {
      self = .all
      return
    }
    self = Category(name: word).map { Scope(rawValue: UInt8($0.rawValue)) } ?? .other
  }

  /// Whether a preference for this holds for messages about `other`.
  func covers(_ other: Scope) -> Bool {
    self == .all || self == other
  }
}
