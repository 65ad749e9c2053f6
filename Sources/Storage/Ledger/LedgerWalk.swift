import GRDB
import Ledger
import Model

/// The first half of verifying: goes through all entries, works the tree out anew, and learns what they say.
struct LedgerWalk {
  /// The clock may go back this far without anybody asking: it is set right by some seconds now and then. [ours]
  static let clockTolerance: Int64 = 60_000

  private(set) var faults: [LedgerFault] = []
  private(set) var frontier = Frontier()
  /// For each entry the first half of what it says the record of a delivery or event hashes to; zero for other entries. (Half of SHA-256 can't
  /// be forged either, and the memory for a million is 16 MB.)
  private(set) var arrivals: [Half] = []
  /// For each entry what it tells the arrival of.
  private(set) var arrived: [Arrived] = []
  /// What the entries say that tell of findings, transitions and arrangements: what for is in `Told`; of a finding the last entry only.
  private(set) var told: [Int: Told] = [:]
  private var findings: [String: Int] = [:]
  private(set) var erased: Set<Int> = []
  /// By which entry each withdrawn event was.
  private(set) var withdrawals: [Int: Int] = [:]
  /// The answers of the client's among them.
  private(set) var withdrawnAnswers: Set<Int> = []
  /// The entries of answers by the step of dealing with findings that they came with, and those whose step was taken back.
  private var answers: [Int64: Set<Int>] = [:]
  private var takenBack: Set<Int> = []
  /// The last that was written down of each import.
  private(set) var imports: [String: (leaf: Int, payload: [UInt8])] = [:]
  /// The keys of the log with the entry from which on each was used.
  private(set) var keys: [(from: Int, key: VerifierKey)] = []
  /// The roots at the sizes that were asked for.
  private(set) var roots: [Int: Hash] = [:]
  /// The checkpoints that the entries name: which entry does, by how many entries it saw.
  private(set) var checkpoints: [Int: Int] = [:]
  /// Clocks that were set back, by entry.
  private(set) var setBacks: [Int: Int64] = [:]
  private var explained: Set<Int> = []
  /// Whether all entries so far are about the log itself.
  private(set) var saysNothing = true
  private(set) var log: LogID?
  private var lastTime: Timestamp?
  /// The sizes that are still to come, the next one last.
  private var wanted: [Int]

  /// What can arrive.
  enum Arrived: UInt8 {
    case nothing, delivery, event
    /// An event that was withdrawn.
    case withdrawn
  }

  /// An entry whose payload can be made again from a row.
  struct Told {
    var kind: Leaf.Kind
    var payload: Half
    /// What the row is called: a number, or the id of a finding.
    var name: String
  }

  /// Half of a hash.
  struct Half: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    init() {}

    init(_ bytes: UnsafeRawBufferPointer) {
      first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }

