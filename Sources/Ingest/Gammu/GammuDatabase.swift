import Model

/// Reads the `inbox` of gammu-smsd's SQLite database: a row a part, times of the machine's clock.
struct GammuDatabase: DatabaseSource {
  static let format = Format(name: "gammu-smsd")
  static let tables: Set = ["inbox", "gammu"]

  private let rows: ForeignRows
  private let context: ReadingContext
  private var parts = MessageParts()
  private var noticed = ReaderNotes()
  private var isFinished = false

  var notes: ReaderNotes {
    var notes = noticed
    notes.repairedTexts = rows.repair.count + parts.repair.count
    notes.incompleteMessages = parts.incomplete
    return notes
  }

  private enum Column {
    static let id = 0
    static let received = 1
    static let sender = 2
    static let header = 3
    static let coding = 4
    static let encoded = 5
    static let decoded = 6
    static let messageID = 7
  }

  init(_ database: ForeignDatabase, _ context: ReadingContext) throws(InputError) {
    let needed: Set = ["ID", "ReceivingDateTime", "SenderNumber", "UDH", "Coding", "Text", "TextDecoded"]
    let columns = try database.columns(of: "inbox")
    let missing = needed.subtracting(columns)
    guard missing.isEmpty else {
      throw InputError(file: database.name, reason: .missingInDatabase(table: "inbox", columns: missing.sorted()))
    }
    self.context = context
    // Only newer schemas say which parts are of one message.
    let messageID = columns.contains("MessageID") ? "MessageID" : "NULL"
    rows = try database.rows(
      "SELECT ID, ReceivingDateTime, SenderNumber, UDH, Coding, Text, TextDecoded, \(messageID) FROM inbox ORDER BY ID")
  }

  mutating func next() throws(InputError) -> DatabaseRow? {
    guard !isFinished else { return nil }
    guard try rows.step() else {
      isFinished = true
      return DatabaseRow(place: .row(table: "inbox", id: 0), results: parts.rest().map { .success(.message($0)) })
    }
    let place = Refusal.Place.row(table: "inbox", id: rows.integer(Column.id) ?? 0)
    do {
      guard let part = try part() else { return DatabaseRow(place: place, results: [.success(.skipped(.noText))]) }
      return DatabaseRow(place: place, results: parts.add(part).map { .success(.message($0)) })
    } catch {
      return DatabaseRow(place: place, results: [.failure(error)], excerpt: rows.text(Column.decoded) ?? "")
    }
  }

  private mutating func part() throws(Refusal.Reason) -> MessagePart? {
    let text = rows.text(Column.decoded) ?? ""
    let isData = rows.text(Column.coding) == "8bit"
    let units = isData ? nil : rows.text(Column.encoded).nonEmpty.flatMap { [UInt16](hexadecimal: $0) }
    guard let received = rows.text(Column.received).nonEmpty else { throw .noTime }
    let time = try RFC3339.moment(received, in: context, notes: &noticed)
    if isData, text.isEmpty { return nil }
    return MessagePart(
      message: InboundMessage(channel: .sms, sender: rows.text(Column.sender) ?? "", text: "", time: time),
      units: units ?? Array(text.utf16),
      header: rows.text(Column.header).flatMap { ConcatenationHeader(hexadecimal: $0) }, messageID: rows.text(Column.messageID).nonEmpty)
  }
}
