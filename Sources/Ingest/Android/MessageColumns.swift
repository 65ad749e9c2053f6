/// Reads what SMS Import/Export writes: the columns of Android's telephony provider, numbers as texts, an MMS with its parts beside them. Version 2
/// writes a line each, version 1 an array, without underscores before what it adds.
struct MessageColumns: JSONSource {
  static let format = Format(name: "sms-import-export")

  static func recognises(_ shape: JSONShape) -> Bool {
    let keys = shape.keys
    return keys.isSuperset(of: ["address", "body", "date"]) && (keys.contains("thread_id") || keys.contains("service_center"))
      || keys.contains("__parts") || keys.contains("__sender_address") || keys.isSuperset(of: ["msg_box", "m_type"])
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {}

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    if fields.members.isEmpty { return [.failure(.nothingInside)] }
    let isMMS = fields["msg_box"] != nil || fields["__parts"] != nil || fields["parts"] != nil || fields["m_type"] != nil
    var message = ProviderMessage(
      isMMS: isMMS, box: fields.integer(isMMS ? "msg_box" : "type"), kind: fields.integer("m_type"),
      sender: fields.text("address") ?? fields.text("__display_name") ?? fields.text("display_name"),
      title: fields.text(isMMS ? "sub" : "subject"),
      text: fields.text("body"), received: fields.integer("date"), sent: fields.integer("date_sent"), asWritten: fields.text("date"),
      isRead: fields["read"]?.truth, id: isMMS ? fields.text("m_id") : nil)
    if isMMS {
      let parts = (fields["__parts"] ?? fields["parts"])?.elements.compactMap(\.fields) ?? []
      message.text = ProviderPart.text(parts.map { ProviderPart(type: $0.text("ct"), text: $0.text("text")) })
      let address = (fields["__sender_address"] ?? fields["sender_address"])?.fields?.text("address")
      message.sender = address == ProviderMessage.ownAddress ? nil : address
    }
    return [Result { () throws(Refusal.Reason) in try message.item() }]
  }
}
