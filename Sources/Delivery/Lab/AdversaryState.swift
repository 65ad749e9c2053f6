import Model

/// All that counts between a client and somebody who has his password: who holds which endpoint, how far it is trusted, which channels are chosen,
/// what the client has noticed.
public struct AdversaryState: Hashable, Sendable {
  /// The adversary's own device, and a number of his that took the client's place.
  public var device = Trust.none
  public var number = Trust.none
  /// Whether the client's device is still linked, and whether it is without internet just now.
  public var hasOwnDevice = true
  public var isOffline = false
  /// Whether pushes that go to one device go to the adversary's.
  public var isNewest = false
  /// Categories whose messages go by push.
  public var pushed: Set<Scope>
  /// Whether he is logged in, and how many operations the last code still covers.
  public var hasSession = false
  public var covered = 0
  /// How many codes were talked out of the client.
  public var talkedOut = 0
  public var tookLoan = false
  /// Whether a notice reached an endpoint of the client's own. From then on time works for the client.
  public var isWarned = false
  /// Whether SMS to the client's SIM are intercepted.
  public var intercepts = false

  /// How far an endpoint of the adversary's is: not there, there but not trusted yet, trusted.
  public enum Trust: Int, Sendable {
    case none, cooling, trusted
  }

  /// The categories a switch matters for.
  public enum Scope: String, CaseIterable, Sendable {
    case code, security, payment

    var category: Category {
      switch self {
      case .code: .code
      case .security: .security
      case .payment: .payment
      }
    }
  }

  /// Who can read what is sent there.
  public enum Endpoint: String, CaseIterable, Sendable {
    case ownDevice = "own_device"
    case ownNumber = "own_number"
    case strangerDevice = "stranger_device"
    case strangerNumber = "stranger_number"
    /// The client's SIM, read on the way: the client doesn't get it.
    case interceptedNumber = "intercepted_number"

    /// Whether the client has it.
    public var isOwn: Bool { self == .ownDevice || self == .ownNumber }
  }

  init(_ policy: Policy) {
    pushed = Set(Scope.allCases.filter { policy.initialChannel(of: $0.category) == .push })
  }

  /// Whether the adversary can act in the account: he is logged in, or has a device there.
  var canAct: Bool { hasSession || device != .none }
}
