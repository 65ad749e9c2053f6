/// What the text of a message says, as far as it could be read. Everything is optional: what isn't known isn't invented.
public struct Facts: Hashable, Sendable {
  /// What the message is about; nil when nothing tells.
  public var category: Category?
  /// Whether the message tells of money that moved.
  public var isTransaction: Bool
  /// Which way the money went; nil when nothing moved, and when the text doesn't say.
  public var direction: Direction?
  /// Whether the money came back, or went back, because an operation was taken back.
  public var isReversal: Bool
  /// The amount the text is about, negative when it went out, and without a sign while the direction is open; whether it moved is for `isTransaction` to say. A transfer between own accounts keeps the sign the text implies.
  public var amount: Money?
  /// What is left afterwards, in a currency of its own.
  public var balance: Money?
  /// The last day to pay what a statement asks for.
  public var due: DueDate?
  /// The least that has to be paid until then.
  public var minimum: Money?
  /// The last digits of the card or account, 2 to 6 digits.
  public var card: String?
  /// The shop, payee or payer, as the text writes it.
  public var merchant: String?
  /// The one-time code in the text, exactly as it stands there. A secret: masked wherever it's shown.
  public var code: String?
  /// What else must stay covered: a second code, the key in a link; where there is no `code`, a number that may be one. As `code` is written, without
  /// white space.
  public var covered: [String]
  /// What it tells about access to the account; nil for everyday messages.
  public var security: SecurityFact?

  /// Everything in the text that must not be seen.
  public var secrets: Secrets { Secrets(code: code, others: covered) }

  /// The amount when money moved; nil for the sum of a code, an offer or a declined payment, which would read as spent.
  public var movedAmount: Money? { isTransaction ? amount : nil }

  /// Whether money moved of which the text doesn't say which way.
  public var isOpen: Bool { isTransaction && direction == nil }

  public init(
    category: Category? = nil, isTransaction: Bool = false, direction: Direction? = nil, isReversal: Bool = false,
    amount: Money? = nil, balance: Money? = nil, due: DueDate? = nil, minimum: Money? = nil, card: String? = nil, merchant: String? = nil,
    code: String? = nil,
    covered: [String] = [], security: SecurityFact? = nil
  ) {
    self.category = category
    self.isTransaction = isTransaction
    self.direction = direction
    self.isReversal = isReversal
    self.amount = amount
    self.balance = balance
    self.due = due
    self.minimum = minimum
    self.card = card
    self.merchant = merchant
    self.code = code
    self.covered = covered
    self.security = security
  }
}

/// Which way money moved, seen from the client. Raw values are what the database stores.
public enum Direction: Int, CaseIterable, Sendable {
  case incoming = 1
  case outgoing = 2
  case transfer = 3

  /// The word in our own JSON lines: `in`, `out`, `transfer`.
  public var name: String {
    switch self {
    case .incoming: "in"
    case .outgoing: "out"
    case .transfer: "transfer"
    }
  }
}

/// A security-relevant fact that a message tells: what happened, to which device, where, and what became what.
public struct SecurityFact: Hashable, Sendable {
  /// What happened.
  public var kind: Kind
  /// The device's name as the text writes it.
  public var device: String?
  /// The town or country as the text writes it.
  public var place: String?
  /// Before and after a change: the name of a channel (`push`, `sms`, `messenger`), or a phone number as the text writes it, with what it hides. The
  /// number whose SIM is another now is `to`.
  public var from: String?
  public var to: String?

  public init(kind: Kind, device: String? = nil, place: String? = nil, from: String? = nil, to: String? = nil) {
    self.kind = kind
    self.device = device
    self.place = place
    self.from = from
    self.to = to
  }

  /// Raw values are what the database stores; names are those of events in our own JSON lines where there is one.
  public enum Kind: Int, CaseIterable, Sendable {
    case deviceBound = 1
    case deviceUnbound = 2
    case tokenLinked = 3
    case login = 4
    case credentialChanged = 5
    case channelChanged = 6
    case phoneChanged = 7
    case simChanged = 8
    case blocked = 9
    /// A code or a request to link a device, a wallet or an app: somebody is trying, nothing is linked.
    case bindingRequested = 10
    /// A code for a login, or to change a number, a password or settings; nothing has happened.
    case loginRequested = 11
    case changeRequested = 12
    case loginFailed = 13
    case deviceRenamed = 14
    case appActivated = 15
    /// A passkey, a token or a finger's print that approves from now on.
    case keyAdded = 16
    case tokenUnlinked = 17
    /// The e-mail address.
    case contactChanged = 18
    case callsForwarded = 19
    case trusteeNamed = 20
    /// The client's ban on loans in his name.
    case loanBanLifted = 21
    /// Somebody else's service came in by Gosuslugi's or a bank's ID, or was given access to accounts.
    case outsideAccess = 22

    /// Whether somebody only tried, or was sent what it takes to try: no device comes or goes by it.
    public var isAttempt: Bool {
      switch self {
      case .bindingRequested, .loginRequested, .changeRequested, .loginFailed: true
      default: false
      }
    }

    /// The word in our own JSON lines: the name of the event where there is one.
    public var name: String {
      switch self {
      case .deviceBound: "device_bound"
      case .deviceUnbound: "device_unbound"
      case .tokenLinked: "token_linked"
      case .login: "login"
      case .credentialChanged: "credential_reset"
      case .channelChanged: "channel_changed"
      case .phoneChanged: "phone_changed"
      case .simChanged: "sim_changed"
      case .blocked: "blocked"
      case .bindingRequested: "binding_requested"
      case .loginRequested: "login_requested"
      case .changeRequested: "change_requested"
      case .loginFailed: "login_failed"
      case .deviceRenamed: "device_renamed"
      case .appActivated: "app_activated"
      case .keyAdded: "key_added"
      case .tokenUnlinked: "token_unlinked"
      case .contactChanged: "contact_changed"
      case .callsForwarded: "calls_forwarded"
      case .trusteeNamed: "trustee_named"
      case .loanBanLifted: "loan_ban_lifted"
      case .outsideAccess: "outside_access"
      }
    }
  }
}

extension Facts {
  /// Takes from another copy's facts what isn't known from this one's; device, place and change of a security fact only if it is of the same kind.
  public mutating func fill(from other: Facts) {
    category = category ?? other.category
    // A sum goes the way that the other copy knows.
    if direction == nil, other.direction == .outgoing, let sum = amount, sum.minorUnits > 0 { amount?.minorUnits = -sum.minorUnits }
    amount = amount ?? other.amount
    direction = direction ?? other.direction
    isReversal = isReversal || other.isReversal
    isTransaction = isTransaction || other.isTransaction
    balance = balance ?? other.balance
    due = due ?? other.due
    minimum = minimum ?? other.minimum
    card = card ?? other.card
    merchant = merchant ?? other.merchant
    let others = covered + [other.code].compactMap { $0 } + other.covered
    code = code ?? other.code
    var seen: Set<String> = code.map { [$0] } ?? []
    covered = others.filter { seen.insert($0).inserted }
    guard let more = other.security else { return }
    guard var known = security, known.kind == more.kind else {
      security = security ?? more
      return
    }
    known.device = known.device ?? more.device
    known.place = known.place ?? more.place
    known.from = known.from ?? more.from
    known.to = known.to ?? more.to
    security = known
  }
}
