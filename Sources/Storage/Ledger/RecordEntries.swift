import GRDB
import Ledger
import Model

/// What the log remembers of findings, of what was done about them, and of channels and devices arranged: made of their rows, so that verifying
/// makes the same of them again.
enum RecordEntries {
  /// What the rules say; how far it is dealt with follows from the transitions.
  static func entry(_ finding: Finding) -> LedgerEntry {
    var fields: [String: LedgerEntry.Value] = [
      "id": .text(finding.id.text), "rule": .text(finding.rule.description), "severity": .text(finding.severity.name),
      "account": .text(finding.account), "anchor": .text(finding.anchor), "time": .number(finding.time.milliseconds),
      "evidence": .texts(finding.evidence),
    ]
    fields["bank"] = finding.bank.map { .text($0) }
    add(finding.device, to: &fields)
    return LedgerEntry(.finding, by: .program, fields)
  }

  /// A row of `transition`.
  static func entry(transition row: Row) -> LedgerEntry {
    func state(_ column: String) -> LedgerEntry.Value? {
      (row[column] as Int?).map { .text(FindingState(rawValue: $0)?.name ?? String($0)) }
    }
    var fields: [String: LedgerEntry.Value] = [
      "id": .number(row["id"]), "step": .number(row["step"]), "finding": .text(row["finding_id"]), "time": .number(row["at"]),
    ]
    fields["from"] = state("old_state")
    fields["to"] = state("new_state")
    fields["resolution"] = (row["new_resolution"] as Int?).map { .text(Resolution(rawValue: $0)?.name ?? String($0)) }
    fields["until"] = (row["new_until"] as Int64?).map { .number($0) }
    fields["comment"] = (row["new_comment"] as String?).map { .text($0) }
    fields["undoes"] = (row["undoes"] as Int64?).map { .number($0) }
    fields["answer"] = (row["answer"] as Int64?).map { .number($0) }
    fields["former_resolution"] = (row["old_resolution"] as Int?).map { .text(Resolution(rawValue: $0)?.name ?? String($0)) }
    fields["former_until"] = (row["old_until"] as Int64?).map { .number($0) }
    fields["former_comment"] = (row["old_comment"] as String?).map { .text($0) }
    let isUser = row["actor"] == Transition.Actor.user.rawValue
    fields["by"] = .text(isUser ? "user" : "rules")
    return LedgerEntry(.triage, by: isUser ? .user : .program, fields)
  }

  /// A step of channels or devices.
  static func entry(_ arrangement: Arrangement) -> LedgerEntry {
    var fields: [String: LedgerEntry.Value] = [
      "id": .number(arrangement.id), "time": .number(arrangement.time.milliseconds), "account": .text(arrangement.account),
      "by": .text(arrangement.by),
    ]
    fields["bank"] = arrangement.bank.map { .text($0) }
    fields["from_device"] = arrangement.fromDevice.map { .text($0) }
    fields["undoes"] = arrangement.undoes.map { .number($0) }
    switch arrangement.step {
    case .channel(let scope, let channel):
      fields["scope"] = .text(scope.name)
      fields["channel"] = channel.map { .text($0.name) }
      return LedgerEntry(.preference, by: .user, fields)
    case .snooze(let until):
      fields["step"] = .text("snooze")
      fields["until"] = until.map { .number($0.milliseconds) }
      return LedgerEntry(.preference, by: .user, fields)
    case .quietHours(let hours):
      fields["step"] = .text("quiet_hours")
      fields["hours"] = hours.map { .text($0.text) }
      return LedgerEntry(.preference, by: .user, fields)
    case .device(let step, let device):
      fields["step"] = .text(step.name)
      add(device, to: &fields)
      return LedgerEntry(.device, by: .user, fields)
    }
  }

  /// Rows split or joined by hand, or that taken back: the entries of the deliveries that moved.
  static func regrouping(_ word: String, _ moves: [CopyMove], _ db: Database) throws -> LedgerEntry {
    let find = try db.cachedStatement(sql: "SELECT leaf FROM delivery WHERE time = ? AND fingerprint = ?")
    var leaves: [Int] = []
    for move in moves.prefix(movesAnEntry) {
      find.bind(move.key.time, at: 1)
      find.bind(move.key.fingerprint, at: 2)
      while try find.step() { leaves += find.integerOrNull(0).map { [Int($0)] } ?? [] }
    }
    return LedgerEntry(.regrouping, by: .user, ["what": .text(word), "leaves": .numbers(leaves)])
  }

  /// How many deliveries an entry names at most.
  private static let movesAnEntry = 4_000

  private static func add(_ device: LinkedDevice?, to fields: inout [String: LedgerEntry.Value]) {
    fields["device"] = (device?.id).map { .text($0) }
    fields["device_name"] = (device?.name).map { .text($0) }
    fields["platform"] = (device?.platform).map { .text($0) }
  }
}
