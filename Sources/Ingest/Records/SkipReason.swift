/// Why a record that was understood isn't a message from somebody.
public enum SkipReason: String, CaseIterable, Sendable {
  /// The phone's owner sent it.
  case sent
  case draft
  case outbox
  /// Sending it failed.
  case failed
  case queued
  /// An MMS with neither text nor subject.
  case noText = "no_text"
  /// An MMS that the phone never fetched.
  case notDownloaded = "not_downloaded"
  /// A security event; this version reads messages alone.
  case event
  /// A finding; this version reads messages alone.
  case finding
}
