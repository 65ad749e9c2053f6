import Model

/// Something a bank wants to tell: what it is about, when, in which words.
public struct SimulatedMessage: Hashable, Sendable {
  public var id: String
  public var time: Timestamp
  public var bank: String?
  public var category: Category
  /// The event that a notice is about; nil for everyday messages.
  public var event: SecurityFact.Kind?
  /// Where the operation it is about is made.
  public var origin: Step.Origin
  /// The sender of the SMS, and the app's name for a push.
  public var sender: String
  public var app: String
  public var title: String
  public var text: String

  public init(
    id: String, time: Timestamp, bank: String?, category: Category, event: SecurityFact.Kind? = nil, origin: Step.Origin = .bank,
    sender: String = "900", app: String = "app", title: String = "", text: String
  ) {
    self.id = id
    self.time = time
    self.bank = bank
    self.category = category
    self.event = event
    self.origin = origin
    self.sender = sender
    self.app = app
    self.title = title
    self.text = text
  }

  /// The longest title and text a push carries.
  public static let pushTitleLimit = 64
  public static let pushTextLimit = 240

  /// What a push shows of the title.
  public var pushTitle: String { Self.cut(title, Self.pushTitleLimit) }
  /// What a push shows of the text.
  public var pushText: String { Self.cut(text, Self.pushTextLimit) }

  private static func cut(_ text: String, _ limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}
