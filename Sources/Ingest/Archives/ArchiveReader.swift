/// Reads archives and compressed files (ZIP, tar, 7z, RAR; gzip, bzip2, xz, zstd, lz4): every file in them by what stands in it, like the files of a
/// directory. Nothing is unpacked to disk, and of names only what is shown is used.
struct ArchiveReader: MessageReader {
  /// What is said of it before it is open; then it is the format of the first file in it that is read.
  static let format = Format(name: "archive")
  static let formats: [Format] = []
  /// What is packed can't be taken up in the middle.
  static let resumes = false

  var format: Format { first ?? Self.format }
  private var first: Format?
  private let archive: PackedArchive
  private let context: ReadingContext
  private var reader: (any MessageReader)?
  private var entry: OpenedInput.Text?
  private var earlier = ReaderNotes()
  private var found: [String] = []
  private var isEncrypted = false

  var notes: ReaderNotes { earlier.adding(currentNotes) }

  private var currentNotes: ReaderNotes {
    var notes = reader?.notes ?? ReaderNotes()
    notes.encoding = entry?.encoding
    return notes
  }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    if head.starts(with: Array("PK\u{5}\u{6}".utf8)) { throw .noMessagesInArchive(found: []) }
    return isArchive(head)
  }

  /// The first bytes of what is read, from the formats' own specifications.
  private static let signatures: [[UInt8]] = [
    Array("PK\u{3}\u{4}".utf8), [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD],
    [0x04, 0x22, 0x4D, 0x18], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!\u{1A}\u{7}".utf8),
  ]

  private static func isArchive(_ head: Head) -> Bool {
    signatures.contains { head.starts(with: $0) } || head.bytes.dropFirst(257).starts(with: Array("ustar".utf8))
  }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    self.context = context.packed
    archive = try PackedArchive(input, isFile: context.isFile)
    guard try open() else {
      throw InputError(file: input.name, reason: isEncrypted ? .encrypted(.archive) : .noMessagesInArchive(found: found))
    }
  }

  mutating func next() throws(InputError) -> Record? {
    while reader != nil {
      if let record = try reader?.next() { return Record(item: record.item, resumeOffset: 0) }
      earlier = notes
      reader = nil
      _ = try open()
    }
    return nil
  }

  /// Goes on to the next file that is in a format we read; the others are passed over.
  /// - Returns: whether there is one.
  private mutating func open() throws(InputError) -> Bool {
    while let file = try archive.next() {
      if file.isEncrypted {
        isEncrypted = true
      } else if let opened = try? OpenedInput.Text(file.input, context.encoding) {
        if let type = readerType(for: opened.head) {
          entry = opened
          let opening = try type.init(opened.input, context)
          first = first ?? opening.format
          reader = opening
          return true
        }
        try archive.check()
      } else {
        try archive.check()
      }
      if found.count < 5 { found.append(file.name.excerpt(40)) }
    }
    return false
  }

  private func readerType(for head: Head) -> (any MessageReader.Type)? {
    // Archives in archives could go on for ever.
    guard !Self.isArchive(head) else { return nil }
    if let wanted = context.format { return Formats.reader(named: wanted, for: head) }
    return try? FormatDetector.reader(for: head)
  }
}

extension ReaderNotes {
  /// Both together.
  fileprivate func adding(_ other: ReaderNotes) -> ReaderNotes {
    var sum = self
    sum.repairedTexts += other.repairedTexts
    sum.unknownKeys.merge(other.unknownKeys, uniquingKeysWith: +)
    sum.localTimes += other.localTimes
    sum.zone = zone ?? other.zone
    sum.encoding = encoding ?? other.encoding
    sum.fileTimes += other.fileTimes
    sum.incompleteMessages += other.incompleteMessages
    return sum
  }
}
