import Delivery
import Model
import Screen
import Storage

/// All that the interface knows: a value. `update` makes the next one, `view` draws it.
public struct BellState: Sendable {
  public var surroundings: Surroundings
  public var size: Size
  public var now: Timestamp
  /// The screen that is shown.
  public var screen: BellScreen = .inbox
  public var inbox = InboxState()
  var channels = ChannelsState()
  var devices = DevicesState()
  var security = SecurityState()
  var lab = LabState()
  /// What is known of channels and devices; nil until it was read.
  var picture: DeliveryPicture?
  /// Whether it was told what is wrong with the user's own policies.
  var knowsPolicyProblems = false
  /// Copies that the demo's bank will still send, each when its time comes.
  var underway: [SimulatedCopy] = []
  /// The demo's story while it unfolds; nil when it is told as past.
  public var live: LiveStory?
  /// An answer for a device that was taken back and of which it isn't told yet what holds now.
  var untold: GivenAnswer?
  /// What the demo's bank was last told to send, and where it goes.
  var lastSent: SentMessage?
  /// Nil until they were read for the first time.
  public var counters: Counters?
  public var mode: Mode = .browse
  public var notice: Notice?
  /// The name of the theme in use.
  public var theme: String
  /// The last change token of the database that was seen.
  var changeToken: Int64?
  /// When the database was last asked for it.
  var lastLook = Timestamp(milliseconds: 0)
  /// How the log looked when it was last looked at; nil before that.
  var seal: LedgerSeal?
  var lastSeal: Timestamp?
  /// The import that runs in the background, if one does.
  var importing: ImportStatus?
  /// Whether the last letter that was typed is of a Russian layout; nil before any was.
  var typesRussian: Bool?
  /// Whether the user is done with this bell: one that lies below it is shown again.
  public var isFinished = false
  /// Whether he is done with the program.
  public var endsProgram = false
  /// Whether this bell was opened on top of another one.
  public var isOnTop = false

  /// The bell before anything was read.
  public init(surroundings: Surroundings, size: Size, now: Timestamp, theme: String, query: ListQuery = ListQuery()) {
    self.surroundings = surroundings
    self.size = size
    self.now = now
    self.theme = theme
    inbox.query = query
  }

  var strings: Strings { surroundings.strings }
  var timeText: TimeText { TimeText(now: now, zone: surroundings.zone, language: surroundings.language) }

  /// The smallest terminal that the bell works in.
  public static let smallestSize = Size(width: 40, height: 10)

  var isTooSmall: Bool { size.width < Self.smallestSize.width || size.height < Self.smallestSize.height }

  /// Who has the keys.
  public enum Mode: Sendable {
    case browse
    case line(EditLine, error: FilterError?)
    case help(HelpState)
    case confirm(Confirmation)
    case spending(SpendingState)
    /// What the demo's bank may send: the row under the cursor.
    case sendMenu(Int)
    /// When messages that can wait are held back: the row under the cursor.
    case quietMenu(Int)
    /// What to do about a device that isn't the client's.
    case advice([String])
    /// The question of the banner: was it the client?
    case alert(StoredFinding)
    /// What to do with findings: the row under the cursor.
    case triageMenu(Int)
  }

  /// A question that must be answered with y before something large happens.
  public enum Confirmation: Hashable, Sendable {
    /// Mark everything that the query shows as read: so many rows.
    case markAllRead(ListQuery, count: Int)
    /// Make a row of each copy of this notification.
    case split(Detail)
    /// Make one row of these.
    case join([NotificationRow])
  }

  /// A line in the footer that tells what happened; it goes with the next key.
  public struct Notice: Hashable, Sendable {
    /// What sort of news it is, which decides its colour and mark.
    public enum Kind: Hashable, Sendable { case done, hint, problem }
    /// Its sort, and the line itself.
    public var kind: Kind
    public var text: String

    public init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// How far an import from within the bell is.
  public struct ImportStatus: Hashable, Sendable {
    public var file: String
    /// 0 to 100; nil for a pipe, whose end isn't known.
    public var percent: Int?
    /// Messages read so far.
    public var messages: Int

    public init(file: String, percent: Int?, messages: Int) {
      self.file = file
      self.percent = percent
      self.messages = messages
    }
  }
}
