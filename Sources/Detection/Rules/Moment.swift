import Model

/// An event, as a rule is asked about it.
struct Moment {
  let account: AccountState
  /// The event's place in the window.
  let index: Int
  /// How long after it the rule is asked, in ms.
  let wait: Int64
  let limits: Limits

  var event: Trace { account.window[index] }
  var time: Int64 { event.time }
  var bank: UInt16 { event.bank }

  /// The binding that the event of a device's binding made.
  var binding: Link? { account.links.last { $0.event == event.id && $0.isBound && $0.endpoint == event.device } }

  func standing(_ endpoint: UInt16) -> Standing { account.standing(of: endpoint, bank: bank, at: time, limits) }
  func isOld(_ endpoint: UInt16) -> Bool { account.isOld(endpoint, bank: bank, at: time, limits) }
  var hot: [Link] { account.hot(bank: bank, at: time, limits) }

  /// The events of the same bank before this one, of one kind where it's given, the latest first.
  func earlier(_ kind: EventKind? = nil, within span: Int64) -> AccountState.Earlier { account.before(index, kind, within: span) }

  /// The event within the last 48 h after which somebody else may hold the account: a device that isn't the client's beyond doubt, another number,
  /// SIM or password that he hasn't confirmed. The latest such binding, else the latest of the others.
  var takeoverSign: String? {
    if let link = hot.first(where: { !$0.isPhone(in: account) }) { return link.event }
    return earlier(within: limits.hot).first { trace in
      switch trace.kind {
      case .phoneChanged, .simChanged, .credentialReset: !account.isConfirmed(trace.id, at: time)
      default: false
      }
    }?.id
  }

  /// The events of the same bank after this one and up to so many ms later, in order.
  func later(within span: Int64) -> [Trace] {
    account.window[(index + 1)...].prefix { $0.time <= time + span }.filter { AccountState.sameBank($0.bank, bank) }
  }
}
