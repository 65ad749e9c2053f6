import Model

/// What a reader found next.
struct Record: Sendable {
  enum Item: Sendable {
    case message(InboundMessage)
    case event(SecurityEvent)
    case refused(Refusal)
    case skipped(SkipReason)
  }

  var item: Item
  /// For readers that resume: bytes before the place where reading can take up again. Behind the record; for one that the end of the file
  /// cuts off, before it, so that the rest is read when the file has grown.
  var resumeOffset: Int64
}
