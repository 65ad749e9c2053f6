/// What an `<sms>` element says, once its attributes are read.
struct BackupSMS {
  private enum Slot {
    static let address = 0
    static let date = 1
    static let type = 2
    static let subject = 3
    static let body = 4
    static let read = 5
    static let dateSent = 6
    static let contact = 7
  }

  static let attributes = ["address", "date", "type", "subject", "body", "read", "date_sent", "contact_name"]

  static func item(from values: AttributeValues, repair: inout TextRepair) throws(Refusal.Reason) -> Record.Item {
    if values.isEmpty { throw .nothingInside }
    return try ProviderMessage(
      box: values.integer(Slot.type),
      sender: values.string(Slot.address, repair: &repair).nonEmpty ?? values.string(Slot.contact, repair: &repair).contactName,
      title: values.string(Slot.subject, repair: &repair).nonEmpty,
      text: values.string(Slot.body, repair: &repair),
      received: values.integer(Slot.date),
      sent: values.integer(Slot.dateSent),
      asWritten: values.string(Slot.date, repair: &repair),
      isRead: values.readMark(Slot.read)
    ).item()
  }
}

extension AttributeValues {
  /// `read` is 0 or 1; anything else says nothing.
  func readMark(_ slot: Int) -> Bool? {
    switch integer(slot) {
    case 0: false
    case 1: true
    default: nil
    }
  }
}

extension String? {
  var nonEmpty: String? {
    guard let text = self, !text.isEmpty else { return nil }
    return text
  }

  /// The name of a contact; nil for the word backups write when there is none.
  var contactName: String? {
    guard let name = nonEmpty, name != "(Unknown)" else { return nil }
    return name
  }
}
