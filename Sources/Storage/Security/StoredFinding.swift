import Model

/// A finding with how far it is dealt with.
public struct StoredFinding: Hashable, Sendable, Identifiable {
  public var finding: Finding
  /// What it turned out to be, once it is resolved.
  public var resolution: Resolution?
  /// Until when it is put aside, while it is.
  public var until: Timestamp?
  /// What was last said about it.
  public var comment: String?

  public init(finding: Finding, resolution: Resolution? = nil, until: Timestamp? = nil, comment: String? = nil) {
    self.finding = finding
    self.resolution = resolution
    self.until = until
    self.comment = comment
  }

  /// The finding's.
  public var id: FindingID { finding.id }

  /// Takes over what the rules say now, as `FindingRows.save` does: one that rises in severity, or comes back, is open again; one that is gone is
  /// withdrawn unless somebody has dealt with it.
  mutating func take(_ change: Finding) {
    if change.state == .withdrawn {
      if finding.state == .new { finding.state = .withdrawn }
      return
    }
    if change.severity > finding.severity && finding.state != .new || finding.state == .withdrawn {
      finding.state = .new
      resolution = nil
      until = nil
    }
    let state = finding.state
    finding = change
    finding.state = state
  }

  /// The order of lists: those that nobody has closed first, by severity, new ones before others; each the newest first.
  static func openAndGraveFirst(_ one: StoredFinding, _ other: StoredFinding) -> Bool {
    func key(_ stored: StoredFinding) -> (Int, Int, Int, Int64) {
      let finding = stored.finding
      let isOpen = finding.state.rawValue <= FindingState.inProgress.rawValue
      return (
        isOpen ? 0 : 1, isOpen ? -finding.severity.rawValue : 0, finding.state == .new ? 0 : 1, -finding.time.milliseconds
      )
    }
    let (first, second) = (key(one), key(other))
    return first == second ? one.id.text < other.id.text : first < second
  }
}

/// All that is known of a finding.
public struct FindingDetail: Hashable, Sendable {
  public var stored: StoredFinding
  /// Its evidence, in order.
  public var events: [SecurityEvent]
  /// What else happened before, between and after these, in order.
  public var around: [SecurityEvent]
  /// What was done about it, the oldest first.
  public var transitions: [Transition]
  /// The last one of the same rule, account and device before it, when that was resolved: this one is its repetition.
  public var former: StoredFinding?
}

/// One step in dealing with a finding.
public struct Transition: Hashable, Sendable {
  /// Who took it.
  public enum Actor: Int, Sendable {
    case user = 1
    /// The rules themselves: more came to light.
    case detection = 2
  }

  /// When, and who.
  public var at: Timestamp
  public var actor: Actor
  /// From which state to which.
  public var from: FindingState
  public var to: FindingState
  /// What was said with it.
  public var resolution: Resolution?
  public var until: Timestamp?
  public var comment: String?
  /// Whether it took another step back.
  public var isUndo: Bool
}

/// What to do with findings.
public enum Triage: Hashable, Sendable {
  /// Somebody takes it on.
  case acknowledge
  case begin
  case resolve(Resolution)
  /// Put aside until then.
  case suppress(until: Timestamp)
  case reopen

  /// The state it leads to.
  public var state: FindingState {
    switch self {
    case .acknowledge: .acknowledged
    case .begin: .inProgress
    case .resolve: .resolved
    case .suppress: .suppressed
    case .reopen: .new
    }
  }
}

/// Which findings to show.
public struct FindingQuery: Hashable, Sendable {
  /// Nil: all but those withdrawn.
  public var states: Set<FindingState>?
  public var severity: Severity?
  public var rule: RuleID?
  public var bank: String?
  public var account: String?
  public var since: Timestamp?

  /// Everything, unless something is set: from this severity up, of this rule, bank, account, from this time on.
  public init(
    states: Set<FindingState>? = nil, severity: Severity? = nil, rule: RuleID? = nil, bank: String? = nil, account: String? = nil,
    since: Timestamp? = nil
  ) {
    self.states = states
    self.severity = severity
    self.rule = rule
    self.bank = bank
    self.account = account
    self.since = since
  }

  /// Whether a finding is among those asked for.
  func takes(_ finding: Finding) -> Bool {
    (states?.contains(finding.state) ?? (finding.state != .withdrawn)) && finding.severity >= severity ?? .low
      && (rule == nil || finding.rule == rule) && (bank == nil || finding.bank == bank) && (account == nil || finding.account == account)
      && (since.map { finding.time >= $0 } ?? true)
  }
}

/// How many findings there are of each state and severity.
public struct FindingCounts: Hashable, Sendable {
  /// By state.
  public var states: [FindingState: Int] = [:]
  /// Those that are new, by severity.
  public var open: [Severity: Int] = [:]
  /// By the user's months, `2026-03`, those of every state but withdrawn: twelve months in a row, also those without any, the last of them the
  /// present one, or that of the last finding where that is longer ago. Empty where there is no finding.
  public var months: [(month: String, counts: [Severity: Int])] = []

  public init() {}

  public static func == (left: FindingCounts, right: FindingCounts) -> Bool {
    left.states == right.states && left.open == right.open && left.months.map(\.month) == right.months.map(\.month)
      && left.months.map(\.counts) == right.months.map(\.counts)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(states)
    hasher.combine(open)
  }
}
