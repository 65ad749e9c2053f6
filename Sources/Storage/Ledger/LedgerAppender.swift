import CSQLite
import GRDB
import Ledger
import Model

import func Parsing.masked

/// Adds entries to the log within the transaction that makes the changes they tell of.
///
/// Only one may be at work in a transaction; nothing of it is in the log before `finish`.
struct LedgerAppender {
  private let db: Database
  private let at: Timestamp
  private var state: LedgerState
  private var isChanged = false
  private var runs: [LedgerRun]
  private var nodes: [(level: Int, position: Int, hash: Hash)] = []
  private var salts: LedgerSalts
  /// A record and an entry; kept for the memory.
  private let room = Room()
  private var leaf: [UInt8] = []

  /// What can't be copied is kept apart from what can.
  private final class Room {
    var record = RecordBuffer()
  }

  /// How many runs may wait before they are written. Writing makes full-text search write as well, so it should come seldom.
  private static let waitingRuns = 64

  /// `at`: the moment that the entries carry.
  init(_ db: Database, at: Timestamp) throws {
    self.db = db
    self.at = at
    salts = LedgerSalts(db)
    if let state = try LedgerState.load(db) {
      self.state = state
      runs = [LedgerRun(first: state.frontier.size)]
    } else {
      state = LedgerState(log: .random(), frontier: Frontier(), at: at, key: "")
      runs = [LedgerRun(first: 0)]
      try begin()
    }
  }

  /// Writes one or more entries down.
  static func append(_ entries: [LedgerEntry], at: Timestamp, _ db: Database) throws {
    try within(db, at: at) { ledger in
      for entry in entries { try ledger.append(entry) }
    }
  }

  /// Makes changes that write entries down as they go.
  static func within<Result>(_ db: Database, at: Timestamp, _ body: (inout LedgerAppender) throws -> Result) throws -> Result {
    var ledger = try LedgerAppender(db, at: at)
    let result = try body(&ledger)
    try ledger.finish()
    return result
  }

  /// The sequence of the next entry, which is how many there are.
  var next: Int { state.frontier.size }
  var log: LogID { state.log }
  /// What its checkpoints are checked with.
  var key: String { state.key }
  /// The root over all entries so far.
  var root: Hash { state.frontier.root }

  /// Adds an entry.
  /// - Returns: its sequence.
  @discardableResult
  mutating func append(_ entry: LedgerEntry) throws -> Int {
    let payload = entry.payload
    guard payload.count <= Leaf.payloadLimit else {
      throw DatabaseError(resultCode: .SQLITE_TOOBIG, message: "an entry of the log has \(payload.count) bytes")
    }
    return try append(actor: entry.actor, kind: entry.kind) { $0 += payload }
  }

  /// Adds the arrival of a delivery.
  /// `secrets`: those in its text: a second hash vouches for the record with them covered.
  /// Gives its sequence.
  @discardableResult
  mutating func append(arrivalOf delivery: Delivery, account: String, secrets: Secrets) throws -> Int {
    room.record.clear()
    DeliveryRecord.append(delivery, account: account, to: &room.record)
    let whole = room.record.hash(with: try salts.salt(ofNew: next, .whole))
    var covered: Hash?
    if let harmless = delivery.covering(secrets) {
      room.record.clear()
      DeliveryRecord.append(harmless, account: account, to: &room.record)
      covered = room.record.hash(with: try salts.salt(ofNew: next, .covered))
    }
    return try append(actor: .source, kind: .delivery) { leaf in
      whole.withUnsafeBytes { leaf.append(contentsOf: $0) }
      covered?.withUnsafeBytes { leaf.append(contentsOf: $0) }
    }
  }

  /// Adds an event.
  /// - Returns: its sequence.
  @discardableResult
  mutating func append(_ event: SecurityEvent) throws -> Int {
    room.record.clear()
    EventRecord.append(event, to: &room.record)
    let hash = room.record.hash(with: try salts.salt(ofNew: next, .whole))
    let actor: Leaf.Actor =
      switch event.source {
      case .file, .message, .simulator: .source
      case .user: .user
      }
    return try append(actor: actor, kind: .event) { leaf in hash.withUnsafeBytes { leaf.append(contentsOf: $0) } }
  }

  /// Goes on with another key.
  mutating func use(_ key: VerifierKey) throws {
    try append(LedgerEntry(.keyReplaced, by: .user, ["key": .text(key.description), "previous": .text(state.key)]))
    state.key = key.description
  }

  /// Writes what was added into the tables; nothing happens where nothing was.
  mutating func finish() throws {
    guard isChanged else { return }
    try flush()
    try state.save(db)
  }

  private mutating func append(actor: Leaf.Actor, kind: Leaf.Kind, payload: (inout [UInt8]) -> Void) throws -> Int {
    let sequence = next
    leaf.removeAll(keepingCapacity: true)
    Leaf.appendHeader(log: state.log, sequence: sequence, time: at, actor: actor, kind: kind, to: &leaf)
    payload(&leaf)
    if runs[runs.count - 1].isFull {
      if runs.count >= Self.waitingRuns { try flush() }
      if runs.last?.first != sequence { runs.append(LedgerRun(first: sequence)) }
    }
    leaf.withUnsafeBytes { bytes in
      let hash = TreeHash.leaf(bytes)
      runs[runs.count - 1].append(bytes, hash: hash)
      state.frontier.append(hash) { level, position, root in
        if level >= LedgerRun.blockLevel { nodes.append((level, position, root)) }
      }
    }
    state.at = at
    isChanged = true
    return sequence
  }

  private mutating func flush() throws {
    // Were the tables cut by somebody, what is new takes the place of what is left there; verifying finds out, and no message is lost.
    let runInsertion = try db.cachedStatement(sql: "INSERT OR REPLACE INTO ledger_run (first, leaves) VALUES (?, ?)")
    for run in runs where run.count > 0 {
      runInsertion.bind(Int64(run.first), at: 1)
      runInsertion.bind(blob: run.bytes, at: 2)
      try runInsertion.run()
    }
    let nodeInsertion = try db.cachedStatement(sql: "INSERT OR REPLACE INTO ledger_node (level, position, hash) VALUES (?, ?, ?)")
    for node in nodes {
      nodeInsertion.bind(Int64(node.level), at: 1)
      nodeInsertion.bind(Int64(node.position), at: 2)
      nodeInsertion.bind(blob: node.hash.bytes, at: 3)
      try nodeInsertion.run()
    }
    try salts.flush()
    runs = [LedgerRun(first: next)]
    nodes.removeAll(keepingCapacity: true)
  }

  /// The log's first entry names the key; then come the deliveries that were there before there was a log.
  private mutating func begin() throws {
    state.key = try LedgerKey.readOrCreate(besides: Self.path(of: db), name: log.origin).verifier(name: log.origin).description
    try append(LedgerEntry(.logBegan, by: .program, ["format": 1, "key": .text(state.key)]))
    try LedgerUpgrade.log(db, into: &self)
  }

  private static func path(of db: Database) -> String {
    sqlite3_db_filename(db.sqliteConnection, "main").map { String(cString: $0) } ?? ""
  }
}

extension Delivery {
  /// The delivery with secrets covered; nil when neither title nor text holds one.
  func covering(_ secrets: Secrets) -> Delivery? {
    if secrets.isEmpty { return nil }
    var covered = self
    covered.text = masked(text, secrets)
    covered.title = title.map { masked($0, secrets) }
    return covered.text.isExactly(text) && covered.title == title ? nil : covered
  }
}
