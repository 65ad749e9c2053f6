/// The thresholds of the rules, with docs/detection.md's values. Times in ms, sums in minor units of roubles.
public struct Limits: Hashable, Sendable {
  static let second: Int64 = 1_000
  static let minute = 60 * second
  static let hour = 60 * minute
  static let day = 24 * hour

  /// How long an account's first binding counts as its enrolment.
  static let enrolment = day

  /// How long a binding counts as new, and what follows it as following from it: 48 h [Bank of Russia, OD-2506].
  public var hot = 48 * hour
  /// How late an event may come and still change what is found: 24 h.
  public var lateness = day
  /// R02: how old a code may be: 10 min [NIST 800-63B-4].
  public var codeAge = 10 * minute
  /// R03: how soon the notice of a binding must be tried: 60 s.
  public var notice = 60 * second
  /// R05: how far apart the copies of one code may come: 5 s.
  public var copies = 5 * second
  /// R06: how many security messages in a row.
  public var darkMessages: Int64 = 3
  /// R07: how long a device is cooling off: 12 h [MAS].
  public var cooling = 12 * hour
  /// R11: from which sum on a loan's payout waits, and how long: 50 000 ₽, 4 h; above 200 000 ₽, 48 h [9-FZ].
  public var smallLoan: Int64 = 5_000_000
  public var largeLoan: Int64 = 20_000_000
  public var smallLoanWait = 4 * hour
  public var largeLoanWait = 48 * hour
  /// R12: above which sum to oneself: 200 000 ₽; how soon the stranger: 24 h; how long a payee is known: 180 days [OD-2506].
  public var ownTransfer: Int64 = 20_000_000
  public var strangerWithin = day
  public var payeeKnown = 180 * day
  /// R13: which percentage leaves within which time: 50, 24 h [MAS]; from which balance on: 200 000 ₽.
  public var drainPercent: Int64 = 50
  public var drainWithin = day
  public var drainBalance: Int64 = 20_000_000
  /// R14: how many devices within which time: 3, 15 min [Elastic].
  public var burstDevices: Int64 = 3
  public var burstWithin = 15 * minute
  /// R16: how soon a device must be linked again: 12 h [Elastic].
  public var relink = 12 * hour
  /// R17: how soon after a reset: 60 min [Splunk].
  public var resetWithin = 60 * minute
  /// R18: how long a finding casts doubt: 48 h.
  public var alert = 48 * hour
  /// R19: after which time a device or a kind of device is unseen, and how long one learns: 7 days, 14 days, 14 days [Elastic].
  public var unseenDevice = 7 * day
  public var unseenKind = 14 * day
  public var learning = 14 * day
  /// R20: how long an account must have slept: 90 days.
  public var sleep = 90 * day
  /// R21: how many refusals within which time: 5, 10 min; what counts as one: 2 s [Elastic]. How many with an approval behind them: 3 [ours].
  public var prompts: Int64 = 5
  public var promptsApproved: Int64 = 3
  public var promptsWithin = 10 * minute
  public var resend = 2 * second
  /// R22: how soon a denial may be taken back: 60 s.
  public var takeBack = 60 * second
  /// R23: what may have been in flight: 60 s.
  public var flight = 60 * second
  /// R26: how many messages within which time: 3, 24 h.
  public var notHonoured: Int64 = 3
  public var notHonouredWithin = day
  /// R15: devices and phones that may belong to several accounts.
  public var shared: Set<String> = []
  /// R25: senders and hosts that are nobody's imitation.
  public var genuine: Set<String> = []
  /// Rules that are switched off.
  public var off: Set<Int> = []

  public init() {}

  /// How far back the window reaches.
  var window: Int64 { hot + lateness }
}
