import GRDB
import Ledger
import Model

/// Verifies the whole log: the entries by themselves, what is stored against the entries, and both against checkpoints and key.
struct LedgerAudit {
  let db: Database
  private let surroundings: Surroundings
  var faults: [LedgerFault] = []
  private var deliveries = 0
  var records = 0
  private var erased = 0
  var withdrawn = 0
  /// How many entries the log says it has.
  private var logged = 0

  /// `surroundings`: key and newest checkpoint beside the database, as they were before the database was read.
  init(_ db: Database, _ surroundings: Surroundings) {
    self.db = db
    self.surroundings = surroundings
  }

  /// A checkpoint that was kept outside the database: where, and what is written there.
  struct Kept {
    var path: String
    var text: String
  }

  /// Verifies everything.
  /// `given`: checkpoints that the user kept elsewhere; `faultLimit`: how many faults to list.
  mutating func run(given: [Kept], faultLimit: Int) throws -> LedgerVerdict {
    let schema = try SchemaCheck.differences(db)
    let isWhole = !schema.contains { $0.type == "table" }
    faults = schema.map { difference in
      let isGone = difference.kind == .missing && LedgerSchema.tables.contains(difference.name)
      return LedgerFault(leaf: nil, reason: isGone ? .tableMissing(difference.name) : .schema(difference))
    }
    // Nothing can be worked out of what is left.
    guard isWhole else {
      return LedgerVerdict(
        size: 0, root: Frontier().root, origin: nil, faults: faults, kinds: LedgerFaultKind.all(in: faults), faultCount: faults.count,
        deliveries: 0, erased: 0, withdrawn: 0, records: 0, checkpoints: 0)
    }
    let state = try LedgerState.load(db)
    logged = state?.frontier.size ?? 0
    let own = try LedgerCheckpoints.all(db)
    let kept = (surroundings.checkpoint.map { [Kept(path: surroundings.file.path, text: $0)] } ?? []) + given
    let sizes = Set(own.map(\.size) + kept.compactMap { SignedCheckpoint($0.text)?.checkpoint.size })
    var walk = LedgerWalk(log: state?.log, sizes: sizes)
    try walk.run(db, expected: state?.frontier.size ?? 0)
    faults += walk.faults + walk.unexplained
    check(state, against: walk)
    try checkDeliveries(walk)
    try checkImports(walk)
    try checkEvents(walk)
    try checkRecords(walk)
    checkOwn(own, walk)
    for checkpoint in kept { check(checkpoint, walk) }
    try checkFile(own)
    checkKey(walk)
    if walk.isEmpty, deliveries == 0, faults.allSatisfy(\.isAboutSurroundings) {
      faults.insert(LedgerFault(leaf: nil, reason: .nothing), at: 0)
    }
    faults.sort { ($0.leaf ?? .max) < ($1.leaf ?? .max) }
    return LedgerVerdict(
      size: walk.frontier.size, root: walk.frontier.root, origin: walk.origin, faults: Array(faults.prefix(faultLimit)),
      kinds: LedgerFaultKind.all(in: faults), faultCount: faults.count, deliveries: deliveries, erased: erased, withdrawn: withdrawn,
      records: records, checkpoints: own.count, newestCheckpoint: own.last?.size, keptElsewhere: given.count)
  }

  private mutating func check(_ state: LedgerState?, against walk: LedgerWalk) {
    guard let state else {
      if walk.frontier.size > 0 { faults.append(LedgerFault(leaf: nil, reason: .stateMalformed)) }
      return
    }
    let size = walk.frontier.size
    if state.frontier.size != size {
      faults.append(LedgerFault(leaf: min(size, state.frontier.size), reason: .sizeDiffers(expected: state.frontier.size)))
    } else if state.frontier != walk.frontier, walk.faults.isEmpty {
      faults.append(LedgerFault(leaf: nil, reason: .rootDiffers))
    }
  }

