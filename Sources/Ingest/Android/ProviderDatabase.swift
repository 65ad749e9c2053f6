import Model

/// Reads `mmssms.db`, in which Android's telephony provider keeps SMS and MMS: first the one, then the other.
struct ProviderDatabase: DatabaseSource {
  static let format = Format(name: "android-sms")
  static let tables: Set = ["sms", "pdu", "canonical_addresses"]

  private let sms: ForeignRows
  private let mms: ForeignRows?
  private var isAtMMS = false

  var notes: ReaderNotes { ReaderNotes(repairedTexts: sms.repair.count + (mms?.repair.count ?? 0)) }

  private enum Column {
    static let id = 0
    static let sender = 1
    static let received = 2
    static let sent = 3
    static let isRead = 4
    static let box = 5
    static let title = 6
    static let text = 7
    static let kind = 8
    static let messageID = 9
  }

  init(_ database: ForeignDatabase, _ context: ReadingContext) throws(InputError) {
    let columns = try database.columns(of: "sms")
    let missing = ["address", "date", "body"].filter { !columns.contains($0) }
    guard missing.isEmpty else {
      throw InputError(file: database.name, reason: .missingInDatabase(table: "sms", columns: missing))
    }
    func column(_ name: String) -> String { columns.contains(name) ? name : "NULL" }
    sms = try database.rows(
      "SELECT _id, address, date, \(column("date_sent")), \(column("read")), \(column("type")), \(column("subject")), body FROM sms ORDER BY _id"
    )
    let tables = try database.tables()
    let messages = try database.columns(of: "pdu")
    guard ["addr", "part"].allSatisfy(tables.contains), messages.isSuperset(of: ["date", "msg_box", "m_type"]) else {
      mms = nil
      return
    }
    func of(_ name: String) -> String { messages.contains(name) ? "p.\(name)" : "NULL" }
    // 137 is who it is from (PduHeaders.FROM).
    mms = try database.rows(
      """
      SELECT p._id, (SELECT address FROM addr WHERE msg_id = p._id AND type = 137 LIMIT 1), p.date, \(of("date_sent")), \(of("read")), p.msg_box,
        \(of("sub")), (SELECT group_concat(text, char(10)) FROM part WHERE mid = p._id AND ct = 'text/plain' AND text IS NOT NULL), p.m_type,
        \(of("m_id"))
      FROM pdu p ORDER BY p._id
      """)
  }

  mutating func next() throws(InputError) -> DatabaseRow? {
    if !isAtMMS {
      if try sms.step() { return row(of: sms, isMMS: false) }
      isAtMMS = true
    }
    guard let mms, try mms.step() else { return nil }
    return row(of: mms, isMMS: true)
  }

  private func row(of rows: ForeignRows, isMMS: Bool) -> DatabaseRow {
    let place = Refusal.Place.row(table: isMMS ? "pdu" : "sms", id: rows.integer(Column.id) ?? 0)
    let text = rows.text(Column.text)
    if rows.isTooLong(Column.text) { return DatabaseRow(place: place, results: [.failure(.tooLong(limit: AttributeValues.limit))]) }
    let sender = rows.text(Column.sender).nonEmpty
    let message = ProviderMessage(
      isMMS: isMMS, box: rows.integer(Column.box), kind: isMMS ? rows.integer(Column.kind) : nil,
      sender: sender == ProviderMessage.ownAddress ? nil : sender, title: rows.text(Column.title).nonEmpty,
      text: isMMS ? text.nonEmpty : text,
      received: rows.integer(Column.received), sent: rows.integer(Column.sent), asWritten: rows.text(Column.received),
      isRead: rows.integer(Column.isRead).map { $0 != 0 }, id: isMMS ? rows.text(Column.messageID).nonEmpty : nil)
    return DatabaseRow(place: place, results: [Result { () throws(Refusal.Reason) in try message.item() }], excerpt: text ?? "")
  }
}
