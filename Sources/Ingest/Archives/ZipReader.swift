/// Reads the archives of SMS Import/Export: a ZIP with `messages.ndjson`, and attachments, which are passed over.
struct ZipReader: MessageReader {
  static let format = MessageColumns.format
  /// What is packed can't be taken up in the middle.
  static let resumes = false

  private static let messages = "messages.ndjson"

  private let archive: ByteInput
  private let context: ReadingContext
  private var reader: JSONReader<MessageColumns>?
  private var earlier = ReaderNotes()
  private var isFinished = false

  var notes: ReaderNotes { earlier.adding(reader?.notes ?? ReaderNotes()) }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    if head.starts(with: Array("PK\u{5}\u{6}".utf8)) { throw .noMessagesInArchive(found: []) }
    return head.starts(with: Array("PK\u{3}\u{4}".utf8))
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    archive = input
    self.context = context
    var found: [String] = []
    var isEncrypted = false
    while let entry = try ZipEntry.next(archive) {
      if entry.lastName == Self.messages, !entry.isEncrypted {
        reader = try Self.reader(of: entry, archive, context)
        return
      }
      isEncrypted = isEncrypted || entry.isEncrypted
      if found.count < 5 { found.append(entry.name.excerpt(40)) }
      guard !entry.isEncrypted || entry.packedSize != nil else { break }
      try Self.pass(entry, archive)
    }
    throw InputError(file: input.name, reason: isEncrypted ? .encrypted(.zip) : .noMessagesInArchive(found: found))
  }

  mutating func next() throws(InputError) -> Record? {
    while !isFinished {
      if let record = try reader?.next() {
        return Record(item: record.item, resumeOffset: 0)
      }
      earlier = notes
      reader = nil
      try open()
    }
    return nil
  }

  /// Goes on to the next file of messages in the archive.
  private mutating func open() throws(InputError) {
    while let entry = try ZipEntry.next(archive) {
      if entry.lastName == Self.messages, !entry.isEncrypted {
        reader = try Self.reader(of: entry, archive, context)
        return
      }
      guard !entry.isEncrypted || entry.packedSize != nil else { break }
      try Self.pass(entry, archive)
    }
    isFinished = true
  }

  private static func reader(of entry: ZipEntry, _ archive: ByteInput, _ context: ReadingContext) throws(InputError)
    -> JSONReader<MessageColumns>
  {
    let source = try InflateSource(archive, entry)
    let input = ByteInput(name: "\(archive.name):\(entry.name.excerpt(80))", source: source)
    return try JSONReader<MessageColumns>(input, context)
  }

  private static func pass(_ entry: ZipEntry, _ archive: ByteInput) throws(InputError) {
    if let size = entry.packedSize {
      let (end, isBeyondAll) = archive.offset.addingReportingOverflow(size)
      if !isBeyondAll { try archive.skip(toOffset: end) }
      guard archive.offset == end else { throw InputError(file: archive.name, reason: .brokenArchive(byte: archive.offset)) }
      return
    }
    let input = ByteInput(name: archive.name, source: try InflateSource(archive, entry))
    try input.skip(toOffset: .max)
  }
}

extension ReaderNotes {
  /// Both together.
  fileprivate func adding(_ other: ReaderNotes) -> ReaderNotes {
    var sum = self
    sum.repairedTexts += other.repairedTexts
    sum.unknownKeys.merge(other.unknownKeys, uniquingKeysWith: +)
    return sum
  }
}
