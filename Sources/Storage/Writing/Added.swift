import Model

/// What became of the notifications that were given to `Store.add`.
public struct Added: Hashable, Sendable {
  /// Notifications that are new rows now.
  public var added: Int
  /// Notifications whose every delivery was stored before.
  public var alreadyThere: Int
  /// Notifications that are copies of another: of one that was stored before, or of one given with them.
  public var joined: Int
  /// Events given beside them that are new.
  public var events = 0
  /// The new rows, in the order of the notifications given.
  public var ids: [NotificationID]

  public init(added: Int = 0, alreadyThere: Int = 0, joined: Int = 0, ids: [NotificationID] = []) {
    self.added = added
    self.alreadyThere = alreadyThere
    self.joined = joined
    self.ids = ids
  }
}
