/// A rule's number: `R04`.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 1.
  public let number: Int

  public init(_ number: Int) {
    self.number = number
  }

  /// The rule that `R04`, `r4` or `4` names; nil for other words.
  public init?(name: String) {
    let digits = name.hasPrefix("R") || name.hasPrefix("r") ? name.dropFirst() : name[...]
    guard digits.utf8.count <= 2, let number = Int(digits), number > 0 else { return nil }
    self.number = number
  }

  public var description: String { number < 10 ? "R0\(number)" : "R\(number)" }

  public static func < (left: RuleID, right: RuleID) -> Bool {
    left.number < right.number
  }
}
