import Model
import Storage

/// What the screen asks of the database.
public enum SecurityEffect: Hashable, Sendable {
  /// Findings brought up to date with the clock, then the alerts.
  case watch
  case alerts
  case list(FindingQuery)
  case detail(FindingID)
  case about(NotificationID)
  case triage([FindingID], Triage, comment: String?)
  /// The client's "it was me" or "not me" to a finding.
  case answer(FindingID, wasMe: Bool)
  case undo
}

/// What comes back.
public enum SecurityAnswer: Sendable {
  case alerts([StoredFinding])
  case list([StoredFinding], FindingCounts)
  case detail(FindingDetail)
  case about(NotificationID, [StoredFinding])
  case triaged(Triage, count: Int)
  case answered(FindingID, wasMe: Bool, count: Int)
  /// Nil: there was nothing to undo.
  case undone(count: Int?)
  /// The finding stands in this file now.
  case printed(path: String)
}

extension StoreEffects {
  func perform(_ effect: SecurityEffect) throws(StoreError) -> SecurityAnswer? {
    switch effect {
    case .watch:
      // Somebody else may be writing for long; the next watch comes soon.
      try? store.catchUpWithFindings()
      return .alerts(try store.openFindings(from: .high))
    case .alerts: return .alerts(try store.openFindings(from: .high))
    case .list(let query): return .list(try store.findings(query, limit: Self.findingLimit), try store.findingCounts(query))
    case .detail(let id): return try store.finding(id).map { .detail($0) }
    case .about(let message): return .about(message, try store.findings(about: message))
    case .triage(let ids, let triage, let comment):
      return .triaged(triage, count: try store.triage(ids, triage, comment: comment).count)
    case .answer(let id, let wasMe): return try store.answer(id, wasMe: wasMe).map { .answered(id, wasMe: wasMe, count: $0.count) }
    case .undo: return .undone(count: try store.undoTriage()?.count)
    }
  }

  /// How many findings the screen lists at most, the gravest and newest.
  static let findingLimit = 2_000
}
