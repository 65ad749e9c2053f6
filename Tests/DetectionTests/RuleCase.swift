import Model
import Testing

@testable import Detection

/// A story and what one rule makes of it.
struct RuleCase: CustomTestStringConvertible {
  let rule: Int
  let name: String
  var before: [SecurityEvent] = Story.settled
  let events: [SecurityEvent]
  /// How grave the rule finds it; nil when it finds nothing.
  let severity: Severity?
  var device: String?

  var testDescription: String { "\(RuleID(rule)) \(name)" }

  func found(_ findings: [Finding]) -> [Finding] { findings.filter { $0.rule == RuleID(rule) } }

  static let all: [RuleCase] = bindings + deliveries + money + people

  static func yes(
    _ rule: Int, _ severity: Severity, _ name: String, device: String? = nil, before: [SecurityEvent] = Story.settled,
    _ events: [SecurityEvent]
  ) -> RuleCase {
    RuleCase(rule: rule, name: name, before: before, events: events, severity: severity, device: device)
  }

  static func no(_ rule: Int, _ name: String, before: [SecurityEvent] = Story.settled, _ events: [SecurityEvent]) -> RuleCase {
    RuleCase(rule: rule, name: name, before: before, events: events, severity: nil)
  }
}
