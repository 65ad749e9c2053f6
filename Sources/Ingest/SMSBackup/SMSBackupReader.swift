/// Reads the XML files of SMS Backup & Restore, whole or broken.
///
/// The unit is the record: an `<sms>` or an `<mms>` that can't be read is refused with its position, and reading takes up again at the next one.
struct SMSBackupReader: MessageReader {
  static let format = Format(name: "sms-backup-restore")

  private let input: ByteInput
  private let scanner: TagScanner
  private var sms = AttributeValues(BackupSMS.attributes)
  private var mms = AttributeValues(BackupMMS.attributes)
  private var part = AttributeValues(BackupMMS.partAttributes)
  private var address = AttributeValues(BackupMMS.addressAttributes)
  private var unwanted = AttributeValues([])
  private var repair = TextRepair()
  /// Whether the root's closing tag has been seen.
  private var isClosed = false
  private var isFinished = false

  var notes: ReaderNotes { ReaderNotes(repairedTexts: repair.count) }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    guard let root = head.xmlRoot else { return false }
    switch root {
    case "smses", "calls": return true
    // Too long a prolog to tell, or nothing but a prolog: the reader says what it finds.
    case "": return true
    case "html", "HTML": throw .notReadYet(.html)
    default: throw .otherXML(root: root)
    }
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.input = input
    scanner = TagScanner(input: input)
    try Prolog.skip(input, scanner: scanner)
    _ = try scanner.startTag(into: &unwanted)
  }

  mutating func next() throws(InputError) -> Record? {
    while !isFinished {
      if let record = try strayText() { return record }
      guard try input.ensure(1) else { return atEnd() }
      if let record = try markup() { return record }
    }
    return nil
  }

  /// Moves to the next `<`. Anything but space on the way is reported.
  private mutating func strayText() throws(InputError) -> Record? {
    guard try scanner.skipSpace(), input.window[input.position] != UInt8(ascii: "<") else { return nil }
    input.markRecord()
    let start = Start(input)
    _ = try input.skip(to: UInt8(ascii: "<"))
    return refused(.strayText, start)
  }

  private mutating func markup() throws(InputError) -> Record? {
    input.markRecord()
    let start = Start(input)
    switch try scanner.markup() {
    case .startTag("sms"):
      return try readSMS(start)
    case .startTag("mms"):
      return try readMMS(start)
    case .startTag("smses"):
      isClosed = false
      _ = try scanner.startTag(into: &unwanted)
      return nil
    case .startTag(let name):
      _ = try scanner.startTag(into: &unwanted)
      return refused(.unknownElement(name), start)
    case .endTag(let name):
      if name == "smses" { isClosed = true }
      _ = try input.skip(past: [UInt8(ascii: ">")])
      return nil
    case .nothing, .documentType:
      input.position += 1
      _ = try input.skip(to: UInt8(ascii: "<"))
      return refused(.strayText, start)
    case .comment:
      return try input.skip(past: Array("-->".utf8)) ? nil : cutOff(start)
    case .instruction:
      return try input.skip(past: Array("?>".utf8)) ? nil : cutOff(start)
    case .characterData:
      return try input.skip(past: Array("]]>".utf8)) ? nil : cutOff(start)
    case .cutOff:
      let isClosingTag = try input.startsWith(Array("</".utf8))
      try input.skip(toOffset: .max)
      return isClosingTag ? nil : cutOff(start)
    }
  }

  // MARK: Records

  private mutating func readSMS(_ start: Start) throws(InputError) -> Record {
    sms.reset()
    switch try scanner.startTag(into: &sms) {
    case .open, .closed: break
    case .record: return try broken(.notClosed, start)
    case .malformed: return try broken(.badTag, Start(input))
    case .cutOff: return cutOff(start)
    }
    if sms.isTooLong { return refused(.tooLong(limit: AttributeValues.limit), start) }
    do {
      return Record(item: try BackupSMS.item(from: sms, repair: &repair), resumeOffset: input.offset)
    } catch {
      return refused(error, start)
    }
  }

  private mutating func readMMS(_ start: Start) throws(InputError) -> Record {
    mms.reset()
    var content = BackupMMS()
    switch try scanner.startTag(into: &mms) {
    case .open:
      if let failure = try readContent(into: &content, start) { return failure }
    case .closed: break
    case .record: return try broken(.notClosed, start)
    case .malformed: return try broken(.badTag, Start(input))
    case .cutOff: return cutOff(start)
    }
    if mms.isTooLong || content.isTooLong { return refused(.tooLong(limit: AttributeValues.limit), start) }
    do {
      return Record(item: try content.item(from: mms, repair: &repair), resumeOffset: input.offset)
    } catch {
      return refused(error, start)
    }
  }

  /// Reads up to and with `</mms>`.
  /// - Returns: the refusal, when that doesn't come.
  private mutating func readContent(into content: inout BackupMMS, _ start: Start) throws(InputError) -> Record? {
    while try input.skip(to: UInt8(ascii: "<")) {
      let end: TagScanner.End
      switch try scanner.markup() {
      case .endTag("mms"):
        return try input.skip(past: [UInt8(ascii: ">")]) ? nil : cutOff(start)
      case .startTag("sms"), .startTag("mms"), .endTag("smses"):
        return try broken(.notClosed, start)
      case .startTag("part"):
        part.reset()
        end = try scanner.startTag(into: &part)
        if case .open = end { content.add(part: part, repair: &repair) }
        if case .closed = end { content.add(part: part, repair: &repair) }
      case .startTag("addr"):
        address.reset()
        end = try scanner.startTag(into: &address)
        if case .open = end { content.add(address: address, repair: &repair) }
        if case .closed = end { content.add(address: address, repair: &repair) }
      case .startTag:
        end = try scanner.startTag(into: &unwanted)
      case .comment:
        end = try input.skip(past: Array("-->".utf8)) ? .closed : .cutOff
      case .endTag, .instruction, .characterData, .documentType, .nothing:
        input.position += 1
        continue
      case .cutOff:
        return cutOff(start)
      }
      switch end {
      case .open, .closed: continue
      case .record: return try broken(.notClosed, start)
      case .malformed: return try broken(.badTag, Start(input))
      case .cutOff: return cutOff(start)
      }
    }
    return cutOff(start)
  }

  // MARK: Refusals

  /// Where a record begins.
  private struct Start {
    let line: Int
    let byte: Int64

    init(_ input: ByteInput) {
      line = input.line
      byte = input.offset
    }
  }

  private func refused(_ reason: Refusal.Reason, _ start: Start) -> Record {
    Record(
      item: .refused(Refusal(file: input.name, line: start.line, byte: start.byte, reason: reason, excerpt: input.excerpt)),
      resumeOffset: input.offset)
  }

  /// Refuses a record and passes over what is left of it, up to where the next one begins.
  private func broken(_ reason: Refusal.Reason, _ start: Start) throws(InputError) -> Record {
    var record = refused(reason, start)
    while try input.skip(to: UInt8(ascii: "<")), try !scanner.recordStarts() { input.position += 1 }
    record.resumeOffset = input.offset
    return record
  }

  private mutating func cutOff(_ start: Start) -> Record {
    isFinished = true
    var record = refused(.cutOff, start)
    record.resumeOffset = start.byte
    return record
  }

  private mutating func atEnd() -> Record? {
    isFinished = true
    return isClosed ? nil : refused(.endsEarly, Start(input))
  }
}
