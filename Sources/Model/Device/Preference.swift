/// What somebody chose: for which messages which channel, from which device, when. Preferences are only ever added; the history is the clue.
public struct Preference: Hashable, Sendable {
  public var account: String
  /// The bank it is for; nil for every bank of the account.
  public var bank: String?
  public var scope: Scope
  /// The channel chosen; nil takes the choice back.
  public var channel: Channel?
  public var setAt: Timestamp
  /// Who did it, as far as is known: a person, `bank`, the id of the device it was done from, or `toldOf` where nobody knows.
  public var setBy: String
  /// The device it was done from, by id; nil when it wasn't one, or nobody knows.
  public var device: String?

  public init(
    account: String = Notification.defaultAccount, bank: String?, scope: Scope, channel: Channel?, setAt: Timestamp, setBy: String,
    device: String? = nil
  ) {
    self.account = account
    self.bank = bank
    self.scope = scope
    self.channel = channel
    self.setAt = setAt
    self.setBy = setBy
    self.device = device
  }

  /// Who the bank itself is.
  public static let bank = "bank"
  /// Stands for whoever made a choice that a message tells of without saying who.
  public static let toldOf = "message"

  /// Which messages a choice is for.
  public enum Scope: Hashable, Sendable {
    case all
    case category(Category)
    /// Messages about one kind of event: `login`, `device_bound`.
    case event(SecurityFact.Kind)

    /// The word in commands, events and JSON: `all`, `code`, `login`.
    public var name: String {
      switch self {
      case .all: "all"
      case .category(let category): category.name
      case .event(let kind): kind.name
      }
    }

    /// The scope of that word; nil when there is none.
    public init?(name: String) {
      if name == "all" {
        self = .all
      } else if let category = Category(name: name) {
        self = .category(category)
      } else if let kind = SecurityFact.Kind.allCases.first(where: { $0.name == name }) {
        self = .event(kind)
      } else {
        return nil
      }
    }

    /// Every word there is, the widest first.
    public static var names: [String] {
      ["all"] + Category.allCases.map(\.name) + SecurityFact.Kind.allCases.map(\.name)
    }
  }
}
