import Model

/// Everything the reading pane shows of one notification.
public struct Detail: Hashable, Sendable {
  public var row: NotificationRow
  /// The whole text, exactly as it came.
  public var text: String
  /// Every copy of it; the first is the one the row shows.
  public var deliveries: [Delivery]
  /// The file that each delivery was imported from, as it was called then; nil for what came otherwise.
  public var sources: [String?]
  /// What it takes back, where that is in the database.
  public var reversed: NotificationRow?

  public init(row: NotificationRow, text: String, deliveries: [Delivery], sources: [String?], reversed: NotificationRow? = nil) {
    self.row = row
    self.text = text
    self.deliveries = deliveries
    self.sources = sources
    self.reversed = reversed
  }
}
