import GRDB
import Model

/// What a text is read from anew, and what was read from it before.
public struct StoredText: Hashable, Sendable {
  /// The notification with the facts as they stand; its text is cut.
  public var row: NotificationRow
  /// The channel of the copy the row shows.
  public var channel: Channel
  /// The whole text of that copy.
  public var text: String
  /// The copies behind it, where they came by more than one channel; otherwise none are read.
  public var others: [Delivery]

  public init(row: NotificationRow, channel: Channel, text: String, others: [Delivery] = []) {
    self.row = row
    self.channel = channel
    self.text = text
    self.others = others
  }
}

extension Store {
  /// Everything there is, the oldest first, piece by piece: at most `limit` texts of the notifications after `last`, or from the first on when
  /// it is nil. No more follow when there are fewer than `limit`.
  public func scan(after last: NotificationID?, limit: Int, unless interruption: Interruption? = nil) throws(StoreError) -> [StoredText] {
    try totals.read(unless: interruption) { db, drawers in
      let next = try db.cachedStatement(sql: "SELECT id FROM notification WHERE id > ? ORDER BY id LIMIT ?")
      next.bind(last?.rawValue ?? -1, at: 1)
      next.bind(Int64(limit), at: 2)
      var ids: [Int64] = []
      while try next.step() { ids.append(next.integer(0)) }
      return try NotificationColumns.rows(ids, db, drawers).compactMap { row in
        guard let single = row.channels.single, row.text.unicodeScalars.count < NotificationRow.textLimit else {
          return try DetailReader.read(row, db).map { detail in
            StoredText(
              row: row, channel: detail.deliveries.first?.channel ?? .sms, text: detail.text,
              others: row.channels.single == nil ? Array(detail.deliveries.dropFirst()) : [])
          }
        }
        return StoredText(row: row, channel: single, text: row.text)
      }
    }
  }
}

extension ChannelSet {
  /// The channel, when there is only one.
  fileprivate var single: Channel? { Channel(rawValue: rawValue) }
}
