import Model
import Storage

/// Some records on their way from the reader to the database.
struct ImportBatch: Sendable {
  var notifications = PreparedNotifications([])
  var events: [SecurityEvent] = []
  var refusals: [Refusal] = []
  var skipped: [SkipReason: Int] = [:]
  /// Where reading can take up again once this batch is in.
  var checkpoint = Checkpoint()
  /// How far reading has come, for the progress bar.
  var bytes: Int64 = 0

  /// A place between two records and the digest of all bytes before it.
  struct Checkpoint: Hashable, Sendable {
    var offset: Int64 = 0
    var digest = ContentDigest()
  }
}