  private mutating func checkDeliveries(_ walk: LedgerWalk) throws {
    let secrets = try Secrets(db)
    var seen = [Bool](repeating: false, count: walk.arrivals.count)
    var record = RecordBuffer()
    try LoggedDeliveries(db).each { leaf, notification, fields in
      let id = NotificationID(rawValue: notification)
      guard let leaf, walk.arrived.indices.contains(leaf), walk.arrived[leaf] == .delivery else {
        faults.append(LedgerFault(leaf: leaf, reason: isLost(leaf, walk) ? .messageEntryLost(id) : .messageUnlogged(id)))
        return
      }
      if seen[leaf] {
        faults.append(LedgerFault(leaf: leaf, reason: .messageTwice(id)))
        return
      }
      seen[leaf] = true
      if !walk.erased.isEmpty, walk.erased.contains(leaf) {
        erased += 1
        return
      }
      deliveries += 1
      guard let salt = secrets.salt(of: leaf, .whole) else {
        faults.append(LedgerFault(leaf: leaf, reason: .saltMissing(id)))
        return
      }
      record.clear()
      DeliveryRecord.append(fields, to: &record)
      if LedgerWalk.Half(record.hash(with: salt)) != walk.arrivals[leaf] {
        faults.append(LedgerFault(leaf: leaf, reason: .messageChanged(id)))
      }
    }
    try checkDuplicates(walk, secrets, &seen)
    for leaf in seen.indices where !seen[leaf] && walk.arrived[leaf] == .delivery && !walk.erased.contains(leaf) {
      faults.append(LedgerFault(leaf: leaf, reason: .messageMissing))
    }
  }

  /// Deliveries that another stands for must be what was logged, and really be told by that one; otherwise they count as missing, since nobody sees
  /// them.
  private mutating func checkDuplicates(_ walk: LedgerWalk, _ secrets: Secrets, _ seen: inout [Bool]) throws {
    let told = try Duplicates(db)
    var record = RecordBuffer()
    for duplicate in told.all {
      guard let leaf = duplicate.leaf, seen.indices.contains(leaf), walk.arrived[leaf] == .delivery, !seen[leaf] else { continue }
      if walk.erased.contains(leaf) {
        seen[leaf] = true
        continue
      }
      guard try told.isTold(duplicate, db), let salt = secrets.salt(of: leaf, .whole) else { continue }
      seen[leaf] = true
      deliveries += 1
      record.clear()
      DeliveryRecord.append(duplicate.delivery, account: duplicate.account, to: &record)
      if LedgerWalk.Half(record.hash(with: salt)) != walk.arrivals[leaf] {
        faults.append(LedgerFault(leaf: leaf, reason: .messageChanged(NotificationID(time: duplicate.delivery.time))))
      }
    }
  }

  /// Whether the log once had this entry, by its own count, and now ends before it: then what claims it wasn't put in, the log was cut.
  func isLost(_ leaf: Int?, _ walk: LedgerWalk) -> Bool {
    guard let leaf else { return false }
    return leaf >= walk.frontier.size && leaf < logged
  }

  private mutating func checkImports(_ walk: LedgerWalk) throws {
    var rest = walk.imports
    for progress in try ImportTable.all(db) {
      let logged = rest.removeValue(forKey: progress.source)
      if logged?.payload != ImportTable.entry(progress).payload {
        faults.append(LedgerFault(leaf: logged?.leaf, reason: .importChanged(source: progress.source)))
      }
    }
    for (source, logged) in rest { faults.append(LedgerFault(leaf: logged.leaf, reason: .importChanged(source: source))) }
  }

  /// The log's own checkpoints must be those that its entries name, and each be what it was.
  private mutating func checkOwn(_ own: [(size: Int, note: String)], _ walk: LedgerWalk) {
    var rest = walk.checkpoints
    for checkpoint in own {
      let leaf = rest.removeValue(forKey: checkpoint.size)
      // Of one that saw more entries than there are, or was changed, that is said.
      if check(checkpoint, walk), leaf == nil { faults.append(LedgerFault(leaf: nil, reason: .checkpointUnlogged(size: checkpoint.size))) }
    }
    for (size, leaf) in rest { faults.append(LedgerFault(leaf: leaf, reason: .checkpointMissing(size: size))) }
  }

  private mutating func check(_ stored: (size: Int, note: String), _ walk: LedgerWalk) -> Bool {
    guard let signed = SignedCheckpoint(stored.note), signed.checkpoint.size == stored.size, walk.isSigned(signed) else {
      faults.append(LedgerFault(leaf: nil, reason: .checkpointMalformed(size: stored.size)))
      return false
    }
    return compare(signed.checkpoint, .database, walk)
  }

