import Model

/// Something security-relevant that goes into the log: what, by whom, and what is to be remembered of it.
///
/// The fields become one JSON object in the order of their names. A one-time code must never be among them, nor a text that may hold one.
public struct LedgerEntry: Hashable, Sendable {
  /// A value of a field.
  public enum Value: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case numbers([Int])
    case texts([String])

    /// Literals stand for what they are.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A number.
    public init(integerLiteral value: Int64) { self = .number(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
  }

  /// What it tells of, and who did it.
  public var kind: Leaf.Kind
  public var actor: Leaf.Actor
  /// What is remembered; a field without a value is left out.
  public var fields: [String: Value]

  public init(_ kind: Leaf.Kind, by actor: Leaf.Actor, _ fields: [String: Value]) {
    self.kind = kind
    self.actor = actor
    self.fields = fields
  }

  /// The fields as a JSON object in UTF-8, by name, without blanks.
  public var payload: [UInt8] {
    var object = JSONObject()
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .text(let value): object.add(name, value)
      case .number(let value): object.add(name, value)
      case .flag(let value): object.add(name, value)
      case .numbers(let values): object.add(name, values.map { Int64($0) })
      case .texts(let values): object.add(name, values)
      }
    }
    return Array(object.line.utf8)
  }
}
