import Model

/// What a rule says at one event.
struct Match: Hashable {
  let rule: RuleID
  let severity: Severity
  /// The device it is about, by its name's number; nothing for findings without one.
  var device: UInt16 = Names.none
  /// The event that the finding hangs on.
  let anchor: String
  /// The first event and the latest; those between are left out where there are many.
  let evidence: [String]

  /// How many events a finding names as its evidence at most.
  static let evidenceLimit = 32

  init(rule: RuleID, severity: Severity, device: UInt16 = Names.none, anchor: String, evidence: [String]) {
    self.rule = rule
    self.severity = severity
    self.device = device
    self.anchor = anchor
    self.evidence = evidence.count > Self.evidenceLimit ? evidence.prefix(1) + evidence.suffix(Self.evidenceLimit - 1) : evidence
  }
}

/// A match with the moment that brought it.
struct Raised: Hashable {
  var match: Match
  /// When the rule was asked: the event's time, or the end of the wait after it.
  let at: Int64
  /// When the finding came up first.
  var since: Int64
  /// The event that asked.
  let trigger: String
  var bank: UInt16

  /// Whether both are about the same finding.
  func isSameFinding(as other: Raised) -> Bool {
    match.rule == other.match.rule && match.device == other.match.device && match.anchor == other.match.anchor
  }
}
