/// How far a finding is dealt with. Raw values are what the database stores.
public enum FindingState: Int, CaseIterable, Sendable {
  /// Nobody has answered yet.
  case new = 1
  /// Somebody took it on.
  case acknowledged = 2
  case inProgress = 3
  case resolved = 4
  /// Put aside until a time.
  case suppressed = 5
  /// Events that came late, or an answer that was taken back, took away what it rested on. Only the detection itself says so.
  case withdrawn = 6

  /// Those in which nobody has closed it yet.
  public static let open: [FindingState] = [.new, .acknowledged, .inProgress]

  /// The word in our own JSON lines.
  public var name: String {
    switch self {
    case .new: "new"
    case .acknowledged: "acknowledged"
    case .inProgress: "in_progress"
    case .resolved: "resolved"
    case .suppressed: "suppressed"
    case .withdrawn: "withdrawn"
    }
  }

  /// The state a word names; nil when there is none of that name.
  public init?(name: String) {
    guard let state = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = state
  }
}

/// What a resolved finding turned out to be. Raw values are what the database stores.
public enum Resolution: Int, CaseIterable, Sendable {
  /// It was an attack.
  case truePositive = 1
  /// It wasn't what the rule took it for.
  case falsePositive = 2
  /// It was the client.
  case benign = 3
  case duplicate = 4

  /// The word in our own JSON lines.
  public var name: String {
    switch self {
    case .truePositive: "true_positive"
    case .falsePositive: "false_positive"
    case .benign: "benign"
    case .duplicate: "duplicate"
    }
  }

  /// The resolution a word names; nil when there is none of that name.
  public init?(name: String) {
    guard let resolution = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = resolution
  }
}
