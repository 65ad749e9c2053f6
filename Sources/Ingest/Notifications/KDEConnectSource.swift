import Model

/// Reads packets of KDE Connect: a phone's notifications, and its SMS.
struct KDEConnectSource: JSONSource {
  static let format = Format(name: "kde-connect")

  static func recognises(_ shape: JSONShape) -> Bool {
    shape.type?.hasPrefix("kdeconnect.") == true
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {}

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    guard let type = fields.text("type") else { return [.failure(.missing(field: "type"))] }
    let body = fields["body"]?.fields
    switch type {
    case "kdeconnect.notification":
      guard let body else { return [.failure(.missing(field: "body"))] }
      return [Result { () throws(Refusal.Reason) in try notification(body, packet: fields, notes: &notes) }]
    case "kdeconnect.sms.messages":
      guard let messages = body?["messages"] else { return [.failure(.missing(field: "body.messages"))] }
      return messages.elements.compactMap(\.fields).map { fields in Result { () throws(Refusal.Reason) in try sms(fields) } }
    default:
      return [.success(.skipped(.otherKind))]
    }
  }

  private func notification(_ body: JSONFields, packet: JSONFields, notes: inout ReaderNotes) throws(Refusal.Reason) -> Record.Item {
    if body["isCancel"]?.truth == true { return .skipped(.dismissed) }
    let key = body.text("id")
    // A packet's id is the time it was made, in ms.
    return try AppNotification(
      app: key.flatMap(AppNotification.package) ?? body.text("appName") ?? "", title: body.text("title"),
      text: body.text("text") ?? body.text("ticker"), posted: body.integer("time") ?? packet.integer("id"),
      asWritten: body.text("time"), id: key
    ).item(notes: &notes)
  }

  private func sms(_ fields: JSONFields) throws(Refusal.Reason) -> Record.Item {
    try ProviderMessage(
      box: fields.integer("type"), sender: fields["addresses"]?.elements.first?.fields?.text("address"), text: fields.text("body"),
      received: fields.integer("date"), asWritten: fields.text("date"), isRead: fields["read"]?.truth, id: fields.text("_id")
    ).item()
  }
}
