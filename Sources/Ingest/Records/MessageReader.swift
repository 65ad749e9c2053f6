/// Reads the records of one format, one at a time, in bounded memory.
///
/// To add a format, write one file with a type that conforms to this, and name the type in `Formats.all`.
protocol MessageReader {
  static var format: Format { get }

  /// What the format turned out to be once the file was open, where one reader stands for several.
  var format: Format { get }
  static var formats: [Format] { get }

  /// Whether a file that begins like this is of the format.
  /// - Throws: what is wrong with it, when it is of the format's family and still can't be read.
  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool

  /// Reads what stands before the first record.
  /// - Throws: when the file as a whole can't be read.
  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError)

  /// Whether reading can take up again between two records; otherwise an interrupted file is read from its beginning.
  static var resumes: Bool { get }

  /// Moves on to where an earlier reading ended, or to the end if that comes first. Asked at most once, before the first record.
  mutating func passOver(to offset: Int64, _ input: ByteInput) throws(InputError)

  /// The next record, nil after the last.
  mutating func next() throws(InputError) -> Record?

  /// What else was noticed so far.
  var notes: ReaderNotes { get }
}

extension MessageReader {
  var format: Format { Self.format }
  static var formats: [Format] { [format] }

  static var resumes: Bool { true }

  mutating func passOver(to offset: Int64, _ input: ByteInput) throws(InputError) {
    try input.skip(toOffset: offset)
  }
}

/// What a reader noticed that is no fault of a single record.
public struct ReaderNotes: Hashable, Sendable {
  /// How many texts held bytes that are no UTF-8, unpaired surrogates or NUL; these are U+FFFD now.
  public var repairedTexts = 0
  /// Keys or columns that mean nothing here, and how often each stood there; of the first 100 names.
  public var unknownKeys: [String: Int] = [:]
  /// How many times came from clocks that don't say their zone, and were taken for the user's.
  public var localTimes = 0
  /// That zone, by its identifier; nil while it wasn't needed.
  public var zone: String?
  /// What the text was in, where it wasn't UTF-8.
  public var encoding: TextEncoding?
  /// How many records say nothing of when they came, or only since a start of some machine; they stand at the time the file was last changed.
  public var fileTimes = 0

  /// Messages in parts of which some are missing; the others stand each for itself.
  public var incompleteMessages = 0

  mutating func addLocalTime(_ context: ReadingContext) {
    localTimes += 1
    zone = context.zone.identifier
  }

  mutating func addUnknownKey(_ key: String) {
    if unknownKeys[key] != nil {
      unknownKeys[key, default: 0] += 1
    } else if unknownKeys.count < 100 {
      unknownKeys[key] = 1
    }
  }
}
