import Model

/// Reads an iPhone's `sms.db` (also a Mac's `chat.db`) from iOS 3 on. Which columns there are depends on its version.
struct PhoneMessagesDatabase: DatabaseSource {
  static let format = Format(name: "ios-sms")
  static let tables: Set = ["message", "_SqliteDatabaseProperties"]

  private let rows: ForeignRows
  private var repair = TextRepair()

  var notes: ReaderNotes { ReaderNotes(repairedTexts: repair.count + rows.repair.count) }

  private enum Column {
    static let id = 0
    static let text = 1
    static let body = 2
    static let subject = 3
    static let date = 4
    static let dateRead = 5
    static let isFromMe = 6
    static let isRead = 7
    static let service = 8
    static let kind = 9
    static let reaction = 10
    static let guid = 11
    static let receivedBy = 12
    static let sender = 13
  }

  init(_ database: ForeignDatabase, _ context: ReadingContext) throws(InputError) {
    let columns = try database.columns(of: "message")
    let missing = ["date", "text"].filter { !columns.contains($0) }
    guard missing.isEmpty else {
      throw InputError(file: database.name, reason: .missingInDatabase(table: "message", columns: missing))
    }
    let tables = try database.tables()
    func column(_ name: String) -> String { columns.contains(name) ? "m.\(name)" : "NULL" }
    // Before iOS 6 the flags said who sent it: 2 received, 3 sent; and dates counted from 1970.
    let isFromMe =
      columns.contains("is_from_me") ? "m.is_from_me" : columns.contains("flags") ? "m.flags IN (3, 33, 35, 36867, 102405)" : "0"
    var senders = [column("address"), column("madrid_handle")]
    var from = "message m"
    if columns.contains("handle_id"), tables.contains("handle") {
      from += " LEFT JOIN handle h ON h.ROWID = m.handle_id"
      senders.insert("h.id", at: 0)
      if tables.contains("chat"), tables.contains("chat_message_join") {
        // Joined as a whole, for which SQLite makes the index that a stranger's file may lack; asked for each message it would be read through.
        from += """
           LEFT JOIN (SELECT message_id, min(chat_id) AS chat_id FROM chat_message_join GROUP BY message_id) j ON j.message_id = m.ROWID
          LEFT JOIN chat c ON c.ROWID = j.chat_id
          """
        senders.append("c.chat_identifier")
      }
    }
    rows = try database.rows(
      """
      SELECT m.ROWID, m.text, \(column("attributedBody")), \(column("subject")), m.date, \(column("date_read")), \(isFromMe),
        \(column("is_read")), \(column("service")), \(column("item_type")), \(column("associated_message_type")), \(column("guid")),
        \(column("destination_caller_id")), coalesce(\(senders.joined(separator: ", ")))
      FROM \(from) ORDER BY m.ROWID
      """)
  }

  mutating func next() throws(InputError) -> DatabaseRow? {
    guard try rows.step() else { return nil }
    let text = rows.text(Column.text)
    let result = Result { () throws(Refusal.Reason) in try item(text) }
    return DatabaseRow(place: .row(table: "message", id: rows.integer(Column.id) ?? 0), results: [result], excerpt: text ?? "")
  }

  private mutating func item(_ text: String?) throws(Refusal.Reason) -> Record.Item {
    if rows.integer(Column.isFromMe) == 1 { return .skipped(.sent) }
    // A group was renamed or joined; somebody put a heart on a message.
    if rows.integer(Column.kind) ?? 0 != 0 || rows.integer(Column.reaction) ?? 0 != 0 { return .skipped(.otherKind) }
    if rows.isTooLong(Column.text) || rows.isTooLong(Column.body) { throw .tooLong(limit: AttributeValues.limit) }
    let body = Self.withoutAttachments(text == nil ? try unpacked() : text)
    let title = rows.text(Column.subject).nonEmpty
    guard body != nil || title != nil else { return .skipped(.noText) }
    guard let raw = rows.integer(Column.date), raw != 0 else { throw .noTime }
    let time = try RFC3339.checked(Self.moment(raw), String(raw))
    let seen = rows.integer(Column.dateRead).flatMap { $0 > 0 ? Self.moment($0) : nil }
    return .message(
      InboundMessage(
        channel: rows.text(Column.service) == "iMessage" ? .messenger : .sms, sender: Self.withoutFolder(rows.text(Column.sender) ?? ""),
        title: title,
        text: body ?? "", time: time, deliveredAt: time, seenAt: seen, endpoint: rows.text(Column.receivedBy).nonEmpty,
        isRead: rows.integer(Column.isRead).map { $0 != 0 }, sourceID: rows.text(Column.guid).nonEmpty))
  }

  /// Since iOS 16 the text is often in the attributed string alone.
  private mutating func unpacked() throws(Refusal.Reason) -> String? {
    guard let body = rows.blob(Column.body), !body.isEmpty else { return nil }
    guard let text = TypedStream.text(body, repair: &repair) else { throw .badAttributedBody }
    return text
  }

  /// U+FFFC stands where an attachment is shown. Nil when nothing else is there.
  private static func withoutAttachments(_ text: String?) -> String? {
    guard let text else { return nil }
    guard text.unicodeScalars.contains("\u{FFFC}") else { return text.isEmpty ? nil : text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\u{FFFC}" { scalars.append(scalar) }
    let rest = String(scalars)
    return rest.allSatisfy(\.isWhitespace) ? nil : rest
  }

  /// A sender without the folder that the filter of unknown senders chose, which iOS writes behind it: `900(smsft_fi)`, `900(filtered)`.
  static func withoutFolder(_ sender: String) -> String {
    guard sender.hasSuffix(")"), let start = sender.lastIndex(of: "("), start > sender.startIndex else { return sender }
    let word = sender[sender.index(after: start)...].dropLast().lowercased()
    let isFolder = word == "filtered" || ["smsf", "imf", "rcsf"].contains { word.hasPrefix($0) }
    return isFolder ? String(sender[..<start]) : sender
  }

  /// Nanoseconds since 2001-01-01 UTC; seconds before iOS 11; seconds since 1970 before iOS 6. They are told apart by their size: seconds since
  /// 2001 reach the first of the old ones (June 2007, 1 180 000 000) in May 2038.
  private static func moment(_ raw: Int64) -> Timestamp {
    let epoch: Int64 = 978_307_200_000
    if raw.magnitude >= 100_000_000_000 { return Timestamp(milliseconds: epoch + raw / 1_000_000) }
    return Timestamp(milliseconds: raw >= 1_180_000_000 ? raw * 1000 : epoch + raw * 1000)
  }
}
