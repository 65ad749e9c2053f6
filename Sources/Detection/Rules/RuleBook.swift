import Model

/// The rules there are.
public struct RuleBook: Sendable {
  /// A rule with one of its waits.
  struct Entry: Sendable {
    let rule: any Rule.Type
    let wait: Int64
  }

  /// The thresholds.
  public let limits: Limits
  /// By the kind's raw value: what is asked at once, and what after a wait.
  let atOnce: [[Entry]]
  let afterWait: [[Entry]]
  /// By the kind's raw value: the lengths of what is waited for, each once, in ms.
  let waits: [[Int64]]
  /// Those of all kinds.
  let allWaits: [Int64]
  /// The longest wait.
  let longestWait: Int64
  let impostors: Impostors

  /// Those that look at one account, by number. R15 looks at all: `SharedEndpoints`.
  static let all: [any Rule.Type] = [
    R01NewBinding.self, R02BoundWithoutAuthentication.self, R03OwnerNotWarned.self, R04TakeoverChain.self, R05CodeDiverted.self,
    R06ClientInTheDark.self, R07CoolingOffBroken.self, R08NumberChanged.self, R09SIMChanged.self, R10LoanAfterTakeover.self,
    R11LoanPaidOutEarly.self, R12ToOneselfThenAway.self, R13RapidDrain.self, R14BurstOfBindings.self, R16OldDeviceRemoved.self,
    R17ResetThenBinding.self, R18BindingDuringAlert.self, R19UnseenLogin.self, R20SleeperWakes.self, R21PromptBombing.self,
    R22NotMe.self, R23PushToUnlinked.self, R24NoticeHidden.self, R25NotTheBank.self, R26PreferenceNotHonoured.self,
    R27ChannelSwitched.self, R28BindingRequested.self, R29AnotherWayIn.self, R30CallsForwarded.self, R31LoanBanLifted.self,
  ]

  /// Every rule's number, R15 among them.
  public static let numbers: [RuleID] = (all.map { $0.id } + [SharedEndpoints.rule]).sorted()

  /// - Parameters:
  ///   - limits: the thresholds.
  ///   - banks: what is known of banks' senders and hosts, for R25.
  public init(limits: Limits = Limits(), banks: [BankIdentity] = []) {
    self.limits = limits
    impostors = Impostors(banks: banks, genuine: limits.genuine)
    var atOnce = [[Entry]](repeating: [], count: EventKind.allCases.count + 1)
    var afterWait = atOnce
    for rule in Self.all where !limits.off.contains(rule.id.number) {
      for wait in rule.waits(limits) {
        for kind in rule.kinds {
          if wait == 0 {
            atOnce[kind.rawValue].append(Entry(rule: rule, wait: 0))
          } else {
            afterWait[kind.rawValue].append(Entry(rule: rule, wait: wait))
          }
        }
      }
    }
    self.atOnce = atOnce
    self.afterWait = afterWait
    waits = afterWait.map { Set($0.map(\.wait)).sorted() }
    allWaits = Set(waits.joined()).sorted()
    longestWait = afterWait.joined().map(\.wait).max() ?? 0
  }
}
