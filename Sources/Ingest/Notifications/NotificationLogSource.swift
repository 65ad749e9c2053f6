import Model

/// Reads what Notification Log exports: an object with the notifications that were `posted` and those that were `removed`.
struct NotificationLogSource: JSONSource {
  static let format = Format(name: "notification-log")

  private var device: String?

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.keys.contains("posted") || shape.keys.contains("removed") && shape.keys.contains("device")
      || shape.keys.contains("packageName") && !TermuxSource.recognises(shape)
  }

  private let isBare: Bool

  init(_ shape: JSONShape, _ context: ReadingContext) {
    isBare = shape.keys.contains("packageName")
  }

  func opens(_ path: [String], isArray: Bool) -> Bool {
    isBare ? false : path.isEmpty || isArray && (path == ["posted"] || path == ["removed"])
  }

  mutating func note(_ text: String, at path: [String]) {
    if path == ["device"], !text.isEmpty { device = text }
  }

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    guard path.isEmpty || path == ["posted"] || path == ["removed"] else {
      if let path = path.first { notes.addUnknownKey(path.excerpt(40)) }
      return []
    }
    guard let app = fields.text("packageName") ?? fields.text("appName") else { return [.failure(.missing(field: "packageName"))] }
    let lines = fields["textLines"]?.elements.compactMap(\.text) ?? []
    let notification = AppNotification(
      app: app, title: fields.text("title") ?? fields.text("titleBig"),
      text: fields.text("textBig") ?? fields.text("text") ?? (lines.isEmpty ? nil : lines.joined(separator: "\n")),
      isGroupSummary: fields["isGroupSummary"]?.truth ?? false, posted: fields.integer("postTime"), when: fields.integer("when"),
      asWritten: fields.text("postTime"), endpoint: device)
    // The same notification again when it goes; one that came before the log began stands here alone.
    if path == ["removed"], notification.text == nil && notification.title == nil || notification.posted == nil {
      return [.success(.skipped(.dismissed))]
    }
    return [Result { () throws(Refusal.Reason) in try notification.item(notes: &notes) }]
  }
}
