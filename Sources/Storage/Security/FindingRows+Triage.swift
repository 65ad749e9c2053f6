import GRDB
import Ledger
import Model

/// Steps of the user's in dealing with findings. What is done at once has one number, and is taken back at once.
extension FindingRows {
  /// Does the same with several findings, as one step, and writes it into the log.
  /// - Returns: those that are different now.
  static func triage(_ ids: [FindingID], _ triage: Triage, comment: String?, at now: Timestamp, _ db: Database) throws -> [FindingID] {
    var step: Int64?
    let changed = try move(ids, triage, comment: comment, at: now, in: &step, db)
    if let step { try LedgerAppender.within(db, at: now) { try logTransitions(of: step, db, &$0) } }
    return changed
  }

  /// Does the same with several findings as part of a step that isn't in the log yet; the step has a number once anything is part of it.
  /// `always`: whether it is on record also where nothing is different afterwards.
  /// - Returns: those that are different now.
  static func move(
    _ ids: [FindingID], _ triage: Triage, comment: String?, always: Bool = false, at now: Timestamp, in step: inout Int64?, _ db: Database
  ) throws -> [FindingID] {
    var number = step
    var changed: [FindingID] = []
    var resolution: Resolution?
    var until: Timestamp?
    if case .resolve(let value) = triage { resolution = value }
    if case .suppress(let value) = triage { until = value }
    let gravest = until != nil && comment == nil ? Severity.high : .critical
    for id in ids {
      try db.execute(
        sql: """
          INSERT INTO transition (step, finding_id, at, actor, old_state, old_resolution, old_until, old_comment,
            new_state, new_resolution, new_until, new_comment)
          SELECT ?1, id, ?2, 1, state, resolution, until, comment, ?3, ?4, ?5, coalesce(?6, comment) FROM finding
          WHERE id = ?7 AND severity <= ?8 AND (?9 OR state <> ?3 OR resolution IS NOT ?4 OR until IS NOT ?5 OR ?6 IS NOT NULL)
          """,
        arguments: [
          try next(&number, db), now.milliseconds, triage.state.rawValue, resolution?.rawValue, until?.milliseconds, comment, id.text,
          gravest.rawValue, always,
        ])
      guard db.changesCount > 0 else { continue }
      try db.execute(
        sql: "UPDATE finding SET state = ?, resolution = ?, until = ?, comment = coalesce(?, comment) WHERE id = ?",
        arguments: [triage.state.rawValue, resolution?.rawValue, until?.milliseconds, comment, id.text])
      changed.append(id)
    }
    if !changed.isEmpty { step = number }
    return changed
  }

  /// Takes back the last step of the user's that wasn't; it stays on record, and so does this. What the rules said meanwhile stays.
  /// - Returns: the findings that are as they were, and the entry of the answer that the step came with; nil when there is no step.
  static func undo(at now: Timestamp, _ db: Database) throws -> (findings: [FindingID], answer: Int?)? {
    let last = try Row.fetchOne(
      db,
      sql: """
        SELECT max(step) AS step, answer FROM transition t WHERE actor = 1 AND undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM transition u WHERE u.undoes = t.step)
        """)
    guard let last, let undone = last["step"] as Int64? else { return nil }
    // A finding that was open again while the step was done is in it twice.
    let first = "SELECT min(id) FROM transition WHERE step = ?1 GROUP BY finding_id"
    let ids = try String.fetchAll(db, sql: "SELECT finding_id FROM transition WHERE id IN (\(first)) ORDER BY id", arguments: [undone])
    var step: Int64?
    let number = try next(&step, db)
    try db.execute(
      sql: """
        INSERT INTO transition (step, finding_id, at, actor, old_state, old_resolution, old_until, old_comment,
          new_state, new_resolution, new_until, new_comment, undoes)
        SELECT ?2, f.id, ?3, 1, f.state, f.resolution, f.until, f.comment, t.old_state, t.old_resolution, t.old_until, t.old_comment, t.step
        FROM transition t JOIN finding f ON f.id = t.finding_id WHERE t.id IN (\(first))
        """,
      arguments: [undone, number, now.milliseconds])
    try db.execute(
      sql: """
        UPDATE finding SET (state, resolution, until, comment) =
          (SELECT t.old_state, t.old_resolution, t.old_until, t.old_comment FROM transition t
            WHERE t.id IN (\(first)) AND t.finding_id = finding.id)
        WHERE id IN (SELECT finding_id FROM transition WHERE step = ?1)
        """,
      arguments: [undone])
    try LedgerAppender.within(db, at: now) { try logTransitions(of: number, db, &$0) }
    return (ids.map { FindingID(text: $0) }, last["answer"])
  }
}
