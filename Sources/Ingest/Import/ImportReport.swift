import Storage

/// What an import of one file did.
public struct ImportReport: Hashable, Sendable {
  /// The path as it was given, or `-`.
  public var file: String
  /// The format's name.
  public var format: String
  /// Messages read: added, merged and already there together. Also those that an earlier run read, when this one went on where it stopped.
  public var read = 0
  public var added = 0
  /// Messages that joined a notification that had come by another channel.
  public var merged = 0
  public var alreadyThere = 0
  public var refused = 0
  /// Security events read in this run, and those among them that weren't there before.
  public var events = 0
  public var eventsAdded = 0
  /// Records that are no messages from somebody, by reason.
  public var skipped: [SkipReason: Int] = [:]
  public var notes = ReaderNotes()
  /// How many bytes of the file are done with.
  public var bytes: Int64 = 0
  /// Where this run began to read, when an earlier one had read up to there.
  public var resumedAt: Int64?
  /// Whether it was stopped before the end; what was read is in, and the next run goes on from there.
  public var wasCancelled = false

  /// Skipped records of all kinds.
  public var skippedTotal: Int { skipped.values.reduce(0, +) }
}

/// How far a running import has come.
public struct ImportStatus: Hashable, Sendable {
  public var file: String
  /// Bytes done with, from the file's beginning.
  public var bytes: Int64
  /// The file's size; nil for a pipe.
  public var totalBytes: Int64?
  /// Where this run began.
  public var startedAt: Int64
  /// Messages this run read.
  public var messages: Int
  /// Seconds since this run began.
  public var seconds: Double

  /// Messages a second; 0 before the first.
  public var rate: Double { seconds > 0 ? Double(messages) / seconds : 0 }

  /// Seconds to the end at the pace so far; nil while that can't be told.
  public var secondsLeft: Double? {
    guard let totalBytes, bytes > startedAt, seconds > 0 else { return nil }
    return Double(max(totalBytes - bytes, 0)) * seconds / Double(bytes - startedAt)
  }
}

/// Why an import ended before its file did. What was read before is in.
public enum ImportError: Error, Hashable, Sendable {
  case input(InputError)
  case store(StoreError)
}
