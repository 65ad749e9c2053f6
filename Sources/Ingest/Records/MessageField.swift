/// The fields of our own message records, in JSON lines and in CSV.
enum MessageField: String, CaseIterable {
  case id
  case copyOf = "copy_of"
  case time
  case channel
  case bank
  case account
  case sender
  case title
  case text
  case endpoint
  case status
  case reason
  case read
  case deliveredAt = "delivered_at"
  case seenAt = "seen_at"
  case parts
  case costMinor = "cost_minor"

  /// The field that a key means.
  init?(name: String) {
    guard let field = Self.byName[name] else { return nil }
    self = field
  }

  /// The field that a column's heading means: case, spaces around it and between its words don't matter.
  init?(heading: String) {
    let words = heading.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
    self.init(name: words.joined(separator: "_"))
  }

  private static let byName: [String: MessageField] = {
    var fields = synonyms
    for field in allCases { fields[field.rawValue] = field }
    return fields
  }()

  private static let synonyms: [String: MessageField] = [
    "source_id": .id, "message_id": .id,
    "date": .time, "datetime": .time, "date_time": .time, "timestamp": .time, "sent_at": .time, "время": .time, "дата": .time,
    "channel_name": .channel, "канал": .channel,
    "банк": .bank,
    "счёт": .account, "счет": .account,
    "from": .sender, "address": .sender, "sender_id": .sender, "app": .sender, "отправитель": .sender,
    "subject": .title, "заголовок": .title,
    "body": .text, "message": .text, "content": .text, "текст": .text, "сообщение": .text,
    "device": .endpoint, "to": .endpoint, "получатель": .endpoint, "устройство": .endpoint,
    "delivery_status": .status, "статус": .status,
    "is_read": .read, "прочитано": .read,
    "received_at": .deliveredAt, "date_received": .deliveredAt,
    "read_at": .seenAt,
  ]
}
