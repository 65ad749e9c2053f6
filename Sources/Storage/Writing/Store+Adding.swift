import GRDB
import Model

extension Store {
  /// Stores notifications with their deliveries, in one transaction; what was stored before is recognised and left as it is.
  ///
  /// A delivery is known when one of the same channel, account, sender, title and text is stored whose times agree (docs/merging.md); one that
  /// tells more of the record takes its place. A notification with a known
  /// delivery gives its others to the notification that has it.
  /// Events that the notifications tell are stored with them, and what the rules find in these.
  /// - Parameters:
  ///   - notifications: in any order; each with at least one delivery, others are passed over.
  ///   - events: events that stand beside them in the source.
  ///   - progress: how far the source is read with these; saved in the same transaction.
  /// - Returns: what became of them.
  /// - Throws: `StoreError`; nothing of the batch is stored then.
  public func add(_ notifications: [Notification], events: [SecurityEvent] = [], progress: ImportProgress? = nil) throws(StoreError)
    -> Added
  {
    try add(PreparedNotifications(notifications, rule: mergingRule), events: events, progress: progress)
  }

  /// Stores notifications that were prepared, on another thread as a rule; see `add(_:events:progress:)`.
  /// - Throws: `StoreError`; nothing of the batch is stored then.
  public func add(_ given: PreparedNotifications, events: [SecurityEvent] = [], progress: ImportProgress? = nil) throws(StoreError) -> Added
  {
    let rule = mergingRule
    let notifications = rule.map { given.marked(by: $0) } ?? given
    let watching = watching
    let at = calendar.now()
    return try writable().write(durably: notifications.notifications.count <= Self.momentary) { db, names in
      let importID = try progress.map { try ImportTable.save($0, db) }
      var batch = try AddingBatch(db, names: names, importID: importID, rule: rule, at: at)
      var added = try batch.add(notifications, logging: progress.map(ImportTable.entry))
      names = batch.names
      let told = try MessageWatch(book: watching.book).events(
        of: batch.touched, beside: events, db)
      added.events = try watching.add(events, db, &names)
      var withdrawn = WithdrawnEvents(by: .program)
      for event in batch.obsolete { try withdrawn.take(event, db) }
      try watching.replace(withdrawn, by: told, db, &names)
      return added
    }
  }

  /// So many at most are what came in just now, or the end of an import; they outlive a power cut that comes the moment after. Of larger batches more
  /// follow: a cut may take the last of them back, whole, and the import goes on where it was.
  private static let momentary = 500

  /// How far a source was read by an earlier import; nil when it never was.
  public func importProgress(source: String) throws(StoreError) -> ImportProgress? {
    try lists.read { db, _ in try ImportTable.find(source: source, db) }
  }
}
