import CSQLite
import Foundation
import Storage

/// Somebody else's SQLite database, opened so that nothing beside it or in it changes.
///
/// A database at rest is opened as immutable: SQLite then takes no locks and makes no files. One with a write-ahead log or a rollback journal
/// beside it holds its last changes there, so it is copied with them into a throwaway directory and opened in there; so is one that comes through
/// a pipe. Links are followed first: what lies beside the database itself belongs to it. Without locks the program that owns it may write at the same time; that is noticed and said.
final class ForeignDatabase {
  let name: String
  fileprivate var connection: OpaquePointer?
  /// Where the copy lies, until nobody reads it any more; nil without one.
  let copy: ThrowawayDirectory?
  /// The database with what lies beside it, as they really are; empty where it came through a pipe.
  private let files: [String]
  /// How the files stood when reading began; nil where a copy is read.
  private var state: [FileState]?

  /// The longest value of a row, in bytes. Those between the limit of a record and this one are refused alone.
  private static let longestValue = 8 * AttributeValues.limit
  /// How often a copy is made anew because its original was written to meanwhile.
  private static let attempts = 3

  /// Opens the database that an input is the beginning of.
  ///
  /// - Throws: when it can't be copied or opened.
  init(_ input: ByteInput, isFile: Bool) throws(InputError) {
    name = input.name
    let path = input.name
    files = isFile && path != "-" ? Self.files(of: path) : []
    if let file = files.first, !files.dropFirst().contains(where: Self.holdsBytes) {
      copy = nil
      state = Self.state(of: files)
      try open("file:\(Self.escaped(URL(filePath: file).path))?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      return
    }
    let target: String
    do {
      let directory = try ThrowawayDirectory()
      copy = directory
      target = directory.path + "/copy.db"
    } catch {
      throw InputError(file: path, reason: .cannotCopy(errno: error.systemError))
    }
    do {
      if files.isEmpty { try Self.pour(input, into: target) } else { try Self.copy(files, of: path, to: target) }
    } catch let error as InputError {
      throw error
    } catch {
      throw InputError(file: path, reason: .cannotCopy(errno: Self.systemError(error)))
    }
    try open(target, SQLITE_OPEN_READWRITE)
  }

  deinit {
    sqlite3_close_v2(connection)
  }

  /// The database, its write-ahead log and its rollback journal, each where links lead to. What lies beside the link counts where nothing lies beside
  /// the database itself: somebody linked all of them.
  private static func files(of path: String) -> [String] {
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    return [real]
      + suffixes.map { suffix in
        let beside = real + suffix
        return URL(filePath: holdsBytes(beside) ? beside : path + suffix).resolvingSymlinksInPath().path
      }
  }

  private static let suffixes = ["-wal", "-journal"]

  /// Copies what is in these files, all of one moment.
  private static func copy(_ files: [String], of path: String, to target: String) throws {
    for _ in 0..<attempts {
      let before = state(of: files)
      for (original, copied) in zip(files, [target] + suffixes.map { target + $0 }) {
        try? FileManager.default.removeItem(atPath: copied)
        if original == files.first || holdsBytes(original) { try copy(original, to: copied) }
      }
      if state(of: files) == before { return }
    }
    throw InputError(file: path, reason: .changedMeanwhile)
  }

  /// Copies bytes, so that no link is copied as one, and into a file that only its owner may read.
  private static func copy(_ original: String, to copied: String) throws {
    let source = try FileHandle(forReadingFrom: URL(filePath: original))
    defer { try? source.close() }
    let target = try privateFile(copied)
    defer { try? target.close() }
    while let part = try source.read(upToCount: 1 << 20), !part.isEmpty { try target.write(contentsOf: part) }
  }

  private static func privateFile(_ path: String) throws -> FileHandle {
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private struct FileState: Hashable {
    var size: Int?
    var changed: Date?
  }

  private static func state(of files: [String]) -> [FileState] {
    files.map { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return FileState(size: attributes?[.size] as? Int, changed: attributes?[.modificationDate] as? Date)
    }
  }

  /// - Throws: when another program wrote to the database since it was opened; what was read may be half of one state and half of another.
  func checkUnchanged() throws(InputError) {
    if hasChanged { throw InputError(file: name, reason: .changedMeanwhile) }
  }

  private var hasChanged: Bool { state.map { $0 != Self.state(of: files) } ?? false }

  private static func holdsBytes(_ path: String) -> Bool {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return (size ?? 0) > 0
  }

  private static func escaped(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#"))) ?? path
  }

  private static func pour(_ input: ByteInput, into path: String) throws {
    let file = try privateFile(path)
    defer { try? file.close() }
    while try input.ensure(1) {
      try file.write(contentsOf: Data(input.visible))
      input.position += input.visible.count
    }
  }

  private static func systemError(_ error: any Error) -> Int32 {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain ? Int32(truncatingIfNeeded: cause.code) : EIO
  }

  private func open(_ path: String, _ flags: Int32) throws(InputError) {
    guard sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else { throw failure }
    // A stranger's column may be computed: one that fills the memory is refused instead.
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(Self.longestValue))
    guard
      // Whoever made it may have put functions into its schema.
      sqlite3_exec(connection, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", nil, nil, nil) == SQLITE_OK
    else { throw failure }
  }

  /// What SQLite says is wrong.
  fileprivate var failure: InputError {
    InputError(
      file: name, reason: hasChanged ? .changedMeanwhile : .damagedDatabase(String(cString: sqlite3_errmsg(connection))))
  }

  // MARK: What is in it

  /// The names of its tables; views are somebody's queries and aren't run.
  func tables() throws(InputError) -> [String] {
    var names: [String] = []
    let rows = try rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    while try rows.step() { names.append(rows.text(0) ?? "") }
    return names
  }

  /// The columns of a table.
  func columns(of table: String) throws(InputError) -> Set<String> {
    var names: Set<String> = []
    let rows = try rows("SELECT name FROM pragma_table_info('\(table)')")
    while try rows.step() { names.insert(rows.text(0) ?? "") }
    return names
  }

  /// The rows of a query, one at a time.
  func rows(_ sql: String) throws(InputError) -> ForeignRows {
    try ForeignRows(self, sql)
  }
}

/// The rows of a query on somebody else's database. Columns count from 0.
final class ForeignRows {
  private let database: ForeignDatabase
  private var statement: OpaquePointer?
  private(set) var repair = TextRepair()

  fileprivate init(_ database: ForeignDatabase, _ sql: String) throws(InputError) {
    self.database = database
    guard sqlite3_prepare_v2(database.connection, sql, -1, &statement, nil) == SQLITE_OK else { throw database.failure }
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// Moves to the next row.
  func step() throws(InputError) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.failure
    }
  }

  /// A whole number; nil for NULL and for what isn't one.
  func integer(_ column: Int) -> Int64? {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_INTEGER, SQLITE_FLOAT: sqlite3_column_int64(statement, Int32(column))
    case SQLITE_TEXT: text(column).flatMap { Int64($0) }
    default: nil
    }
  }

  /// A text; nil for NULL and for one past the limit of a record.
  func text(_ column: Int) -> String? {
    guard sqlite3_column_type(statement, Int32(column)) != SQLITE_NULL else { return nil }
    return blob(column).map { bytes in bytes.withUnsafeBufferPointer { repair.string($0) } }
  }

  /// The bytes; nil for NULL and past the limit of a record.
  func blob(_ column: Int) -> [UInt8]? {
    guard sqlite3_column_type(statement, Int32(column)) != SQLITE_NULL else { return nil }
    guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    guard count <= AttributeValues.limit else { return nil }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Whether the value is longer than a record may be.
  func isTooLong(_ column: Int) -> Bool {
    sqlite3_column_bytes(statement, Int32(column)) > AttributeValues.limit
  }
}
