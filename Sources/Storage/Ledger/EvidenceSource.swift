import Ledger
import Model

/// What an evidence package is made of, all of one moment: records with what opens their entries in the log, and the entries with their proofs.
public struct EvidenceSource: Sendable {
  /// The log's key, and the checkpoint that all proofs lead to.
  public var key: String
  public var checkpoint: SignedCheckpoint
  /// Every copy of the chosen messages, the oldest first.
  public var messages: [OpenedMessage] = []
  /// What messages told and what happened around them, in order.
  public var events: [OpenedEvent] = []
  /// Findings with everything that was done about them.
  public var findings: [FindingHistory] = []
  /// Every step of channels and devices of the accounts concerned.
  public var arrangements: [(arrangement: Arrangement, leaf: Int?)] = []
  /// The entries that the above refer to, with the log's beginning, by number.
  public var entries: [LedgerProof] = []
  /// Earlier checkpoints of the log, each with the proof that the log of now begins with that of then.
  public var earlier: [(checkpoint: SignedCheckpoint, proof: [Hash])] = []
  /// How many of the chosen messages were erased.
  public var erased = 0

  /// A copy of a message.
  public struct OpenedMessage: Sendable {
    public var notification: NotificationID
    public var account: String
    public var bank: String?
    /// With the code covered unless the whole was asked for.
    public var delivery: Delivery
    public var leaf: Int
    /// Which of the entry's hashes it opens; nil when none can be: a code was only recognised after it had been written down.
    public var opening: Opening?
  }

  /// An event.
  public struct OpenedEvent: Sendable {
    public var event: SecurityEvent
    public var leaf: Int
    /// The entry that withdraws it: the message that told it isn't read that way any more.
    public var withdrawal: Int?
    /// Nil when its message was erased.
    public var salt: Salt?
  }

  /// What makes an entry's hash checkable.
  public struct Opening: Sendable {
    public var use: Salt.Use
    public var salt: Salt
  }

  /// A finding, its entry, and what was done about it, each with its entry.
  public struct FindingHistory: Sendable {
    public var stored: StoredFinding
    public var leaf: Int?
    public var transitions: [Int]
  }
}

/// What goes into an evidence package.
public struct EvidenceChoice: Sendable {
  /// Messages chosen by themselves.
  public var messages: [NotificationID]
  /// Findings, which bring their events, what happened around these, and the messages of that time.
  public var findings: [FindingID]
  /// Whether codes stand in the open.
  public var isWhole: Bool
  /// The sizes of checkpoints kept elsewhere, which proofs are to be made from.
  public var sizes: [Int]

  public init(messages: [NotificationID] = [], findings: [FindingID] = [], isWhole: Bool = false, sizes: [Int] = []) {
    self.messages = messages
    self.findings = findings
    self.isWhole = isWhole
    self.sizes = sizes
  }
}
