/// A match of a rule: what was found, about whom, on what evidence.
public struct Finding: Hashable, Sendable, Identifiable {
  /// Depends on rule, account, device and anchor alone.
  public let id: FindingID
  public let rule: RuleID
  public let account: String
  public var bank: String?
  /// The device it is about, if any; its `id` is part of the finding's.
  public let device: LinkedDevice?
  /// The event it hangs on: usually the binding.
  public let anchor: String
  public var severity: Severity
  /// When the rule's condition was first met: the time of an event, or the end of a wait that nothing came in.
  public var time: Timestamp
  /// The ids of the events that show it, in the order they happened; `anchor` is among them.
  public var evidence: [String]
  /// How far it is dealt with.
  public var state: FindingState

  /// - Parameters:
  ///   - rule: the rule that found it.
  ///   - severity: how much it matters.
  ///   - account: the account it is about.
  ///   - bank: the bank's key.
  ///   - device: the device it is about.
  ///   - anchor: the id of the event it hangs on.
  ///   - time: when the condition was first met.
  ///   - evidence: the ids of the events that show it.
  ///   - state: how far it is dealt with.
  public init(
    rule: RuleID, severity: Severity, account: String, bank: String? = nil, device: LinkedDevice? = nil, anchor: String, time: Timestamp,
    evidence: [String], state: FindingState = .new
  ) {
    id = FindingID(rule: rule, account: account, device: device?.id, anchor: anchor)
    self.rule = rule
    self.severity = severity
    self.account = account
    self.bank = bank
    self.device = device
    self.anchor = anchor
    self.time = time
    self.evidence = evidence
    self.state = state
  }
}
