import Model

/// What becomes of the notifications of a batch, before any is written.
struct MergePlan {
  /// Notifications put together out of several of the batch, by the place of the first of them.
  var combined: [Int: Notification] = [:]
  /// Places that have gone into another place's notification or into a stored one.
  var absorbed: Set<Int> = []
  /// Stored notifications that change, each with the groups its copies are in from now on.
  var changes: [Change] = []
  /// Which these are.
  var changing: Set<NotificationID> = []

  struct Change {
    var rows: [StoredGroup]
    var groups: [MergeGroup]
  }
}
