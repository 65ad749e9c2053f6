import Model
import Storage

/// The second half of an import: writes batches, and counts what became of them.
struct ImportWriting {
  private let store: Store?
  private let path: String
  private let start = ContinuousClock.now
  private var report: ImportReport
  private var beginning: ImportReading.Beginning?
  /// nil before the first batch.
  private var checkpoint: ImportBatch.Checkpoint?
  private var messages = 0
  /// Refusals before the checkpoint; those that only say where the file ends are left out, since the end may move.
  private var lastingRefusals = 0

  /// Without a store it is a dry run.
  init(file: String, store: Store?) {
    self.store = store
    path = file
    report = ImportReport(file: file, format: "")
  }

  mutating func begin(_ beginning: ImportReading.Beginning) {
    self.beginning = beginning
    report.format = beginning.format.name
    guard let before = beginning.before else { return }
    report.resumedAt = before.offset
    report.bytes = before.offset
    report.read = before.read
    report.alreadyThere = before.read
  }

  mutating func write(_ batch: ImportBatch) throws(ImportError) {
    let count = batch.notifications.notifications.count
    report.read += count
    report.events += batch.events.count
    report.refused += batch.refusals.count
    report.skipped.merge(batch.skipped, uniquingKeysWith: +)
    report.bytes = batch.bytes
    messages += count
    checkpoint = batch.checkpoint
    lastingRefusals += batch.refusals.count { !$0.reason.isAtEnd }
    guard count > 0 || !batch.events.isEmpty else { return }
    try save(batch.notifications, batch.events)
  }

  mutating func end(_ notes: ReaderNotes) throws(ImportError) -> ImportReport {
    report.notes = notes
    // The counts of the last batch are only known now.
    try save(PreparedNotifications([]))
    return report
  }

  mutating func cancel() throws(ImportError) -> ImportReport {
    report.wasCancelled = true
    try save(PreparedNotifications([]))
    return report
  }

  var status: ImportStatus {
    let elapsed = start.duration(to: .now).components
    return ImportStatus(
      file: path, bytes: report.bytes, totalBytes: beginning?.size, startedAt: report.resumedAt ?? 0, messages: messages,
      seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18)
  }

  private mutating func save(_ notifications: PreparedNotifications, _ events: [SecurityEvent] = []) throws(ImportError) {
    guard let store, let beginning, let checkpoint else { return }
    let progress = ImportProgress(
      source: beginning.key, path: path, format: beginning.format.name, offset: checkpoint.offset, digest: checkpoint.digest.text,
      read: report.read, added: report.added, merged: report.merged, alreadyThere: report.alreadyThere, refused: lastingRefusals)
    do {
      let added = try store.add(notifications, events: events, progress: progress)
      report.added += added.added
      report.merged += added.joined
      report.alreadyThere += added.alreadyThere
      report.eventsAdded += added.events
    } catch {
      throw .store(error)
    }
  }
}

extension Refusal.Reason {
  /// Whether it says no more than that the file ends here.
  var isAtEnd: Bool { self == .cutOff || self == .endsEarly || self == .endsBeforeClosing }
}
