/// Why a record that was understood isn't a message from somebody.
public enum SkipReason: String, CaseIterable, Sendable {
  /// The phone's owner sent it.
  case sent
  case draft
  case outbox
  /// Sending it failed.
  case failed
  case queued
  /// An MMS or a notification with neither text nor title.
  case noText = "no_text"
  /// An MMS that the phone never fetched.
  case notDownloaded = "not_downloaded"
  /// The line over a group of notifications, which says again what they say.
  case groupSummary = "group_summary"
  /// Word that a notification was dismissed.
  case dismissed
  /// A message that a modem is still receiving.
  case receiving
  /// What isn't about a message at all: a connection's opening, a list of a modem's messages, a pairing.
  case otherKind = "other_kind"
  /// A finding; findings are made of events, not taken over.
  case finding
}
