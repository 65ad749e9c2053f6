import Model

/// Reads what `termux-sms-list` and `termux-notification-list` print: an array each. Times are the phone's clock, without a zone.
struct TermuxSource: JSONSource {
  static let format = Format(name: "termux")

  private let context: ReadingContext

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.keys.isSuperset(of: ["packageName", "content", "when"]) || shape.keys.isSuperset(of: ["received", "body"]) && isSMS(shape.keys)
  }

  private static func isSMS(_ keys: Set<String>) -> Bool { !keys.isDisjoint(with: ["number", "address", "threadid"]) }

  init(_ shape: JSONShape, _ context: ReadingContext) {
    self.context = context
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    let isNotification = fields["packageName"] != nil
    return [
      Result { () throws(Refusal.Reason) in
        isNotification ? try notification(fields, notes: &notes) : try sms(fields, notes: &notes)
      }
    ]
  }

  private func notification(_ fields: JSONFields, notes: inout ReaderNotes) throws(Refusal.Reason) -> Record.Item {
    let lines = fields["lines"]?.elements.compactMap(\.text) ?? []
    let content = fields.text("content") ?? (lines.isEmpty ? nil : lines.joined(separator: "\n"))
    let time = try moment(fields.text("when"), notes: &notes)
    return try AppNotification(
      app: fields.text("packageName") ?? "", title: fields.text("title"), text: content, posted: time.milliseconds,
      asWritten: fields.text("when"), id: fields.text("key")
    ).item(notes: &notes)
  }

  private func sms(_ fields: JSONFields, notes: inout ReaderNotes) throws(Refusal.Reason) -> Record.Item {
    let time = try moment(fields.text("received"), notes: &notes)
    return try ProviderMessage(
      box: fields.text("type").flatMap { Self.boxes[$0] }, sender: fields.text("number") ?? fields.text("address") ?? fields.text("sender"),
      text: fields.text("body"), received: time.milliseconds, isRead: fields["read"]?.truth, id: fields.text("_id")
    ).item()
  }

  private func moment(_ text: String?, notes: inout ReaderNotes) throws(Refusal.Reason) -> Timestamp {
    guard let text else { throw .noTime }
    // Older versions leave the seconds out.
    let isShort = text.utf8.count == "2026-01-02 10:00".utf8.count
    return try RFC3339.moment(isShort ? text + ":00" : text, in: context, notes: &notes)
  }

  /// Its words for Android's boxes; what is sent has a word of its own, everything else came.
  private static let boxes: [String: Int64] = ["inbox": 1, "sent": 2, "draft": 3, "outbox": 4, "failed": 5, "queued": 6]
}
