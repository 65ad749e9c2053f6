import Model

/// A client as the simulator knows him: what he can be reached on and when, what he chose, how he reads. Times are ms since 1970 UTC.
public struct SimulatedClient: Sendable {
  public var account: String
  /// Oldest first.
  public var devices: [Device]
  /// The numbers that have ever been the account's, oldest first.
  public var numbers: [Number]
  public var preferences: PreferenceBook
  /// Whether a messenger the bank can use is installed.
  public var hasMessenger: Bool
  /// Whether he pays for the package of policies that have one.
  public var hasPackage: Bool
  public var quiet: Quiet
  public var habits: Habits

  public init(
    account: String = Notification.defaultAccount, devices: [Device], numbers: [Number], preferences: PreferenceBook = PreferenceBook(),
    hasMessenger: Bool = false, hasPackage: Bool = true, quiet: Quiet = Quiet(), habits: Habits = .attentive
  ) {
    self.account = account
    self.devices = devices
    self.numbers = numbers
    self.preferences = preferences
    self.hasMessenger = hasMessenger
    self.hasPackage = hasPackage
    self.quiet = quiet
    self.habits = habits
  }

  /// An app on a device, linked to the account at some time.
  public struct Device: Hashable, Sendable {
    public var id: String
    public var name: String
    public var platform: String
    /// Whether the client himself holds it.
    public var isOwn: Bool
    public var linkedAt: Timestamp
    /// When it was unlinked; nil while it is linked.
    public var unlinkedAt: Timestamp?
    /// When pushes were last turned to it, which makes it the newest; its binding unless somebody made it preferred later.
    public var preferredAt: Timestamp
    /// Whether the app is there, and whether it may show pushes.
    public var hasApp = true
    public var isPushPermitted = true
    /// When the push subscription was lost (a cache clear, an update, a reinstall); nil while it holds.
    public var subscriptionLostAt: Timestamp?
    /// Without internet.
    public var offline = Spells()
    /// The app's background work switched off: reached only while it is open.
    public var asleep = Spells()
    public var appOpen = Spells()

    /// One that is reached whenever it is linked; the rest is set afterwards.
    public init(
      id: String, name: String, platform: String, isOwn: Bool = true, linkedAt: Timestamp, unlinkedAt: Timestamp? = nil,
      preferredAt: Timestamp? = nil
    ) {
      self.id = id
      self.name = name
      self.platform = platform
      self.isOwn = isOwn
      self.linkedAt = linkedAt
      self.unlinkedAt = unlinkedAt
      self.preferredAt = preferredAt ?? linkedAt
    }

    /// Whether it is linked at that moment.
    public func isLinked(at time: Timestamp) -> Bool {
      linkedAt <= time && (unlinkedAt.map { time < $0 } ?? true)
    }
  }

  /// A phone number and its SIM.
  public struct Number: Hashable, Sendable {
    public var number: String
    /// Whether the client himself holds the SIM.
    public var isOwn: Bool
    /// When it became the account's number, and when another took its place; nil while it is the number.
    public var from: Timestamp
    public var until: Timestamp?
    /// Phone switched off, or out of any network.
    public var off = Spells()
    /// Abroad: SMS takes longer.
    public var roaming = Spells()

    public init(_ number: String, isOwn: Bool = true, from: Timestamp, until: Timestamp? = nil) {
      self.number = number
      self.isOwn = isOwn
      self.from = from
      self.until = until
    }
  }

  /// How copies get lost and read. Shares are of 1.
  public struct Habits: Hashable, Sendable {
    /// Of copies sent to somebody reachable, the share that is never seen again.
    public var pushLoss: Double
    public var smsLoss: Double
    /// Of delivered copies, the share that is opened.
    public var opensPush: Double
    public var opensSMS: Double

    public init(pushLoss: Double, smsLoss: Double, opensPush: Double, opensSMS: Double) {
      self.pushLoss = pushLoss
      self.smsLoss = smsLoss
      self.opensPush = opensPush
      self.opensSMS = opensSMS
    }

    /// Nothing is lost and everything is read: what a story and a test need.
    public static let attentive = Habits(pushLoss: 0, smsLoss: 0, opensPush: 1, opensSMS: 1)
  }
}

extension SimulatedClient {
  /// Notes that somebody chose a channel for all that a policy lets be switched.
  mutating func choose(_ channel: Channel, under policy: Policy, at time: Timestamp, by actor: String, device: String) {
    let scopes = policy.switching.categories.map { $0.sorted { $0.rawValue < $1.rawValue }.map(Preference.Scope.category) } ?? [.all]
    for scope in scopes {
      preferences.add(Preference(bank: nil, scope: scope, channel: channel, setAt: time, setBy: actor, device: device))
    }
  }
}
