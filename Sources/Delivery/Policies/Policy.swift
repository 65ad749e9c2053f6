import Model

/// How one bank, or a sender in its place, brings notifications to a client: who chooses the channel, what is tried after what, what is kept,
/// what it costs, and how devices, channels and numbers change. Data: each is a file of `Data/Policies` (docs/policies.md).
public struct Policy: Hashable, Sendable {
  /// The word in commands and JSON: `sberbank`.
  public var id: String
  /// The English name.
  public var name: String
  /// The Russian name; the English one where the file gives none.
  public var nameRu: String
  /// The keys of the banks that deliver so; empty for a way of sending that is no bank's own.
  public var banks: [String]
  /// The first and the last day it was in force, in the bank's own zone; nil where it has no such end.
  public var since: CivilDate?
  public var until: CivilDate?
  /// Who chooses the channel.
  public var decides: Decider
  /// The channel as long as nobody chose one.
  public var initial: Channel
  /// Categories whose initial channel is another one.
  public var initialByCategory: [Category: Channel]
  /// What is tried, in order; `Route` picks from it.
  public var steps: [Step]
  /// Which of the linked devices a push goes to.
  public var pushTarget: PushTarget
  /// Whether what came by push can be looked up later.
  public var keepsPushes: Keeping
  public var codes: CodeRules
  public var price: Price
  /// How a device gets linked, a channel switched, a number changed, a device unlinked, and a session begun.
  public var binding: Change
  public var switching: Change
  public var numberChange: Change
  public var unlinking: Change
  public var login: Change
  /// What is known and what is assumed, in a sentence; nil where the file gives none.
  public var remark: String?
  /// The same in Russian; the English one where the file gives none.
  public var remarkRu: String?

  /// Whoever chooses the channel.
  public enum Decider: String, CaseIterable, Sendable {
    case client, bank, sender
  }

  /// Which linked devices a push goes to: of those that aren't in cooling-off the one bound or preferred last; all, cooling or not; all that aren't.
  public enum PushTarget: String, CaseIterable, Sendable {
    case newest, every, trusted
  }

  /// Whether the bank shows a push again: always, until the client's next action, or nobody says.
  public enum Keeping: String, CaseIterable, Sendable {
    case always
    case untilNextAction = "until_next_action"
    case unknown
  }

  /// What the policy says of one-time codes.
  public struct CodeRules: Hashable, Sendable {
    /// How long a code is good for, in seconds.
    public var validSeconds: Int
    /// How many operations whoever has the code can make before another is asked for, 1 to 9.
    public var operations: Int
    /// Whether a messenger may carry a code.
    public var byMessenger: Bool
  }

  /// What sending costs, in minor units of `currency`.
  public struct Price: Hashable, Sendable {
    public var currency: Currency
    public var smsPartMinor: Int64
    public var messengerMinor: Int64
    /// What the client pays a month for SMS, or for the package that `packageCategories` need.
    public var monthMinor: Int64
    /// Categories that come to those alone who pay for the package; empty when there is none.
    public var packageCategories: Set<Category>
  }

  /// One kind of change: what it takes, who is told, how long what is new isn't trusted.
  public struct Change: Hashable, Sendable {
    public var confirm: Confirmation
    public var announce: Announcement
    /// Seconds during which what is new isn't trusted; 0 for none.
    public var coolingOffSeconds: Int
    /// Categories the change can touch; nil for all. Of a switch: those whose channel may be switched.
    public var categories: Set<Category>?
  }

  /// What somebody needs to make a change.
  public enum Confirmation: String, CaseIterable, Sendable {
    /// Being logged in.
    case session
    /// A code, wherever codes go.
    case code
    /// A code read on the number that was there before.
    case oldNumber = "old_number"
    /// A device that was there before and is trusted.
    case trustedDevice = "trusted_device"
    /// A person at the bank; nobody does it from a phone.
    case support
  }

  /// Who is told of a change.
  public enum Announcement: String, CaseIterable, Sendable {
    case nobody
    /// Whoever gets messages of this kind after the change.
    case chosen
    /// The phone number.
    case sms
    /// Every endpoint that was there before.
    case old
  }
}

extension Policy {
  /// Whether it was in force on that day.
  public func isInForce(on date: CivilDate) -> Bool {
    (since.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }

  /// The channel a category goes by as long as nobody chose one.
  public func initialChannel(of category: Category) -> Channel {
    initialByCategory[category] ?? initial
  }

  /// Whether the client chooses channels himself, without asking anybody at the bank.
  var isClientsChoice: Bool { decides == .client && switching.confirm != .support }

  /// Whether the client may switch the channel of a category himself.
  public func canSwitch(_ category: Category) -> Bool {
    isClientsChoice && (switching.categories?.contains(category) ?? true)
  }

  /// Whether messages of the category always come by one channel, whatever was chosen.
  public func fixedChannel(of category: Category) -> Channel? {
    let channels = Channel.allCases.filter { chosen in
      steps.contains { $0.events.isEmpty && $0.applies(to: category, chosen: chosen) }
    }
    let used = Set(
      channels.flatMap { chosen in
        steps.filter { $0.events.isEmpty && $0.applies(to: category, chosen: chosen) }.map(\.channel)
      })
    return used.count == 1 ? used.first : nil
  }
}
