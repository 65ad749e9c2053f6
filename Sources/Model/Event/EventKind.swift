/// What happened, as our own JSON lines name it (docs/formats.md lists each with its fields).
public enum EventKind: String, CaseIterable, Sendable {
  /// A device was linked to the account. Needs `device`; may say `confirmedBy`, `codeAgeSeconds`, `place`.
  case deviceBound = "device_bound"
  /// A device was unlinked. Needs `device`; may say `by`.
  case deviceUnbound = "device_unbound"
  /// Somebody chose another way for messages. Needs `to`; may say `scope`, `from`, `by`.
  case channelChanged = "channel_changed"
  /// A device was made the one that messages go to. Needs `device`; may say `by`.
  case devicePreferred = "device_preferred"
  /// The login phone became another one; may say `from`, `to`, `by`.
  case phoneChanged = "phone_changed"
  /// The SIM behind a number was replaced or ported; may say `endpoint`.
  case simChanged = "sim_changed"
  /// Somebody came in; may say `device`, `place`.
  case login
  /// A request to approve something was refused or failed, and approved; may say `device`.
  case promptDenied = "prompt_denied"
  case promptApproved = "prompt_approved"
  /// Password or PIN was set anew; may say `by`.
  case credentialReset = "credential_reset"
  /// A one-time code reached an endpoint; may say `endpoint`, `channel`, `operation`.
  case codeDelivered = "code_delivered"
  /// What became of the bank's notice of an event; may say `about`, `endpoint`, `by`.
  case noticeSent = "notice_sent"
  case noticeRead = "notice_read"
  case noticeDeleted = "notice_deleted"
  /// Money moved; may say `amount`, `direction`, `payee`, `own`, `confirmedOn`, `balance`.
  case transfer
  /// A loan was granted, and its money paid out; may say `amount`, `confirmedOn`, and as `operation` what it is for.
  case loanIssued = "loan_issued"
  case loanPaidOut = "loan_paid_out"
  /// A limit, a payee or a contact was changed; may say `confirmedOn`.
  case limitChanged = "limit_changed"
  case payeeAdded = "payee_added"
  case contactChanged = "contact_changed"
  /// A push reached a device. Needs `device`; may say `sentAt`.
  case pushDelivered = "push_delivered"
  /// Any message arrived; may say `scope`, `channel`, `endpoint`, `sender`, `senderIsKnown`, `hosts`, `codeHost`.
  case messageReceived = "message_received"
  /// The client's "not me", and "it was me"; may say `about`.
  case denied
  case confirmed

  /// The field an event of this kind can't be without, in JSON lines; nil when there is none.
  public var requiredField: String? {
    switch self {
    case .deviceBound, .deviceUnbound, .devicePreferred, .pushDelivered: "device"
    case .channelChanged: "to"
    default: nil
    }
  }
}
