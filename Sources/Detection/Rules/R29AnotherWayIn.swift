import Model

/// R29: something else can approve or come in from now on: a passkey, a token, a biometric login, a device without a name, an outside service,
/// a trusted person; a card in a wallet only after a takeover's sign [ours; NIST 800-63B on newly bound authenticators].
///
/// Medium; high within 48 h after a takeover's sign. No finding at an account's enrolment, or once the client said "it was me".
enum R29AnotherWayIn: Rule {
  static let id = RuleID(29)
  static let kinds: [EventKind] = [.keyAdded, .tokenLinked, .outsideAccess, .trusteeNamed]

  static func find(_ moment: Moment) -> Match? {
    let (event, account) = (moment.event, moment.account)
    guard let first = account.firstSeen(bank: moment.bank), moment.time - first > Limits.enrolment else { return nil }
    let sign = moment.takeoverSign
    guard sign != nil || event.kind != .tokenLinked else { return nil }
    return Match(
      rule: id, severity: sign == nil ? .medium : .high, device: event.device, anchor: event.id,
      evidence: [event.id] + (sign.map { [$0] } ?? []))
  }
}