  private mutating func check(_ kept: Kept, _ walk: LedgerWalk) {
    let place = LedgerFault.CheckpointPlace.file(path: kept.path)
    guard let signed = SignedCheckpoint(kept.text) else {
      let isUnsigned = Checkpoint(text: kept.text) != nil
      faults.append(LedgerFault(leaf: nil, reason: isUnsigned ? .checkpointUnsigned(from: place) : .checkpointUnreadable(from: place)))
      return
    }
    guard signed.checkpoint.origin == walk.origin else {
      // A first line that was touched names another log as well; only one that goes by the same name in its signature is another log's.
      guard signed.note.signatures.contains(where: { $0.name == signed.checkpoint.origin }) else {
        faults.append(LedgerFault(leaf: nil, reason: .checkpointUnsigned(from: place)))
        return
      }
      faults.append(LedgerFault(leaf: nil, reason: .otherLog(origin: signed.checkpoint.origin, from: place)))
      return
    }
    guard walk.isSigned(signed) else {
      faults.append(LedgerFault(leaf: nil, reason: .checkpointUnsigned(from: place)))
      return
    }
    compare(signed.checkpoint, place, walk)
  }

  /// - Returns: whether the log begins with what the checkpoint was made over.
  @discardableResult
  private mutating func compare(_ checkpoint: Checkpoint, _ place: LedgerFault.CheckpointPlace, _ walk: LedgerWalk) -> Bool {
    guard checkpoint.size <= walk.frontier.size else {
      faults.append(LedgerFault(leaf: walk.frontier.size, reason: .rolledBack(size: checkpoint.size, from: place)))
      return false
    }
    if walk.roots[checkpoint.size] == checkpoint.root { return true }
    faults.append(LedgerFault(leaf: nil, reason: .checkpointDiffers(size: checkpoint.size, from: place)))
    return false
  }

  /// The file beside the database must be there once the log has a checkpoint, unless whoever wrote the first was stopped between the two, or just
  /// wrote it.
  private mutating func checkFile(_ own: [(size: Int, note: String)]) throws {
    guard !own.isEmpty, surroundings.checkpoint == nil else { return }
    // In this order: one that waits takes the place.
    if surroundings.file.waiting().contains(where: { waiting in own.contains { $0.note == waiting.text } }) { return }
    if try surroundings.file.read() == nil {
      faults.append(LedgerFault(leaf: nil, reason: .checkpointFileMissing(path: surroundings.file.path)))
    }
  }

  private mutating func checkKey(_ walk: LedgerWalk) {
    guard let wanted = walk.keys.last?.key, let log = walk.log else { return }
    if let reason = surroundings.key.fault(of: log, checkedWith: wanted.description) {
      faults.append(LedgerFault(leaf: nil, reason: reason))
    }
  }

  /// The secrets that salts come from, by part.
  struct Secrets {
    /// Nil where there is none.
    private var seeds: [Salt?] = []
    /// Of the parts that have none any more.
    private var lists: [Int: LedgerSalts.Secret] = [:]

    init(_ db: Database) throws {
      let statement = try db.makeStatement(sql: "SELECT part, secret FROM ledger_salt ORDER BY part")
      while try statement.step() {
        let part = Int(statement.integer(0))
        // Parts without deliveries have none; a number far away comes from somebody else's hand.
        guard part >= seeds.count, part < seeds.count + 1_000_000 else { continue }
        while seeds.count < part { seeds.append(nil) }
        let secret = LedgerSalts.Secret(statement.blob(1))
        if case .seed(let seed) = secret {
          seeds.append(seed)
        } else {
          seeds.append(nil)
          lists[part] = secret
        }
      }
    }

    /// The salt of an entry; nil when it was destroyed or isn't there.
    func salt(of leaf: Int, _ use: Salt.Use) -> Salt? {
      let part = leaf / LedgerSalts.partSize
      guard leaf >= 0, part < seeds.count else { return nil }
      if let seed = seeds[part] { return Salt(seed: seed, sequence: leaf, use: use) }
      return lists[part]?.salt(of: leaf, use)
    }
  }
}

extension LedgerWalk {
  /// Whether the key signed it that the log used when it had that size, or for sizes it never had any of its keys.
  func isSigned(_ checkpoint: SignedCheckpoint) -> Bool {
    let size = checkpoint.checkpoint.size
    guard size <= frontier.size else { return keys.contains { checkpoint.isSigned(by: $0.key) } }
    return keys.last { $0.from < max(size, 1) }.map { checkpoint.isSigned(by: $0.key) } ?? false
  }

  /// Whether there is nothing in the log but what it says of itself.
  var isEmpty: Bool { frontier.size == 0 || saysNothing }
}

extension LedgerFault {
  /// Whether it is about key and checkpoint files, not about what is in the log.
  fileprivate var isAboutSurroundings: Bool {
    switch reason {
    case .key, .keyForeign, .checkpointFileMissing: true
    default: false
    }
  }
}
