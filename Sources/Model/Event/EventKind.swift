/// What happened; docs/formats.md lists the kinds with their fields. Raw values are what the database stores, and the order of events of one
/// millisecond: a binding stands before what is done with the bound device.
public enum EventKind: Int, CaseIterable, Sendable {
  /// A device was linked to the account. Needs `device`; may say `confirmedBy`, `codeAgeSeconds`, `place`.
  case deviceBound = 1
  /// A device was unlinked. Needs `device`; may say `by`.
  case deviceUnbound = 2
  /// Somebody chose another way for messages. Needs `to`; may say `scope`, `from`, `by`.
  case channelChanged = 3
  /// A device was made the one that messages go to. Needs `device`; may say `by`.
  case devicePreferred = 4
  /// The login phone became another one; may say `from`, `to`, `by`.
  case phoneChanged = 5
  /// The SIM behind a number was replaced or ported; may say `endpoint`.
  case simChanged = 6
  /// Somebody came in; may say `device`, `place`.
  case login = 7
  /// A request to approve something was refused or failed, and approved; may say `device`.
  case promptDenied = 8
  case promptApproved = 9
  /// Password or PIN was set anew; may say `by`.
  case credentialReset = 10
  /// A one-time code reached an endpoint; may say `endpoint`, `channel`, `operation`.
  case codeDelivered = 11
  /// What became of the bank's notice of an event; may say `about`, `endpoint`, `by`.
  case noticeSent = 12
  case noticeRead = 13
  case noticeDeleted = 14
  /// Money moved; may say `amount`, `direction`, `payee`, `own`, `confirmedOn`, `balance`.
  case transfer = 15
  /// A loan was granted, and its money paid out; may say `amount`, `confirmedOn`, and as `operation` what it is for.
  case loanIssued = 16
  case loanPaidOut = 17
  /// A limit, a payee or a contact was changed; may say `confirmedOn`.
  case limitChanged = 18
  case payeeAdded = 19
  case contactChanged = 20
  /// A push reached a device. Needs `device`; may say `sentAt`.
  case pushDelivered = 21
  /// Any message arrived; may say `scope`, `channel`, `endpoint`, `sender`, `senderIsKnown`, `hosts`, `codeHost`.
  case messageReceived = 22
  /// The client's "not me", and "it was me"; may say `about`.
  case denied = 23
  case confirmed = 24
  /// A code or a request to link something was sent: somebody is trying; may say `device`.
  case bindingRequested = 25
  /// A passkey, a token or a biometric login was set up, or a device that nothing names was linked; may say `device`.
  case keyAdded = 26
  /// A card was added to a wallet; may say `device`.
  case tokenLinked = 27
  /// Calls to the client's number go to another one.
  case callsForwarded = 28
  /// Somebody may confirm for the client from now on.
  case trusteeNamed = 29
  /// The client's ban on loans in his name was lifted.
  case loanBanLifted = 30
  /// An outside service came in by an ID, or was given access.
  case outsideAccess = 31

  /// The field an event of this kind can't be without, in JSON lines; nil when there is none.
  public var requiredField: String? {
    switch self {
    case .deviceBound, .deviceUnbound, .devicePreferred, .pushDelivered: "device"
    case .channelChanged: "to"
    default: nil
    }
  }

  /// The word in our own JSON lines.
  public var name: String {
    switch self {
    case .deviceBound: "device_bound"
    case .deviceUnbound: "device_unbound"
    case .channelChanged: "channel_changed"
    case .devicePreferred: "device_preferred"
    case .phoneChanged: "phone_changed"
    case .simChanged: "sim_changed"
    case .login: "login"
    case .promptDenied: "prompt_denied"
    case .promptApproved: "prompt_approved"
    case .credentialReset: "credential_reset"
    case .codeDelivered: "code_delivered"
    case .noticeSent: "notice_sent"
    case .noticeRead: "notice_read"
    case .noticeDeleted: "notice_deleted"
    case .transfer: "transfer"
    case .loanIssued: "loan_issued"
    case .loanPaidOut: "loan_paid_out"
    case .limitChanged: "limit_changed"
    case .payeeAdded: "payee_added"
    case .contactChanged: "contact_changed"
    case .pushDelivered: "push_delivered"
    case .messageReceived: "message_received"
    case .denied: "denied"
    case .confirmed: "confirmed"
    case .bindingRequested: "binding_requested"
    case .keyAdded: "key_added"
    case .tokenLinked: "token_linked"
    case .callsForwarded: "calls_forwarded"
    case .trusteeNamed: "trustee_named"
    case .loanBanLifted: "loan_ban_lifted"
    case .outsideAccess: "outside_access"
    }
  }

  /// The kind a word of JSON lines names; nil when there is none of that name.
  public init?(name: String) {
    guard let kind = Self.byName[name] else { return nil }
    self = kind
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
