/// Reads what Fossify Messages exports: one array of SMS and MMS. Its predecessor nested them in an object a thread, under `sms` and `mms`.
struct FossifySource: JSONSource {
  static let format = Format(name: "fossify")

  private let isNested: Bool

  static func recognises(_ shape: JSONShape) -> Bool {
    guard shape.isArray else { return false }
    return shape.keys.contains("backupType") || isNested(shape) || shape.keys.isSuperset(of: ["subscriptionId", "address", "body"])
      || shape.keys.isSuperset(of: ["messageBox", "contentType"])
  }

  init(_ shape: JSONShape, _ context: ReadingContext) {
    isNested = Self.isNested(shape)
  }

  private static func isNested(_ shape: JSONShape) -> Bool {
    !shape.keys.isEmpty && shape.keys.isSubset(of: ["sms", "mms"])
  }

  func opens(_ path: [String], isArray: Bool) -> Bool {
    isNested && (path.isEmpty || isArray)
  }

  private static let known: Set<String> = [
    "subscriptionId", "address", "body", "date", "dateSent", "locked", "protocol", "read", "status", "type", "serviceCenter", "backupType",
    "creator", "contentType", "deliveryReport", "messageType", "messageBox", "readReport", "seen", "textOnly", "subject", "subjectCharSet",
    "subjectCharset", "transactionId", "addresses", "parts",
  ]

  mutating func items(_ fields: JSONFields, at path: [String], notes: inout ReaderNotes) -> [Result<Record.Item, Refusal.Reason>] {
    fields.countUnknown(besides: Self.known, in: &notes)
    return Self.items(fields, isNestedMMS: path == ["mms"])
  }

  /// What an entry says, for the programs that name columns as this one does.
  static func items(_ fields: JSONFields, isNestedMMS: Bool = false) -> [Result<Record.Item, Refusal.Reason>] {
    if fields.members.isEmpty { return [.failure(.nothingInside)] }
    let isMMS = isNestedMMS || fields.text("backupType") == "mms" || fields["messageBox"] != nil
    var message = ProviderMessage(
      isMMS: isMMS, box: fields.integer(isMMS ? "messageBox" : "type"), kind: fields.integer("messageType"), sender: fields.text("address"),
      title: fields.text("subject"), text: fields.text("body"), received: fields.integer("date"), sent: fields.integer("dateSent"),
      asWritten: fields.text("date"), isRead: fields["read"]?.truth)
    if isMMS {
      let parts = fields["parts"]?.elements.compactMap(\.fields) ?? []
      message.text = ProviderPart.text(parts.map { ProviderPart(type: $0.text("contentType"), text: $0.text("text")) })
      let addresses = fields["addresses"]?.elements.compactMap(\.fields) ?? []
      message.sender = addresses.first { $0.integer("type") == ProviderPart.fromAddress }?.text("address")
    }
    return [Result { () throws(Refusal.Reason) in try message.item() }]
  }
}

/// A part of an MMS.
struct ProviderPart {
  var type: String?
  var text: String?

  /// The type of the address of an MMS that it came from (PduHeaders.FROM).
  static let fromAddress: Int64 = 137

  /// The texts among the parts; nil when there is none.
  static func text(_ parts: [ProviderPart]) -> String? {
    let texts = parts.filter { $0.type?.hasPrefix("text/plain") ?? true }.compactMap(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }
}
