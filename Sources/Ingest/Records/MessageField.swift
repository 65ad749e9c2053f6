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
  /// In whole units with a fraction.
  case cost

  /// Whether it holds a time.
  var isTime: Bool { self == .time || self == .deliveredAt || self == .seenAt }

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
    "date_sent": .time, "дата_и_время": .time, "дата_время": .time, "дата_отправки": .time, "время_отправки": .time, "отправлено": .time,
    "дата_сообщения": .time, "date_and_time": .time, "день": .time, "time_sent": .time,
    "channel_name": .channel, "канал": .channel,
    "банк": .bank,
    "счёт": .account, "счет": .account,
    "from": .sender, "address": .sender, "sender_id": .sender, "app": .sender, "отправитель": .sender,
    "number": .sender, "phone": .sender, "phone_number": .sender, "contact": .sender, "номер": .sender, "номер_отправителя": .sender,
    "от": .sender, "от_кого": .sender, "кто": .sender, "контакт": .sender, "адрес": .sender, "приложение": .sender, "телефон": .sender,
    "subject": .title, "заголовок": .title, "тема": .title,
    "body": .text, "message": .text, "content": .text, "текст": .text, "сообщение": .text, "текст_сообщения": .text, "содержание": .text,
    "sms": .text, "смс": .text, "текст_смс": .text,
    "message_body": .text, "message_text": .text,
    "device": .endpoint, "to": .endpoint, "кому": .endpoint, "получатель": .endpoint, "устройство": .endpoint,
    "delivery_status": .status, "статус": .status,
    "is_read": .read, "прочитано": .read, "прочтено": .read,
    "received_at": .deliveredAt, "date_received": .deliveredAt,
    "получено": .deliveredAt, "дата_получения": .deliveredAt, "время_получения": .deliveredAt, "доставлено": .deliveredAt,
    "read_at": .seenAt, "id_сообщения": .id, "стоимость": .cost, "цена": .cost, "price": .cost, "частей": .parts,
  ]
}
