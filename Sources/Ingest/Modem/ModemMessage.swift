import Model

/// An SMS as ModemManager's `mmcli` shows it; `--` stands for nothing.
struct ModemMessage {
  var number: String?
  var text: String?
  var kind: String?
  var state: String?
  var timestamp: String?

  init(_ value: (_ name: String) -> String?) {
    func known(_ name: String) -> String? {
      guard let value = value(name), value != "--" else { return nil }
      return value
    }
    number = known("content.number")
    text = known("content.text")
    kind = known("properties.pdu-type")
    state = known("properties.state")
    timestamp = known("properties.timestamp")
  }

  /// - Throws: when it has no time, or one that can't be read.
  func item(_ context: ReadingContext, notes: inout ReaderNotes) throws(Refusal.Reason) -> Record.Item {
    switch (kind, state) {
    case (_, "receiving"): return .skipped(.receiving)
    case ("deliver", _), ("cdma-deliver", _), (nil, "received"), (nil, nil): break
    case (_, "sending"): return .skipped(.outbox)
    case ("submit", "stored"), ("cdma-submit", "stored"): return .skipped(.draft)
    case ("submit", _), ("cdma-submit", _), (_, "sent"): return .skipped(.sent)
    default: return .skipped(.otherKind)
    }
    guard let timestamp else { throw .noTime }
    let time = try RFC3339.moment(timestamp, in: context, notes: &notes)
    // A message of data has no text.
    guard let text else { return .skipped(.noText) }
    return .message(InboundMessage(channel: .sms, sender: number ?? "", text: text, time: time))
  }
}
