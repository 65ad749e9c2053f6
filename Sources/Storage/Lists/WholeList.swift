import GRDB

/// All of a list in no order, as SQL: for counting, for sums, and for changing everything in it.
struct WholeList {
  /// What stands behind FROM; `n` is the notification.
  let from: String
  let condition: Condition

  /// Nil when nothing can be in the list.
  init?(_ listing: Listing) throws {
    let selection = listing.selection
    guard !selection.drawers.isEmpty else { return nil }
    let bounds = Condition(
      sql: "n.id BETWEEN ? AND ?", arguments: [selection.bounds.lowerBound.databaseValue, selection.bounds.upperBound.databaseValue])
    guard let search = try SearchPlan(listing.db, selection: selection, known: listing.known) else {
      from = "notification n"
      condition = .all([.isIn(selection.drawers), bounds, selection.check])
      return
    }
    guard search.canMatch else { return nil }
    from = "search CROSS JOIN notification n ON n.id = search.rowid"
    let match = Condition(sql: "search MATCH ?", arguments: [search.match.databaseValue])
    condition = .all([match, .isIn(selection.drawers), bounds, selection.check])
  }
}
