import Model

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

  /// `type` as Android's telephony provider numbers it; whatever isn't listed there counts as received, so that nothing is lost.
  private static func skipReason(type: Int64?) -> SkipReason? {
    switch type {
    case 2: .sent
    case 3: .draft
    case 4: .outbox
    case 5: .failed
    case 6: .queued
    default: nil
    }
  }

  static func item(from values: AttributeValues, repair: inout TextRepair) throws(Refusal.Reason) -> Record.Item {
    if values.isEmpty { throw .nothingInside }
    if let reason = skipReason(type: values.integer(Slot.type)) { return .skipped(reason) }
    let times = try BackupTimes(
      received: values.integer(Slot.date), sent: values.integer(Slot.dateSent), asWritten: values.string(Slot.date, repair: &repair))
    return .message(
      InboundMessage(
        channel: .sms,
        sender: values.string(Slot.address, repair: &repair).nonEmpty
          ?? values.string(Slot.contact, repair: &repair).contactName ?? "",
        title: values.string(Slot.subject, repair: &repair).nonEmpty,
        text: values.string(Slot.body, repair: &repair) ?? "",
        time: times.time,
        deliveredAt: times.deliveredAt,
        isRead: values.readMark(Slot.read)))
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
