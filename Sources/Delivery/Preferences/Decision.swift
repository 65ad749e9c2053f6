import Model

/// Which channel a message goes by, and everything that had a say in it.
public struct Decision: Hashable, Sendable {
  /// Every layer, the strongest first, also those that say nothing.
  public var layers: [Layer]
  /// The channel in force.
  public var channel: Channel

  /// One voice.
  public struct Layer: Hashable, Sendable {
    public var kind: Kind
    /// The channel it asks for; nil when it says nothing.
    public var channel: Channel?
    /// The choice behind it; nil for what the policy says.
    public var preference: Preference?
    /// Whether this is the one that counts.
    public var isInForce = false
  }

  /// The layers in the order in which they win.
  public enum Kind: String, CaseIterable, Sendable {
    /// What the policy fixes: a critical message, a rule of its own, a bank that decides itself.
    case policy
    case event, category, bank, account
    /// What the policy does as long as nobody chose.
    case initial
  }
}

/// What one client chose, all of it, in the order of time.
public struct PreferenceBook: Hashable, Sendable {
  /// Every choice ever made, the oldest first.
  public private(set) var history: [Preference]

  /// A book of these, in any order.
  public init(_ history: [Preference] = []) {
    self.history = history.sorted { $0.setAt < $1.setAt }
  }

  /// Adds a choice.
  public mutating func add(_ preference: Preference) {
    let place = history.lastIndex { $0.setAt <= preference.setAt }.map { $0 + 1 } ?? 0
    history.insert(preference, at: place)
  }

  /// The last choice made for exactly this, also when it takes an earlier one back; nil when there was none by then.
  public func choice(account: String = Notification.defaultAccount, bank: String?, scope: Preference.Scope, at time: Timestamp)
    -> Preference?
  {
    history.last { $0.scope == scope && $0.bank == bank && $0.account == account && $0.setAt <= time }
  }

  /// Which channel a message goes by under a policy, and why: what the policy fixes > event > category > bank > account > what it does by itself.
  ///
  /// A critical message (about a device, a channel, a number, a login) follows no preference where the policy announces it by a way of its own.
  public func decision(
    _ policy: Policy, account: String = Notification.defaultAccount, bank: String?, category: Category, event: SecurityFact.Kind? = nil,
    at time: Timestamp
  ) -> Decision {
    func layer(_ kind: Decision.Kind, _ scope: Preference.Scope, _ bank: String?) -> Decision.Layer {
      let choice = choice(account: account, bank: bank, scope: scope, at: time)
      return Decision.Layer(kind: kind, channel: choice?.channel, preference: choice)
    }
    var layers = [Decision.Layer(kind: .policy, channel: policy.ruling(category: category, event: event, in: self, bank: bank, at: time))]
    layers.append(event.map { layer(.event, .event($0), bank) } ?? Decision.Layer(kind: .event))
    layers.append(layer(.category, .category(category), bank))
    layers.append(bank == nil ? Decision.Layer(kind: .bank) : layer(.bank, .all, bank))
    layers.append(layer(.account, .all, nil))
    layers.append(Decision.Layer(kind: .initial, channel: policy.initialChannel(of: category)))
    let winner = layers.firstIndex { $0.channel != nil } ?? layers.count - 1
    layers[winner].isInForce = true
    return Decision(layers: layers, channel: layers[winner].channel ?? policy.initial)
  }

  /// The channel in force, without the reasons: what the simulator asks for every message.
  public func channel(
    _ policy: Policy, account: String = Notification.defaultAccount, bank: String?, category: Category, event: SecurityFact.Kind? = nil,
    at time: Timestamp
  ) -> Channel {
    history.isEmpty
      ? policy.initialChannel(of: category)
      : decision(policy, account: account, bank: bank, category: category, event: event, at: time).channel
  }
}

extension Policy {
  /// The channel the policy insists on; nil where it leaves the choice. A bank that decides listens to its own support alone.
  fileprivate func ruling(
    category: Category, event: SecurityFact.Kind?, in book: PreferenceBook, bank: String?, at time: Timestamp
  ) -> Channel? {
    if let event, let fixed = steps.first(where: { $0.events.contains(event) }) { return fixed.channel }
    if let event, change(for: event)?.announce == .sms { return .sms }
    switch decides {
    case .sender: return initialChannel(of: category)
    // A switch that such a bank tells of took place, whoever asked its support for it.
    case .bank:
      let switched = book.choice(bank: bank, scope: .all, at: time).flatMap { choice in
        choice.setBy == Preference.bank || choice.setBy == Preference.toldOf ? choice.channel : nil
      }
      return switched ?? initial
    case .client: return switching.confirm == .support ? initialChannel(of: category) : fixedChannel(of: category)
    }
  }

  /// The kind of change an event tells of; nil for events that are none.
  public func change(for event: SecurityFact.Kind) -> Change? {
    switch event {
    case .deviceBound, .appActivated, .keyAdded, .tokenLinked: binding
    case .deviceUnbound, .tokenUnlinked: unlinking
    case .channelChanged: switching
    case .phoneChanged, .simChanged: numberChange
    case .login: login
    default: nil
    }
  }
}
