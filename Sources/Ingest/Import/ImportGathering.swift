import Model
import Storage

/// A batch while its records are read.
struct ImportGathering {
  private var notifications: [Notification] = []
  /// Which of them say anew what an earlier one said.
  private var updates: Set<Int> = []
  private var events: [SecurityEvent] = []
  private var refusals: [Refusal] = []
  private var skipped: [SkipReason: Int] = [:]
  /// How many records were skipped, and how much text the notifications hold, in bytes.
  private var skippedTotal = 0
  private var textSize = 0

  // The larger the batch, the fewer pages are written more than once: 2000 took a sixth more time than 5000, 20 000 a fiftieth less.
  private static let messageLimit = 5000
  private static let recordLimit = 20_000
  static let textLimit = 4 << 20

  mutating func add(_ notification: Notification, isUpdate: Bool) {
    if isUpdate { updates.insert(notifications.count) }
    notifications.append(notification)
    for delivery in notification.deliveries { textSize += delivery.text.utf8.count }
  }

  /// Another copy of the last notification.
  mutating func addCopy(_ message: InboundMessage, _ filing: MessageFiling) {
    guard let last = notifications.indices.last else { return }
    filing.add(message, to: &notifications[last])
    textSize += message.text.utf8.count
  }

  mutating func add(_ event: SecurityEvent) {
    events.append(event)
  }

  mutating func refuse(_ refusal: Refusal) {
    refusals.append(refusal)
  }

  mutating func skip(_ reason: SkipReason) {
    skipped[reason, default: 0] += 1
    skippedTotal += 1
  }

  /// Whether it is time to write it.
  var isFull: Bool {
    notifications.count + events.count >= Self.messageLimit || textSize >= Self.textLimit || refusals.count >= Self.messageLimit
      || notifications.count + refusals.count + skippedTotal >= Self.recordLimit
  }

  /// The batch, with everything worked out that can be before the database is asked. What was gathered is forgotten.
  mutating func take(upTo checkpoint: ImportBatch.Checkpoint, bytes: Int64, rule: any MergingRule) -> ImportBatch {
    defer { self = ImportGathering() }
    return ImportBatch(
      notifications: PreparedNotifications(notifications, rule: rule, updates: updates), events: events, refusals: refusals,
      skipped: skipped,
      checkpoint: checkpoint,
      bytes: bytes)
  }
}
