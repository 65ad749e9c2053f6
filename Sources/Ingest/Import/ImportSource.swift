import Parsing
import Storage

/// One file being read: its reader, standing where the import goes on.
struct ImportSource {
  let input: ByteInput
  var reader: any MessageReader
  let format: Format
  /// What the file is known by, whatever it is called.
  let key: String
  let size: Int64?
  private let opened: OpenedInput
  /// What an earlier import wrote down about the part that is passed over; nil when reading begins at the beginning.
  let before: ImportProgress?

  /// Whether reading can take up again between two records.
  var resumes: Bool { type(of: reader).resumes }

  /// A part this short is read again rather than passed over: it takes some 10 ms, and the report then tells of the whole file.
  private static let shortest: Int64 = 256 * 1024

  /// Opens the file, finds its format, and passes over the part that an earlier import has read.
  ///
  /// That part must still be what it was, byte for byte by its digest. If it held records that were refused, it is read again, so that
  /// they are reported again.
  init(opening path: String, options: ImportOptions, store: Store?) throws(ImportError) {
    let opened = try Self.open(path, options)
    let type = try Self.readerType(for: opened.text.head, path: path, options)
    let key = Self.key(of: opened, format: type.format, options: options)
    var before: ImportProgress?
    if let store, opened.file.isRegular, type.resumes {
      do {
        before = try store.importProgress(source: key)
      } catch {
        throw .store(error)
      }
    }
    var reader = try Self.reader(type, opened, options)
    if let progress = before {
      let isSame = try Self.attempt { () throws(InputError) in try Self.passOver(progress, &reader, opened.text.input) }
      if !isSame {
        let again = try Self.open(path, options)
        self.init(again, reader: try Self.reader(type, again, options), format: type.format, key: key, before: nil)
        return
      }
    }
    self.init(opened, reader: reader, format: reader.format, key: key, before: before)
  }

  private static func open(_ path: String, _ options: ImportOptions) throws(ImportError) -> OpenedInput {
    try attempt { () throws(InputError) in try OpenedInput(opening: path, encoding: options.mapping.encoding) }
  }

  private static func reader(_ type: any MessageReader.Type, _ opened: OpenedInput, _ options: ImportOptions) throws(ImportError)
    -> any MessageReader
  {
    var context = ReadingContext(zone: options.zone, changed: opened.file.changed)
    context.columns = options.mapping.columns
    context.encoding = options.mapping.encoding
    context.format = options.format
    return try attempt { () throws(InputError) in try type.init(opened.text.input, context) }
  }

  private init(_ opened: OpenedInput, reader: any MessageReader, format: Format, key: String, before: ImportProgress?) {
    input = opened.text.input
    self.reader = reader
    self.format = format
    self.key = key
    size = opened.file.size
    self.opened = opened
    self.before = before
  }

  /// What was noticed on the way.
  var notes: ReaderNotes {
    var notes = reader.notes
    notes.encoding = opened.text.encoding
    return notes
  }

  private static func readerType(for head: Head, path: String, _ options: ImportOptions) throws(ImportError) -> any MessageReader.Type {
    // What is packed is told by what stands in it.
    if (try? ArchiveReader.recognises(head)) == true { return ArchiveReader.self }
    // Only tables have columns that can be named.
    if let format = options.format ?? (options.mapping.columns.isEmpty ? nil : CSVReader.format.name) {
      guard let type = Formats.reader(named: format, for: head) else {
        throw .input(InputError(file: path, reason: .unknownFormat(format, known: Format.names)))
      }
      return type
    }
    do {
      return try FormatDetector.reader(for: head)
    } catch {
      throw .input(InputError(file: path, reason: error))
    }
  }

  /// The first bytes, and what else decides what comes out of them.
  private static func key(of opened: OpenedInput, format: Format, options: ImportOptions) -> String {
    var digest = ContentDigest()
    opened.firstBytes.withUnsafeBufferPointer { digest.add($0) }
    for word in [options.bank ?? "", options.account ?? ""] + options.mapping.words {
      Array(word.utf8 + [0]).withUnsafeBufferPointer { digest.add($0) }
    }
    return "\(format.name)-\(opened.file.isRegular ? "file" : "pipe")-\(digest.text)"
  }

  /// Moves on to where the earlier import stopped.
  /// - Returns: whether the bytes up to there are those it read, and there is no reason to read them again.
  private static func passOver(_ progress: ImportProgress, _ reader: inout any MessageReader, _ input: ByteInput)
    throws(InputError) -> Bool
  {
    guard progress.refused == 0, progress.offset >= max(input.offset, shortest) else { return false }
    try reader.passOver(to: progress.offset, input)
    return input.offset == progress.offset && input.digestSoFar.text == progress.digest
  }

  private static func attempt<Value>(_ body: () throws(InputError) -> Value) throws(ImportError) -> Value {
    do {
      return try body()
    } catch {
      throw .input(error)
    }
  }
}