    init(_ hash: Hash) {
      self = hash.withUnsafeBytes { Half($0) }
    }
  }

  /// - Parameters:
  ///   - log: which log it should be.
  ///   - sizes: at which sizes the root is wanted.
  init(log: LogID?, sizes: Set<Int>) {
    self.log = log
    wanted = sizes.sorted(by: >)
  }

  var origin: String? { log?.origin }

  /// Goes through the entries.
  mutating func run(_ db: Database, expected: Int) throws {
    arrivals.reserveCapacity(expected)
    arrived.reserveCapacity(expected)
    noteRoot()
    let runs = try db.makeStatement(sql: "SELECT first, leaves FROM ledger_run ORDER BY first")
    var nodes = try Nodes(db)
    while try runs.step() {
      let first = Int(runs.integer(0))
      guard first == frontier.size else {
        faults.append(LedgerFault(leaf: min(frontier.size, first), reason: first > frontier.size ? .leafMissing : .leafMoved))
        return
      }
      let count = LedgerRun.read(runs.blob(1)) { leaf, mark in take(leaf, mark, &nodes) }
      if count == nil {
        faults.append(LedgerFault(leaf: frontier.size, reason: .leafMalformed))
        return
      }
      try nodes.check(&faults)
    }
  }

  /// By how many ms a clock was set back between two entries that follow one another; nil when it wasn't, or so little that nobody asks.
  static func setBack(from former: Timestamp, to time: Timestamp) -> Int64? {
    guard former > time else { return nil }
    let (back, isTooMuch) = former.milliseconds.subtractingReportingOverflow(time.milliseconds)
    return isTooMuch ? .max : back > clockTolerance ? back : nil
  }

  /// Clocks that were set back and not explained.
  var unexplained: [LedgerFault] {
    setBacks.filter { !explained.contains($0.key) }.map { LedgerFault(leaf: $0.key, reason: .clockSetBack(milliseconds: $0.value)) }
  }

  private mutating func take(_ leaf: UnsafeRawBufferPointer, _ mark: UnsafeRawBufferPointer, _ nodes: inout Nodes) {
    let sequence = frontier.size
    let hash = TreeHash.leaf(leaf)
    if !LedgerRun.mark(mark, fits: hash) {
      faults.append(LedgerFault(leaf: sequence, reason: .leafChanged))
      nodes.knowFault(at: sequence)
    }
    learn(leaf, sequence)
    frontier.append(hash) { level, position, root in
      if level >= LedgerRun.blockLevel { nodes.expect(level, position, root) }
    }
    noteRoot()
  }

  private mutating func noteRoot() {
    while let size = wanted.last, size <= frontier.size {
      if size == frontier.size { roots[size] = frontier.root }
      wanted.removeLast()
    }
  }

  private mutating func learn(_ bytes: UnsafeRawBufferPointer, _ sequence: Int) {
    guard let header = Leaf.Header(bytes) else {
      faults.append(LedgerFault(leaf: sequence, reason: .leafMalformed))
      arrive(.nothing)
      return
    }
    if header.sequence != sequence || header.log != log ?? header.log { faults.append(LedgerFault(leaf: sequence, reason: .leafMoved)) }
    log = log ?? header.log
    if let lastTime, let back = Self.setBack(from: lastTime, to: header.time) { setBacks[sequence] = back }
    lastTime = header.time
    switch header.kind {
    case .logBegan, .checkpoint, .keyReplaced: break
    default: saysNothing = false
    }
    let payload = UnsafeRawBufferPointer(rebasing: bytes[Leaf.headerSize...])
    guard header.kind == .delivery || header.kind == .event else {
      arrive(.nothing)
      learn(header.kind, by: header.actor, payload, sequence)
      return
    }
    let kind: Arrived = header.kind == .event ? .event : .delivery
    guard payload.count == Hash.size || payload.count == 2 * Hash.size else {
      faults.append(LedgerFault(leaf: sequence, reason: .leafMalformed))
      arrive(kind == .event ? .event : .nothing)
      return
    }
    arrive(kind, Half(payload))
  }

  private mutating func arrive(_ kind: Arrived, _ half: Half = Half()) {
    arrived.append(kind)
    arrivals.append(half)
  }

  private mutating func learn(_ kind: Leaf.Kind, by actor: Leaf.Actor, _ payload: UnsafeRawBufferPointer, _ sequence: Int) {
    switch kind {
    case .logBegan, .keyReplaced:
      guard let key = LedgerPayload.read(LedgerPayload.Began.self, payload).flatMap({ VerifierKey($0.key) }) else {
        faults.append(LedgerFault(leaf: sequence, reason: .leafMalformed))
        return
      }
      keys.append((sequence, key))
    case .erasure: erased.formUnion(LedgerPayload.read(LedgerPayload.Erasure.self, payload)?.leaves ?? [])
    case .withdrawal: learnWithdrawal(by: actor, payload, sequence)
    case .checkpoint:
      if let size = LedgerPayload.read(LedgerPayload.Checkpoint.self, payload)?.size { checkpoints[size] = sequence }
    case .explanation: if let leaf = LedgerPayload.read(LedgerPayload.Explanation.self, payload)?.leaf { explained.insert(leaf) }
    case .imported:
      if let source = LedgerPayload.read(LedgerPayload.Import.self, payload)?.source { imports[source] = (sequence, Array(payload)) }
    case .finding:
      guard let id = LedgerPayload.read(LedgerPayload.Finding.self, payload)?.id else { return }
      if let former = findings.updateValue(sequence, forKey: id) { told[former] = nil }
      told[sequence] = Told(kind: kind, payload: Half(Hash(of: payload)), name: id)
    case .triage:
      guard let step = LedgerPayload.read(LedgerPayload.Step.self, payload) else { return }
      if let answer = step.answer { answers[step.step, default: []].insert(answer) }
      if let undone = step.undoes { takenBack.formUnion(answers[undone] ?? []) }
      told[sequence] = Told(kind: kind, payload: Half(Hash(of: payload)), name: String(step.id))
    case .preference, .device:
      guard let id = LedgerPayload.read(LedgerPayload.Numbered.self, payload)?.id else { return }
      told[sequence] = Told(kind: kind, payload: Half(Hash(of: payload)), name: String(id))
    default: break
    }
  }

  /// Only of events, and only of those before it: the program withdraws what messages told, the user an answer whose step was taken back.
  private mutating func learnWithdrawal(by actor: Leaf.Actor, _ payload: UnsafeRawBufferPointer, _ sequence: Int) {
    guard let leaves = LedgerPayload.read(LedgerPayload.Erasure.self, payload)?.leaves else {
      faults.append(LedgerFault(leaf: sequence, reason: .leafMalformed))
      return
    }
    for leaf in leaves {
      let isFounded = actor == .program || actor == .user && takenBack.contains(leaf)
      guard isFounded, arrived.indices.contains(leaf), arrived[leaf] == .event else {
        faults.append(LedgerFault(leaf: sequence, reason: .withdrawalUnfounded(of: leaf)))
        continue
      }
      arrived[leaf] = .withdrawn
      withdrawals[leaf] = sequence
      if actor == .user { withdrawnAnswers.insert(leaf) }
    }
  }
}
