/// The fields of an event in our own JSON lines, beside `type`.
public enum EventField: String, CaseIterable, Sendable {
  case id, time, account, bank, kind, source, message
  case device, endpoint, by
  case confirmedBy = "confirmed_by"
  case confirmedOn = "confirmed_on"
  case codeAge = "code_age_s"
  case place, scope, from, to, channel, operation, about
  case amount = "amount_minor"
  case currency, direction, payee, own
  case balance = "balance_minor"
  case sentAt = "sent_at"
  case sender
  case senderIsKnown = "sender_known"
  case hosts
  case codeHost = "code_host"
}

/// Why an event's line can't be one.
public enum EventProblem: Error, Hashable, Sendable {
  /// A field that every event, or this kind, needs.
  case missing(EventField)
  /// The field holds another kind of value than it may.
  case wrongKind(EventField)
  /// The names and texts of an event, together or one alone, are longer than `limit` bytes.
  case tooLong(EventField, limit: Int)
  /// The field's word isn't one of those known.
  case unknownWord(EventField, found: String, known: [String])
}
