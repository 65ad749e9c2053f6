/// A finding's name, the same whenever the same rule finds the same thing: `R04-9f86d081884c7d65`.
public struct FindingID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// The id as it was written down before.
  public init(text: String) {
    self.text = text
  }

  /// Depends on these four alone. The digits are FNV-1a over 64 bits: a name, not a proof of anything.
  /// - Parameters:
  ///   - rule: the rule that found it.
  ///   - account: the account it is about.
  ///   - device: the id of the device it is about, if any.
  ///   - anchor: the id of the event that it hangs on.
  public init(rule: RuleID, account: String, device: String?, anchor: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [rule.description, account, device ?? "", anchor] {
      // 0xFF occurs in no UTF-8, so the parts can't run into one another.
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    text = rule.description + "-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  public var description: String { text }

  public static func < (left: FindingID, right: FindingID) -> Bool {
    left.text < right.text
  }
}
