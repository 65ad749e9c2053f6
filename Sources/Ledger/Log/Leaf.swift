import Model

/// One entry of the log as it is hashed. The bytes are kept and hashed as they are, never written anew.
///
/// | byte | holds |
/// | --- | --- |
/// | 0 | the version of this format, 1 |
/// | 1 to 8 | the log's id |
/// | 9 to 16 | the sequence: the entry's place in the log, from 0; big-endian like all numbers here |
/// | 17 to 24 | when it was written down, ms since 1970 UTC, signed |
/// | 25 | who did it: `Actor` |
/// | 26 | what it tells of: `Kind` |
/// | 27 on | the payload: for a delivery 32 or 64 bytes of hashes, for an event 32, for all others a JSON object in UTF-8 |
public struct Leaf: Hashable, Sendable {
  /// Who did what an entry tells of.
  public enum Actor: UInt8, CaseIterable, Sendable {
    case program = 1
    case user = 2
    /// A file that was imported, or a live source.
    case source = 3

    /// The word in JSON.
    public var name: String {
      switch self {
      case .program: "program"
      case .user: "user"
      case .source: "source"
      }
    }
  }

  /// What an entry tells of. Raw values are what leaves hold; none is ever used again for something else.
  public enum Kind: UInt8, CaseIterable, Sendable {
    case logBegan = 1
    case delivery = 2
    case imported = 3
    case erasure = 4
    case checkpoint = 5
    case keyReplaced = 6
    case explanation = 7
    case event = 8
    case finding = 9
    case triage = 10
    case preference = 11
    case device = 12
    case export = 13
    /// Rows of the bell were split or joined by hand.
    case regrouping = 14
    /// Events don't count any more: messages told them and read otherwise now, or they are answers that the user took back.
    case withdrawal = 15

    /// The word in JSON.
    public var name: String {
      switch self {
      case .logBegan: "log_began"
      case .delivery: "delivery"
      case .imported: "import"
      case .erasure: "erasure"
      case .checkpoint: "checkpoint"
      case .keyReplaced: "key_replaced"
      case .explanation: "explanation"
      case .event: "event"
      case .finding: "finding"
      case .triage: "triage"
      case .preference: "preference"
      case .device: "device"
      case .export: "export"
      case .regrouping: "regrouping"
      case .withdrawal: "withdrawal"
      }
    }
  }

  /// The log it belongs to, and its place there.
  public var log: LogID
  public var sequence: Int
  /// When it was written down, by the machine's clock.
  public var time: Timestamp
  /// Who did it, and what it is.
  public var actor: Actor
  public var kind: Kind
  /// What it says.
  public var payload: [UInt8]

  /// The version of the format that this program writes.
  public static let version: UInt8 = 1
  /// How many bytes come before the payload.
  public static let headerSize = 27
  /// The longest payload, in bytes: a run of leaves counts the length of each in two bytes.
  public static let payloadLimit = 60_000

  public init(log: LogID, sequence: Int, time: Timestamp, actor: Actor, kind: Kind, payload: [UInt8]) {
    self.log = log
    self.sequence = sequence
    self.time = time
    self.actor = actor
    self.kind = kind
    self.payload = payload
  }

  /// Reads the bytes of a leaf; nil when they aren't one of this version.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard let header = Header(bytes) else { return nil }
    self.init(
      log: header.log, sequence: header.sequence, time: header.time, actor: header.actor, kind: header.kind,
      payload: Array(bytes[Self.headerSize...]))
  }

  /// Reads the bytes of a leaf; nil when they aren't one of this version.
  public init?(_ bytes: [UInt8]) {
    guard let leaf = bytes.withUnsafeBytes({ Leaf($0) }) else { return nil }
    self = leaf
  }

  /// What is kept and hashed.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headerSize + payload.count)
    Self.appendHeader(log: log, sequence: sequence, time: time, actor: actor, kind: kind, to: &bytes)
    bytes += payload
    return bytes
  }

  /// Adds what comes before the payload; sparing a new array where many are written.
  public static func appendHeader(log: LogID, sequence: Int, time: Timestamp, actor: Actor, kind: Kind, to bytes: inout [UInt8]) {
    bytes.append(version)
    bytes.append(bigEndian: log.rawValue)
    bytes.append(bigEndian: UInt64(sequence))
    bytes.append(bigEndian: UInt64(bitPattern: time.milliseconds))
    bytes.append(actor.rawValue)
    bytes.append(kind.rawValue)
  }
}

extension Leaf {
  /// What comes before the payload.
  public struct Header: Hashable, Sendable {
    public var log: LogID
    public var sequence: Int
    public var time: Timestamp
    public var actor: Actor
    public var kind: Kind

    /// Reads it from the bytes of a leaf; nil when they aren't one of this version.
    public init?(_ bytes: UnsafeRawBufferPointer) {
      guard bytes.count >= Leaf.headerSize, bytes[0] == Leaf.version, let actor = Actor(rawValue: bytes[25]),
        let kind = Kind(rawValue: bytes[26]),
        let sequence = Int(exactly: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 9, as: UInt64.self)))
      else { return nil }
      log = LogID(rawValue: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self)))
      self.sequence = sequence
      time = Timestamp(milliseconds: Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: 17, as: Int64.self)))
      self.actor = actor
      self.kind = kind
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian value: UInt64) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }
}
