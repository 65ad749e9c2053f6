import Model

/// Some records on their way from the reader to the database.
struct ImportBatch: Sendable {
  var notifications: [Notification] = []
  var refusals: [Refusal] = []
  var skipped: [SkipReason: Int] = [:]
  /// Where reading can take up again once this batch is in.
  var checkpoint = Checkpoint()
  /// How far reading has come, for the progress bar.
  var bytes: Int64 = 0
  /// How much text the notifications hold, in bytes.
  private(set) var textSize = 0

  /// A place between two records and the digest of all bytes before it.
  struct Checkpoint: Hashable, Sendable {
    var offset: Int64 = 0
    var digest = ContentDigest()
  }

  private static let messageLimit = 2000
  private static let recordLimit = 20_000
  private static let textLimit = 2 << 20

  mutating func add(_ notification: Notification) {
    notifications.append(notification)
    for delivery in notification.deliveries { textSize += delivery.text.utf8.count }
  }

  /// Whether it is time to write it.
  var isFull: Bool {
    notifications.count >= Self.messageLimit || textSize >= Self.textLimit || refusals.count >= Self.messageLimit
      || notifications.count + refusals.count + skipped.values.reduce(0, +) >= Self.recordLimit
  }
}
