/// Reads tables with a header: commas, semicolons or tabs between columns, quotation marks around what holds them.
///
/// Rows are found one at a time and handed to SwiftCSV in small batches, so that a table of any size takes little memory.
struct CSVReader: MessageReader {
  static let format = Format(name: "csv")
  /// How many rows, and how many bytes of them, are read at a time.
  private static let batchRows = 256
  private static let batchBytes = 64 * 1024
  /// An open quotation mark at the end of the file is a cut-off row when this little follows it; more is a stray mark.
  private static let cutOffBytes = 64 * 1024

  private let input: ByteInput
  private let header: CSVHeader
  private let splitter: RowSplitter
  private var repair = TextRepair()
  private let context: ReadingContext
  private var ignored = ReaderNotes()
  private var pending: [Record] = []
  private var nextPending = 0
  private var isFinished = false

  var notes: ReaderNotes {
    var notes = ignored
    notes.repairedTexts = repair.count
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    guard let header = CSVHeader(line: head.firstLine) else { return false }
    return header.headings.count > 1 && header.knownCount > 0
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.input = input
    self.context = context
    if try input.startsWith(Head.byteOrderMark) { input.position += Head.byteOrderMark.count }
    while try input.ensure(1), TagScanner.isSpace(input.window[input.position]) { input.position += 1 }
    guard let length = try input.lineLength(limit: Head.size),
      let header = CSVHeader(line: String(decoding: input.visible.prefix(length), as: UTF8.self), named: context.columns)
    else { throw InputError(file: input.name, reason: .badHeader) }
    let unknown = context.columns.keys.filter { !header.headings.contains($0) }.sorted()
    guard unknown.isEmpty else {
      throw InputError(file: input.name, reason: .missingColumns(unknown, found: header.headings.map { $0.excerpt(40) }))
    }
    guard header.missing.isEmpty else {
      throw InputError(file: input.name, reason: .missingColumns(header.missing, found: header.headings.map { $0.excerpt(40) }))
    }
    input.position += length
    if try input.ensure(1) { input.position += 1 }
    self.header = header
    splitter = RowSplitter(input: input, delimiter: header.delimiter)
    for (heading, field) in zip(header.headings, header.fields) where field == nil { ignored.addUnknownKey(heading.excerpt(40)) }
  }

  mutating func next() throws(InputError) -> Record? {
    while nextPending == pending.count, !isFinished {
      try fill()
    }
    guard nextPending < pending.count else { return nil }
    nextPending += 1
    return pending[nextPending - 1]
  }

  // MARK: Batches

  /// One row on its way to the library.
  private struct Row {
    var text: String
    var line: Int
    var byte: Int64
    /// Behind its line end.
    var end: Int64
  }

  private mutating func fill() throws(InputError) {
    pending.removeAll(keepingCapacity: true)
    nextPending = 0
    var rows: [Row] = []
    var size = 0
    var refusal: Record?
    while rows.count < Self.batchRows, size < Self.batchBytes, refusal == nil {
      guard try input.ensure(1) else {
        isFinished = true
        break
      }
      let line = input.line
      let byte = input.offset
      input.markRecord()
      switch try splitter.row() {
      case .whole(let length):
        let bytes = UnsafeBufferPointer(rebasing: input.visible.prefix(length))
        if !bytes.allSatisfy(TagScanner.isSpace) {
          rows.append(Row(text: repair.string(Self.withoutReturn(bytes)), line: line, byte: byte, end: byte))
          size += length
        }
        input.position += length
        if try input.ensure(1) { input.position += 1 }
        if let last = rows.indices.last, rows[last].byte == byte { rows[last].end = input.offset }
      case .unclosed:
        refusal = try unclosed(line: line, byte: byte)
      case .tooLong:
        _ = try input.skip(to: UInt8(ascii: "\n"))
        refusal = refused(.tooLong(limit: RowSplitter.limit), line: line, byte: byte, excerpt: input.excerpt)
      }
    }
    append(rows)
    if let refusal { pending.append(refusal) }
  }

