import Model

/// A rule in words.
public struct RuleText: Hashable, Sendable {
  /// What it is called, a few words.
  public let name: String
  /// What it finds and within which time.
  public let condition: String
  /// Where the threshold comes from.
  public let source: String
  /// What keeps it from false alarms; empty when nothing does.
  public let guardText: String
}

/// The texts of security: rules, findings, what to do. In one language.
public struct SecurityStrings: Sendable {
  public let rule: @Sendable (RuleID) -> RuleText
  /// What to do about a finding of a rule; the number is the bank's, from its bank file, nil where none is known.
  public let advice: @Sendable (RuleID, _ phone: String?) -> [String]
  public let severity: @Sendable (Severity) -> String
  public let state: @Sendable (FindingState) -> String
  public let event: @Sendable (EventKind) -> String
  public let ruleHeadings: [String]
  public let noSuchRule: @Sendable (String) -> String
  /// What `audit` says at the end of a stream: events, findings, refused lines, lines that are no events.
  public let streamDone: @Sendable (_ events: Int, _ findings: Int, _ refused: Int, _ passedOver: Int) -> String
  public let noFindings: String
  let screen: SecurityScreenStrings
}
