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
  /// What an earlier import wrote down about the part that is passed over; nil when reading begins at the beginning.
  let before: ImportProgress?

  /// Whether reading can take up again between two records.
  var resumes: Bool { type(of: reader).resumes }

  /// How many of the first bytes a file is known by.
  private static let keySize = 4096
  /// A part this short is read again rather than passed over: it takes some 10 ms, and the report then tells of the whole file.
  private static let shortest: Int64 = 256 * 1024

  /// Opens the file, finds its format, and passes over the part that an earlier import has read.
  ///
  /// That part must still be what it was, byte for byte by its digest. If it held records that were refused, it is read again, so that
  /// they are reported again.
  init(opening path: String, options: ImportOptions, store: Store?) throws(ImportError) {
    let file = try Self.attempt { () throws(InputError) in try InputFile(opening: path) }
    let head = try Self.attempt { () throws(InputError) in try file.head() }
    let type = try Self.readerType(for: head, path: path, format: options.format)
    let key = Self.key(of: file, format: type.format, options: options)
    var before: ImportProgress?
    if let store, file.isRegular, type.resumes {
      do {
        before = try store.importProgress(source: key)
      } catch {
        throw .store(error)
      }
    }
    var context = ReadingContext(zone: options.zone, changed: file.changed)
    var reader = try Self.attempt { () throws(InputError) in try type.init(file.input, context) }
    if let progress = before {
      let isSame = try Self.attempt { () throws(InputError) in try Self.passOver(progress, &reader, file.input) }
      if !isSame {
        let again = try Self.attempt { () throws(InputError) in try InputFile(opening: path) }
        context.changed = again.changed
        self.init(
          input: again.input, reader: try Self.attempt { () throws(InputError) in try type.init(again.input, context) },
          format: type.format, key: key, size: again.size, before: nil)
        return
      }
    }
    self.init(input: file.input, reader: reader, format: reader.format, key: key, size: file.size, before: before)
  }

  private init(input: ByteInput, reader: any MessageReader, format: Format, key: String, size: Int64?, before: ImportProgress?) {
    self.input = input
    self.reader = reader
    self.format = format
    self.key = key
    self.size = size
    self.before = before
  }

  private static func readerType(for head: Head, path: String, format: String?) throws(ImportError) -> any MessageReader.Type {
    if let format {
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
  private static func key(of file: InputFile, format: Format, options: ImportOptions) -> String {
    var digest = ContentDigest()
    digest.add(UnsafeBufferPointer(rebasing: file.input.visible.prefix(keySize)))
    for word in [options.bank ?? "", options.account ?? ""] {
      Array(word.utf8 + [0]).withUnsafeBufferPointer { digest.add($0) }
    }
    return "\(format.name)-\(file.isRegular ? "file" : "pipe")-\(digest.text)"
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
