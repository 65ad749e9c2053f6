/// What an `<mms>` element and the parts and addresses inside it say.
struct BackupMMS {
  private enum Slot {
    static let address = 0
    static let date = 1
    static let box = 2
    static let subject = 3
    static let read = 4
    static let dateSent = 5
    static let id = 6
    static let contact = 7
    static let kind = 8
  }

  static let attributes = ["address", "date", "msg_box", "sub", "read", "date_sent", "m_id", "contact_name", "m_type"]
  static let partAttributes = ["ct", "text"]
  static let addressAttributes = ["address", "type"]

  private(set) var texts: [String] = []
  private var size = 0
  /// Whether the parts held more text than a record may.
  private(set) var isTooLong = false
  private var from: String?

  /// Takes a `<part>`: its text when it is text. Pictures, SMIL and the rest are passed over.
  mutating func add(part values: AttributeValues, repair: inout TextRepair) {
    guard !values.isTooLong, size <= AttributeValues.limit else {
      isTooLong = true
      return
    }
    guard let text = values.string(1, repair: &repair), !text.isEmpty else { return }
    guard values.string(0, repair: &repair).map({ $0.hasPrefix("text/plain") }) ?? true else { return }
    size += text.utf8.count
    texts.append(text)
  }

  /// Takes an `<addr>`; type 137 is the sender (PduHeaders.FROM). Phones write a placeholder there for their own messages.
  mutating func add(address values: AttributeValues, repair: inout TextRepair) {
    guard from == nil, values.integer(1) == 137, let address = values.string(0, repair: &repair).nonEmpty else { return }
    if address != ProviderMessage.ownAddress { from = address }
  }

  func item(from values: AttributeValues, repair: inout TextRepair) throws(Refusal.Reason) -> Record.Item {
    // The first of a group's addresses, which are joined by ~.
    let address = values.string(Slot.address, repair: &repair)?.split(separator: "~").first.map(String.init)
    return try ProviderMessage(
      isMMS: true,
      box: values.integer(Slot.box),
      kind: values.integer(Slot.kind),
      sender: from ?? address.nonEmpty ?? values.string(Slot.contact, repair: &repair).contactName,
      title: values.string(Slot.subject, repair: &repair).nonEmpty,
      text: texts.isEmpty ? nil : texts.joined(separator: "\n"),
      received: values.integer(Slot.date),
      sent: values.integer(Slot.dateSent),
      asWritten: values.string(Slot.date, repair: &repair),
      isRead: values.readMark(Slot.read),
      id: values.string(Slot.id, repair: &repair).nonEmpty
    ).item()
  }
}
