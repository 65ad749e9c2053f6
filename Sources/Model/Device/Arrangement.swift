/// One step in arranging channels and devices: a channel chosen, a device linked, confirmed, unlinked, reported. Steps are only ever added; what
/// holds now follows from all of them.
public struct Arrangement: Hashable, Sendable {
  /// Its number in the database; 0 before it is stored.
  public var id: Int64
  public var time: Timestamp
  public var account: String
  /// The bank it is about; nil for every bank of the account.
  public var bank: String?
  public var step: Step
  /// Who did it: `client` for the user of this program, `bank`, or a device's id.
  public var by: String
  /// The device it was done from, by id; nil where it wasn't one, or nobody knows.
  public var fromDevice: String?
  /// The step that this one takes back; nil for one of its own.
  public var undoes: Int64?

  /// What was done.
  public enum Step: Hashable, Sendable {
    /// A channel was chosen for a scope; nil takes the choice back.
    case channel(Preference.Scope, Channel?)
    case device(DeviceStep, LinkedDevice)
    /// What can wait waits until then; nil ends the snooze.
    case snooze(until: Timestamp?)
    /// What can wait waits for their end, every day; nil ends them.
    case quietHours(DailyHours?)

    /// What it is about.
    public var topic: Topic {
      switch self {
      case .channel, .snooze, .quietHours: .channels
      case .device: .devices
      }
    }
  }

  /// What a step is about, and so the screen and the command that made it: there, and nowhere else, it is taken back.
  public enum Topic: Hashable, Sendable {
    /// Choices of channels, and what can wait.
    case channels
    case devices
  }

  /// What was done to a device. Raw values are what the database stores.
  public enum DeviceStep: Int, CaseIterable, Sendable {
    case bound = 1
    case unbound = 2
    /// The client says that it is his.
    case confirmed = 3
    /// The client says that it isn't.
    case reported = 4
    case pushOn = 5
    case pushOff = 6
    /// Pushes are turned to it.
    case preferred = 7

    /// The word in JSON.
    public var name: String {
      switch self {
      case .bound: "bound"
      case .unbound: "unbound"
      case .confirmed: "confirmed"
      case .reported: "reported"
      case .pushOn: "push_on"
      case .pushOff: "push_off"
      case .preferred: "preferred"
      }
    }
  }

  /// A step of `by`; it has no number before it is stored.
  public init(
    id: Int64 = 0, time: Timestamp, account: String = Notification.defaultAccount, bank: String?, step: Step, by: String,
    fromDevice: String? = nil, undoes: Int64? = nil
  ) {
    self.id = id
    self.time = time
    self.account = account
    self.bank = bank
    self.step = step
    self.by = by
    self.fromDevice = fromDevice
    self.undoes = undoes
  }

  /// The name the user of this program goes by.
  public static let client = "client"
}
