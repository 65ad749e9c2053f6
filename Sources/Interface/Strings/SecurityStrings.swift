import Detection
import Model
import Storage

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
  /// A rule, its sentences with these thresholds.
  public let rule: @Sendable (RuleID, Limits) -> RuleText
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
  /// Judging from the beginning: that all is stored as it should be, or how much isn't; and each thing that differs.
  public let judgedAlike: @Sendable (Judgement) -> String
  public let judgedOtherwise: @Sendable (Judgement) -> String
  public let difference: @Sendable (Judgement.Difference) -> String
  let screen: SecurityScreenStrings
}

extension SecurityStrings {
  /// What a rule is called.
  public func name(of rule: RuleID) -> String { self.rule(rule, Limits()).name }

  /// A threshold of money, in roubles.
  static func sum(_ minorUnits: Int64) -> String {
    var digits = String(minorUnits / 100)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: " ") + " ₽"
  }
}

/// What a threshold of time is told in.
enum TimeUnit: Int64 {
  case second = 1_000
  case minute = 60_000
  case hour = 3_600_000
  case day = 86_400_000

  /// How many of which unit: the largest that goes into it and gives more than one, days from three on: "60 minutes", "48 hours", "7 days".
  static func fitting(_ milliseconds: Int64) -> (count: Int, unit: TimeUnit) {
    for (unit, least) in [(day, 3), (hour, 2), (minute, 2)] as [(TimeUnit, Int64)]
    where milliseconds % unit.rawValue == 0 && milliseconds / unit.rawValue >= least {
      return (Int(milliseconds / unit.rawValue), unit)
    }
    return (Int(milliseconds / second.rawValue), .second)
  }
}
