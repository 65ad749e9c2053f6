import Parsing

/// Reads the messages of one program's database, in the order in which they came.
protocol DatabaseSource {
  static var format: Format { get }
  /// A table that holds its messages, and those that tell it from other programs' tables of the same name.
  static var tables: Set<String> { get }

  /// - Throws: when the database lacks what is needed.
  init(_ database: ForeignDatabase, _ context: ReadingContext) throws(InputError)

  /// What the next row gives, with its place; nil after the last. A row may give nothing yet.
  mutating func next() throws(InputError) -> DatabaseRow?

  var notes: ReaderNotes { get }
}

/// What a row of a database gives.
struct DatabaseRow {
  var place: Refusal.Place
  var results: [Result<Record.Item, Refusal.Reason>]
  /// The row's text, for the report.
  var excerpt = ""
}

/// Reads SQLite databases; which program one is from is told by its tables.
struct DatabaseReader: MessageReader {
  static let format = Format(name: "sqlite")
  static let resumes = false

  let format: Format
  private let database: ForeignDatabase
  private var source: any DatabaseSource
  private var pending: [Record] = []
  private var nextPending = 0

  var notes: ReaderNotes { source.notes }

  static func recognises(_ head: Head) throws(InputError.Reason) -> Bool {
    head.starts(with: Array("SQLite format 3\0".utf8))
  }

  static var formats: [Format] { sources.map { $0.format } }

  private static var sources: [any DatabaseSource.Type] { [PhoneMessagesDatabase.self, GammuDatabase.self, ProviderDatabase.self] }

  init(_ input: ByteInput, _ context: ReadingContext) throws(InputError) {
    let database = try ForeignDatabase(input, isFile: context.isFile)
    let tables = try database.tables()
    guard let type = Self.sources.first(where: { $0.tables.isSubset(of: tables) }) else {
      throw InputError(file: input.name, reason: .otherDatabase(tables: tables.prefix(5).map { $0.excerpt(40) }))
    }
    self.database = database
    format = type.format
    source = try type.init(database, context)
  }

  mutating func next() throws(InputError) -> Record? {
    while nextPending == pending.count {
      guard let row = try source.next() else {
        try database.checkUnchanged()
        return nil
      }
      nextPending = 0
      pending = row.results.map { result in
        switch result {
        case .success(let item): Record(item: item, resumeOffset: 0)
        case .failure(let reason):
          Record(
            item: .refused(
              Refusal(file: database.name, place: row.place, reason: reason, excerpt: row.excerpt.excerpt(ByteInput.excerptLimit))),
            resumeOffset: 0)
        }
      }
    }
    nextPending += 1
    return pending[nextPending - 1]
  }
}
