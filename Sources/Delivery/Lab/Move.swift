import Model

/// One thing an adversary does.
public struct Move: Hashable, Sendable {
  public var kind: Kind
  /// How he came by the code it takes; nil when it takes none.
  public var code: CodeSource?
  /// What it is done to: the scope of a switch; nil elsewhere.
  public var scope: AdversaryState.Scope?
  /// The channel switched to.
  public var channel: Channel?
  /// Where the bank's notice of it goes; empty when nobody is told, or it causes none.
  public var told: Set<AdversaryState.Endpoint>

  /// The moves there are.
  public enum Kind: String, CaseIterable, Sendable {
    case logIn = "log_in"
    case bind
    case switchChannel = "switch"
    case unlink
    case changeNumber = "change_number"
    case loan, transfer
    case intercept
    case awaitOffline = "await_offline"
    case wait
  }

  /// Where a code comes from.
  public enum CodeSource: String, Sendable {
    /// The client reads it out.
    case talkedOut = "talked_out"
    /// It comes to an endpoint of the adversary's own.
    case ownEndpoint = "own_endpoint"
    /// Intercepted on its way to the client's SIM.
    case intercepted
    /// An operation that an earlier code still covers.
    case covered
  }

  init(
    _ kind: Kind, code: CodeSource? = nil, scope: AdversaryState.Scope? = nil, channel: Channel? = nil,
    told: Set<AdversaryState.Endpoint> = []
  ) {
    self.kind = kind
    self.code = code
    self.scope = scope
    self.channel = channel
    self.told = told
  }

  /// Whether money leaves with it.
  public var isOperation: Bool { kind == .loan || kind == .transfer }
}
