import Delivery
import Model

/// The texts of the lab, in one language.
public struct LabStrings: Sendable {
  /// Which of a policy's two names this language uses.
  public let name: @Sendable (Policy) -> String
  /// Which of its two remarks.
  public let remark: @Sendable (Policy) -> String?
  /// The heading of a column, short.
  public let column: @Sendable (LabColumn) -> String
  public let move: @Sendable (Move) -> String
  public let invariant: @Sendable (Invariant) -> String
  public let operations: @Sendable (Operations) -> String
  public let stop: @Sendable (Step.Stop, _ seconds: Int) -> String
  /// `60 s`, `10 min`, `12 h`.
  public let duration: @Sendable (_ seconds: Int) -> String
  public let yes: String
  public let no: String
  public let never: String
  public let decides: @Sendable (Policy.Decider) -> String
  public let keeps: @Sendable (Policy.Keeping) -> String
  public let confirm: @Sendable (Policy.Confirmation) -> String
  public let announce: @Sendable (Policy.Announcement) -> String
  public let coolingOff: @Sendable (_ duration: String) -> String
  public let change: @Sendable (PolicyChange) -> String
  /// "3 000 clients, 30 days, seed 1".
  public let comparisonOf: @Sendable (_ clients: String, _ days: Int, _ seed: UInt64) -> String
  public let margins: String
  public let parameters: String
  public let talkedOutCodes: String
  public let withSS7: String
  public let searched: @Sendable (_ states: String, _ depth: Int) -> String
  public let shortestPath: String
  public let noPath: String
  public let brokenInvariants: String
  public let nothingBroken: String
  public let fromTheStart: String
  public let warnedFirst: String
  public let whoDecides: String
  public let pushesKept: String
  public let validFrom: @Sendable (_ since: String?, _ until: String?) -> String
  public let onlyWithoutApp: String
  public let anyMessage: String
  public let chose: @Sendable (Channel) -> String
  public let policyProblem: @Sendable (PolicyProblem) -> String
  public let noSuchPolicy: @Sendable (_ name: String, _ known: String) -> String
  public let badParameter: @Sendable (_ text: String, _ known: String) -> String
  public let nothingToPlay: @Sendable (_ policy: String, _ path: String, _ playable: String) -> String
  public let playIt: @Sendable (_ file: String) -> String

  let cascade: String
  let pushTarget: @Sendable (Policy.PushTarget) -> String

  // The screen
  let sortedBy: @Sendable (String) -> String
  let computing: String
  /// Counting goes on over so many clients.
  let countingOn: @Sendable (_ clients: String) -> String
  /// What values that are drawn dimly are.
  let dimmed: String
  let stillComputing: String
  let editing: @Sendable (_ policy: String) -> String
  let copyOf: @Sendable (_ policy: String) -> String
  let field: @Sendable (LabField) -> String
  let hints: [(String, String)]
}

/// The columns of the lab's table.
public enum LabColumn: String, CaseIterable, Sendable {
  case reachedSoon = "reached_1min"
  case reached
  case median = "median_s"
  case costPer1000 = "cost_per_1000"
  case costPerMonth = "cost_per_client_month"
  case lost = "lost_per_1000"
  case kept
  case exposed = "codes_exposed_per_attack"
  case warned = "binding_notice_reached_old_endpoint"
  case alert = "time_to_alert_s"
  case findings = "findings_per_attack"
  case oneCode = "operations_by_one_code"
  case warnedFirst = "client_warned_before_first_loss"
}

/// The kinds of change a policy speaks of.
public enum PolicyChange: String, CaseIterable, Sendable {
  case binding, switching, numberChange, unlinking, login

  /// The policy's rule for it.
  public func rule(in policy: Policy) -> Policy.Change {
    switch self {
    case .binding: policy.binding
    case .switching: policy.switching
    case .numberChange: policy.numberChange
    case .unlinking: policy.unlinking
    case .login: policy.login
    }
  }
}

/// What can be changed in a copy of a policy on the lab's screen.
public enum LabField: String, CaseIterable, Sendable {
  case firstWait, order, coolingOff, bindingTold, switchTold, switchNeeds, pushTo, operations
}
