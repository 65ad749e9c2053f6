import Model

/// One attempt of a policy: over which channel, for which messages, and when the next one is due.
public struct Step: Hashable, Sendable {
  public var channel: Channel
  /// Taken only when this channel was chosen; nil for every choice.
  public var chosen: Channel?
  /// Taken only for these; empty for all.
  public var categories: Set<Category>
  /// Taken only for messages about one of these; a policy's fixed rule, which goes before its other steps. Empty for all.
  public var events: Set<SecurityFact.Kind>
  /// Taken only for messages about an operation made there; empty for all.
  public var origins: Set<Origin>
  /// What ends the cascade here, if it happens within `waitSeconds`.
  public var stop: Stop
  /// How long to wait for it. A copy that fails at once isn't waited for.
  public var waitSeconds: Int
  /// Out of 100 messages, how many this step is taken for at all.
  public var chancePercent: Int
  /// Taken only when the client has nothing a push could go to.
  public var onlyWithoutApp: Bool

  /// What a step waits for.
  public enum Stop: String, CaseIterable, Sendable {
    /// Nothing: the next step goes along with this one.
    case never
    case delivered
    case seen
    /// For a code: it was entered; for anything else: seen.
    case entered
  }

  /// Where an operation is made.
  public enum Origin: String, CaseIterable, Sendable {
    case card, app, web
    /// By the bank itself: a statement, an offer.
    case bank
  }

  /// A step for everything, which ends the cascade when its copy is delivered.
  public init(
    _ channel: Channel, chosen: Channel? = nil, categories: Set<Category> = [], events: Set<SecurityFact.Kind> = [],
    origins: Set<Origin> = [], stop: Stop = .delivered, waitSeconds: Int = 0, chancePercent: Int = 100, onlyWithoutApp: Bool = false
  ) {
    self.channel = channel
    self.chosen = chosen
    self.categories = categories
    self.events = events
    self.origins = origins
    self.stop = stop
    self.waitSeconds = waitSeconds
    self.chancePercent = chancePercent
    self.onlyWithoutApp = onlyWithoutApp
  }

  func applies(to category: Category, chosen: Channel) -> Bool {
    (self.chosen == nil || self.chosen == chosen) && (categories.isEmpty || categories.contains(category))
  }
}

/// The steps of a policy for one message, in order.
public struct Route: Hashable, Sendable {
  public let steps: [Step]

  /// The steps for a message of `category` about `event`, made at `origin`, when `chosen` is the channel in force. Fixed rules for the event
  /// stand alone. A messenger doesn't carry a code unless the policy says so.
  public init(_ policy: Policy, category: Category, event: SecurityFact.Kind? = nil, origin: Step.Origin = .bank, chosen: Channel) {
    let fitting = policy.steps.filter { step in
      step.applies(to: category, chosen: chosen) && (step.origins.isEmpty || step.origins.contains(origin))
        && (step.channel != .messenger || category != .code || policy.codes.byMessenger)
    }
    let fixed = fitting.filter { step in event.map { step.events.contains($0) } ?? false }
    steps = fixed.isEmpty ? fitting.filter(\.events.isEmpty) : fixed
  }
}
