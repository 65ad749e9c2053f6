import Model

/// An event as text: what its entry in the log vouches for. A line that names the form, then the event as one of our own JSON lines.
///
///     kolokol event 1
///     {"type":"event","id":"e1","time":"2026-03-01T11:02:11.000Z","account":"main","kind":"device_bound",…}
///
/// The number of the message that told of it isn't part of it, since splitting and joining rows changes that. The form must never change: what
/// was logged is checked against it.
public enum EventRecord {
  /// The record of an event in UTF-8.
  public static func bytes(of event: SecurityEvent) -> [UInt8] {
    var record = RecordBuffer()
    append(event, to: &record)
    return record.bytes
  }

  /// Adds the record of an event.
  public static func append(_ event: SecurityEvent, to record: inout RecordBuffer) {
    record.append("kolokol event 1\n")
    json(of: event).withUTF8 { record.append($0) }
  }

  /// The event as the record has it.
  public static func json(of event: SecurityEvent) -> JSONObject {
    if case .message = event.source { event.json(from: .message(NotificationID(rawValue: 0))) } else { event.json }
  }
}
