import Foundation
import Model

/// Reads `gammu backupsms` files, and those gammu-smsd writes with `inboxformat = detail`: a section a part, texts in hexadecimal.
struct GammuBackupReader: MessageReader {
  static let format = Format(name: "gammu-backup")
  /// Parts of one message may lie far apart.
  static let resumes = false

  private let file: String
  private var lines: LineReader
  private let context: ReadingContext
  private var parts = MessageParts()
  private var noticed = ReaderNotes()
  private var section: Section?
  private var pending: [Record] = []
  private var nextPending = 0
  private var isFinished = false

  private struct Section {
    var line: Int
    var byte: Int64
    var excerpt = ""
    var values: [String: String] = [:]
  }

  private static let sectionName = "[SMSBackup"

  var notes: ReaderNotes {
    var notes = noticed
    notes.repairedTexts = parts.repair.count + lines.repair.count
    notes.incompleteMessages = parts.incomplete
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    guard let first = head.firstByte, "[;#".utf8.contains(first) else { return false }
    let lines = String(decoding: head.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    guard let section = lines.first(where: { !$0.isEmpty && !$0.hasPrefix(";") && !$0.hasPrefix("#") }) else { return false }
    if section.hasPrefix("[Backup]"), lines.first?.contains("Gammu") == true { throw .gammuSettings }
    return section.hasPrefix(sectionName)
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    file = input.name
    lines = try LineReader(input)
    self.context = context
  }

  mutating func next() throws(InputError) -> Record? {
    while nextPending == pending.count, !isFinished {
      pending = []
      nextPending = 0
      try readLine()
    }
    guard nextPending < pending.count else { return nil }
    nextPending += 1
    return pending[nextPending - 1]
  }

  /// gammu writes some thirty, and one more for each 200 characters of a text.
  private static let mostValues = 10_000

  private mutating func readLine() throws(InputError) {
    guard let line = try lines.next() else {
      isFinished = true
      endSection()
      pending += parts.rest().map { Record(item: .message($0), resumeOffset: 0) }
      return
    }
    let text = line.text.drop(while: \.isWhitespace)
    if text.hasPrefix("[") {
      endSection()
      if text.hasPrefix(Self.sectionName) { section = Section(line: line.number, byte: line.byte, excerpt: String(text)) }
    } else if !text.hasPrefix(";"), !text.hasPrefix("#"), let equals = text.firstIndex(of: "=") {
      guard section.map({ $0.values.count < Self.mostValues }) ?? false else { return }
      let name = text[..<equals].split(whereSeparator: \.isWhitespace).joined()
      section?.values[name] = text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces)
    }
  }

  private mutating func endSection() {
    guard let section else { return }
    self.section = nil
    do {
      switch try content(of: section) {
      case .success(let part): pending = parts.add(part).map { Record(item: .message($0), resumeOffset: 0) }
      case .failure(let skip): pending = [Record(item: .skipped(skip.reason), resumeOffset: 0)]
      }
    } catch {
      pending = [
        Record(
          item: .refused(Refusal(file: file, line: section.line, byte: section.byte, reason: error, excerpt: section.excerpt)),
          resumeOffset: 0)
      ]
    }
  }

  private struct Skip: Error {
    var reason: SkipReason
  }

  private mutating func content(of section: Section) throws(Refusal.Reason) -> Result<MessagePart, Skip> {
    let values = section.values
    guard !values.isEmpty else { throw .nothingInside }
    if values["PDU"] == "Status_Report" { return .failure(Skip(reason: .otherKind)) }
    switch values["State"] {
    case "Sent": return .failure(Skip(reason: .sent))
    case "UnSent": return .failure(Skip(reason: .draft))
    default: break
    }
    let texts = values.filter { $0.key.hasPrefix("Text") && Int($0.key.dropFirst(4)) != nil }
    let digits = texts.sorted { (Int($0.key.dropFirst(4)) ?? 0) < (Int($1.key.dropFirst(4)) ?? 0) }.map(\.value).joined()
    if values["Coding"] == "8bit" { return .failure(Skip(reason: .noText)) }
    guard let units = [UInt16](hexadecimal: digits) else { throw .wrongKind(field: "Text00") }
    guard let written = values["DateTime"] ?? values["Sent"] else { throw .noTime }
    let number = values["NumberUnicode"].nonEmpty.flatMap { [UInt16](hexadecimal: $0) }.map { String(decoding: $0, as: UTF16.self) }
    return .success(
      MessagePart(
        message: InboundMessage(
          channel: .sms, sender: number ?? values["Number"].map { $0.trimmingCharacters(in: ["\""]) } ?? "", text: "",
          time: try moment(written), isRead: values["State"].map { $0 == "Read" }),
        units: units, header: values["UDH"].flatMap { ConcatenationHeader(hexadecimal: $0) }))
  }

  /// `20260301T140211`, of the user's zone; with a `Z` behind it of UTC.
  private mutating func moment(_ text: String) throws(Refusal.Reason) -> Timestamp {
    let bytes = Array(text.utf8)
    guard bytes.count >= 15, bytes.count <= 16 else { throw .badTime(text.excerpt(40)) }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let written =
      [part(0..<4), part(4..<6), part(6..<8)].joined(separator: "-") + part(8..<9)
      + [part(9..<11), part(11..<13), part(13..<15)].joined(separator: ":")
    return try RFC3339.moment(bytes.count == 16 ? written + part(15..<16) : written, in: context, notes: &noticed)
  }
}
