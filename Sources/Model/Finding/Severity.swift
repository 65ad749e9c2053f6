/// How much a finding matters. Raw values are what the database stores.
public enum Severity: Int, CaseIterable, Comparable, Sendable {
  case low = 1
  case medium = 2
  case high = 3
  case critical = 4

  /// The word in our own JSON lines and on the command line.
  public var name: String {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// The severity a word names; nil when there is none of that name.
  public init?(name: String) {
    guard let severity = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = severity
  }

  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
