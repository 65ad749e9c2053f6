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

  /// Takes back a step of the user's that wasn't yet, the last one unless told which; it stays on record, and so does this. What the rules said
  /// meanwhile stays, and so does what the user did with a finding since.
  /// - Returns: the findings that are as they were, and the entries of the answers that the step came with; nil when there is no step.
  static func undo(_ wanted: Int64?, at now: Timestamp, _ db: Database) throws -> (findings: [FindingID], answers: [Int])? {
    let standing = "t.actor = 1 AND t.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM transition u WHERE u.undoes = t.step)"
    let last = try Int64.fetchOne(
      db, sql: "SELECT max(t.step) FROM transition t WHERE \(standing) AND (?1 IS NULL OR t.step = ?1)", arguments: [wanted])
    guard let undone = last else { return nil }
    let answers = try Int.fetchAll(
      db, sql: "SELECT DISTINCT answer FROM transition WHERE step = ? AND answer IS NOT NULL ORDER BY answer DESC", arguments: [undone])
    // A finding that was open again while the step was done is in it twice.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT min(s.id) AS id, s.finding_id AS finding, EXISTS (SELECT 1 FROM transition t
          WHERE t.finding_id = s.finding_id AND t.step > s.step AND \(standing)) AS is_overtaken
        FROM transition s WHERE s.step = ? GROUP BY s.finding_id ORDER BY 1
        """,
      arguments: [undone])
    var step: Int64?
    let number = try next(&step, db)
    for row in rows {
      let before =
        row["is_overtaken"] as Bool
        ? "f.state, f.resolution, f.until, f.comment" : "t.old_state, t.old_resolution, t.old_until, t.old_comment"
      try db.execute(
        sql: """
          INSERT INTO transition (step, finding_id, at, actor, old_state, old_resolution, old_until, old_comment,
            new_state, new_resolution, new_until, new_comment, undoes)
          SELECT ?2, f.id, ?3, 1, f.state, f.resolution, f.until, f.comment, \(before), t.step
          FROM transition t JOIN finding f ON f.id = t.finding_id WHERE t.id = ?1
          """,
        arguments: [row["id"] as Int64, number, now.milliseconds])
    }
    try db.execute(
      sql: """
        UPDATE finding SET (state, resolution, until, comment) =
          (SELECT t.new_state, t.new_resolution, t.new_until, t.new_comment FROM transition t
            WHERE t.step = ?1 AND t.finding_id = finding.id)
        WHERE id IN (SELECT finding_id FROM transition WHERE step = ?1)
        """,
      arguments: [number])
    try LedgerAppender.within(db, at: now) { try logTransitions(of: number, db, &$0) }
    return (rows.filter { !($0["is_overtaken"] as Bool) }.map { FindingID(text: $0["finding"]) }, answers)
  }
}
