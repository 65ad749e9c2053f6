import GRDB
import Ledger
import Model

extension LedgerAudit {
  /// Holds every stored event to its entry, also those that were withdrawn: they must be kept, and have been told by a message or be answers
  /// that the user took back.
  mutating func checkEvents(_ walk: LedgerWalk) throws {
    let secrets = try Secrets(db)
    var seen = [Bool](repeating: false, count: walk.arrived.count)
    var record = RecordBuffer()
    for (table, arrived) in [(EventRows.Table.standing, LedgerWalk.Arrived.event), (.withdrawn, .withdrawn)] {
      try EventRows.each(in: table, where: "1", [], db) { stored in
        let name = LedgerFault.Record.event(id: stored.event.id)
        guard let leaf = stored.leaf, walk.arrived.indices.contains(leaf), walk.arrived[leaf] == arrived, !seen[leaf],
          stored.withdrawal == walk.withdrawals[leaf]
        else {
          faults.append(LedgerFault(leaf: stored.leaf, reason: isLost(stored.leaf, walk) ? .recordEntryLost(name) : .recordUnlogged(name)))
          return
        }
        seen[leaf] = true
        if let withdrawal = stored.withdrawal {
          withdrawn += 1
          if !stored.event.mayBeWithdrawn(asAnswer: walk.withdrawnAnswers.contains(leaf)) {
            faults.append(LedgerFault(leaf: withdrawal, reason: .withdrawalUnfounded(of: leaf)))
          }
        }
        if walk.erased.contains(leaf) { return }
        records += 1
        record.clear()
        EventRecord.append(stored.event, to: &record)
        if secrets.salt(of: leaf, .whole).map({ LedgerWalk.Half(record.hash(with: $0)) }) != walk.arrivals[leaf] {
          faults.append(LedgerFault(leaf: leaf, reason: .recordChanged(name)))
        }
      }
    }
    for leaf in seen.indices where !seen[leaf] && (walk.arrived[leaf] == .event || walk.arrived[leaf] == .withdrawn) {
      faults.append(LedgerFault(leaf: leaf, reason: .recordMissing(.event(id: ""))))
    }
  }

  /// Holds findings, what was done about them, and arrangements to their entries.
  mutating func checkRecords(_ walk: LedgerWalk) throws {
    var rest = walk.told
    for (finding, leaf) in try FindingRows.logged(db) {
      check(RecordEntries.entry(finding.finding), finding.id.text, leaf, walk, &rest)
      try checkState(finding, leaf)
    }
    for row in try Row.fetchAll(db, sql: "SELECT * FROM transition ORDER BY id") {
      check(RecordEntries.entry(transition: row), String(row["id"] as Int64), row["leaf"], walk, &rest)
    }
    for (arrangement, leaf) in try Store.arrangements(db) {
      check(RecordEntries.entry(arrangement), String(arrangement.id), leaf, walk, &rest)
    }
    for (leaf, told) in rest { faults.append(LedgerFault(leaf: leaf, reason: .recordMissing(Self.record(told.kind, told.name)))) }
  }

  private mutating func check(
    _ entry: LedgerEntry, _ name: String, _ leaf: Int?, _ walk: LedgerWalk, _ rest: inout [Int: LedgerWalk.Told]
  ) {
    let record = Self.record(entry.kind, name)
    guard let leaf, let told = rest[leaf], Self.record(told.kind, name) == record else {
      faults.append(LedgerFault(leaf: leaf, reason: isLost(leaf, walk) ? .recordEntryLost(record) : .recordUnlogged(record)))
      return
    }
    rest[leaf] = nil
    records += 1
    if told.name != name || LedgerWalk.Half(Hash(of: entry.payload)) != told.payload {
      faults.append(LedgerFault(leaf: leaf, reason: .recordChanged(record)))
    }
  }

  /// How far a finding is dealt with must be where its last transition led; what was last said is what the user last said.
  private mutating func checkState(_ stored: StoredFinding, _ leaf: Int?) throws {
    let last = try Row.fetchOne(
      db, sql: "SELECT new_state, new_resolution, new_until FROM transition WHERE finding_id = ? ORDER BY id DESC LIMIT 1",
      arguments: [stored.id.text])
    let comment = try String.fetchOne(
      db, sql: "SELECT new_comment FROM transition WHERE finding_id = ? AND actor = 1 ORDER BY id DESC LIMIT 1", arguments: [stored.id.text]
    )
    let isSame =
      stored.finding.state.rawValue == last?["new_state"] ?? FindingState.new.rawValue
      && stored.resolution?.rawValue == last?["new_resolution"] && stored.until?.milliseconds == last?["new_until"]
      && stored.comment == comment
    if !isSame { faults.append(LedgerFault(leaf: leaf, reason: .recordChanged(.finding(id: stored.id.text)))) }
  }

  private static func record(_ kind: Leaf.Kind, _ name: String) -> LedgerFault.Record {
    switch kind {
    case .finding: .finding(id: name)
    case .triage: .triage(id: name)
    case .preference: .preference(id: name)
    default: .device(id: name)
    }
  }
}

extension SecurityEvent {
  fileprivate func mayBeWithdrawn(asAnswer isAnswer: Bool) -> Bool {
    switch source {
    case .message: !isAnswer
    case .user: isAnswer && (kind == .denied || kind == .confirmed)
    case .file, .simulator: false
    }
  }
}
