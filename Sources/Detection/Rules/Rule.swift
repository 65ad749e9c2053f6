import Model

/// One rule: a pure function of an account as it was at one of its events.
///
/// To add one: a file with a type that conforms to this, its place in `RuleBook.all`, its words in the interface's `RuleStrings`, its tests.
protocol Rule: Sendable {
  /// Its number.
  static var id: RuleID { get }
  /// The kinds of events it is asked at.
  static var kinds: [EventKind] { get }
  /// How long after such an event it is asked, in ms; 0 is at once. Asked after a wait, it sees what came in meanwhile.
  static func waits(_ limits: Limits) -> [Int64]
  /// What it finds at a moment.
  static func find(_ moment: Moment) -> Match?
}

extension Rule {
  static func waits(_ limits: Limits) -> [Int64] { [0] }
}