  private static func withoutReturn(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    bytes.last == UInt8(ascii: "\r") ? UnsafeBufferPointer(rebasing: bytes.dropLast()) : bytes
  }

  /// A quotation mark that isn't closed: the end of a cut-off file, or a stray mark, of which only its line is given up.
  private mutating func unclosed(line: Int, byte: Int64) throws(InputError) -> Record {
    if input.isExhausted, input.visible.count <= Self.cutOffBytes {
      try input.skip(toOffset: .max)
      isFinished = true
      var record = refused(.cutOff, line: line, byte: byte, excerpt: input.excerpt)
      record.resumeOffset = byte
      return record
    }
    _ = try input.skip(to: UInt8(ascii: "\n"))
    return refused(.quotes, line: line, byte: byte, excerpt: input.excerpt)
  }

  /// Reads the columns of all rows at once, or one by one when that doesn't give as many rows as went in.
  private mutating func append(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    let isSafe = !rows.contains { CSVRows.hidesMark($0.text, delimiter: header.delimiter) }
    let together = !isSafe ? nil : CSVRows.parse(rows.map(\.text).joined(separator: "\n"), delimiter: header.delimiter)
    if let together, together.count == rows.count {
      for (row, columns) in zip(rows, together) { append(row, columns) }
      return
    }
    for row in rows {
      let isSafe = !CSVRows.hidesMark(row.text, delimiter: header.delimiter)
      if isSafe, let alone = CSVRows.parse(row.text, delimiter: header.delimiter), alone.count == 1 {
        append(row, alone[0])
      } else {
        pending.append(refused(.quotes, row))
      }
    }
  }

  private mutating func append(_ row: Row, _ columns: [String]) {
    if columns.allSatisfy(\.isEmpty) { return }
    guard columns.count <= header.fields.count || columns[header.fields.count...].allSatisfy(\.isEmpty) else {
      pending.append(refused(.columns(found: columns.count, header: header.fields.count), row))
      return
    }
    var draft = MessageDraft()
    do {
      var time: [String] = []
      for (field, value) in zip(header.fields, columns) {
        switch field {
        case nil: continue
        case .time: time.append(value)
        case let field? where field.isTime && !value.isEmpty:
          draft.set(field, to: try LocalTime.moment(value.trimmed, in: context, notes: &ignored))
        case let field?: try draft.set(field, to: value)
        }
      }
      if let whole = Self.whole(time.map(\.trimmed).filter { !$0.isEmpty }) {
        draft.set(.time, to: try LocalTime.moment(whole, in: context, notes: &ignored))
      }
      pending.append(Record(item: .message(try draft.finished()), resumeOffset: row.end))
    } catch {
      pending.append(refused(error, row))
    }
  }

  /// The time of a row: the first column that has one, or date and time of day where they stand apart.
  private static func whole(_ columns: [String]) -> String? {
    guard columns.count > 1, let clock = columns.first(where: { $0.contains(":") && $0.utf8.count <= 15 }),
      let date = columns.first(where: { !$0.contains(":") && !$0.allSatisfy(\.isNumber) })
    else { return columns.first }
    return date + " " + clock
  }

  // MARK: Refusals

  private func refused(_ reason: Refusal.Reason, _ row: Row) -> Record {
    var record = refused(reason, line: row.line, byte: row.byte, excerpt: row.text.excerpt(ByteInput.excerptLimit))
    record.resumeOffset = row.end
    return record
  }

  private func refused(_ reason: Refusal.Reason, line: Int, byte: Int64, excerpt: String) -> Record {
    Record(
      item: .refused(Refusal(file: input.name, line: line, byte: byte, reason: reason, excerpt: excerpt)), resumeOffset: input.offset)
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }
}
