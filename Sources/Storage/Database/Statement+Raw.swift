import CSQLite
import GRDB

/// Binding and reading by position without the values that GRDB would make of them; a page or a batch touches thousands of columns.
/// (Measured on inserting: see docs/storage.md.)
extension GRDB.Statement {
  /// SQLite copies the text before the call returns.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  func bind(_ value: Int64, at index: Int32) {
    sqlite3_bind_int64(sqliteStatement, index, value)
  }

  func bind(_ value: Int64?, at index: Int32) {
    if let value {
      sqlite3_bind_int64(sqliteStatement, index, value)
    } else {
      sqlite3_bind_null(sqliteStatement, index)
    }
  }

  func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bytes in bind(UnsafeRawBufferPointer(bytes), at: index) }
  }

  func bind(_ text: String?, at index: Int32) {
    if let text {
      bind(text, at: index)
    } else {
      sqlite3_bind_null(sqliteStatement, index)
    }
  }

  /// Binds values one after the other, the first at `start`.
  func bind(_ values: [DatabaseValue], from start: Int32) {
    for (offset, value) in values.enumerated() {
      let index = start + Int32(offset)
      switch value.storage {
      case .null: sqlite3_bind_null(sqliteStatement, index)
      case .int64(let number): sqlite3_bind_int64(sqliteStatement, index, number)
      case .double(let number): sqlite3_bind_double(sqliteStatement, index, number)
      case .string(let text): bind(text, at: index)
      case .blob(let data):
        _ = data.withUnsafeBytes { bytes in
          sqlite3_bind_blob(sqliteStatement, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
      }
    }
  }

  /// Binds UTF-8 as text.
  func bind(_ bytes: [UInt8], at index: Int32) {
    bytes.withUnsafeBytes { bind($0, at: index) }
  }

  /// Binds bytes as a blob.
  func bind(blob bytes: [UInt8], at index: Int32) {
    _ = bytes.withUnsafeBytes { sqlite3_bind_blob(sqliteStatement, index, $0.baseAddress, Int32($0.count), Self.copied) }
  }

  private func bind(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
    // An empty buffer may have no address, which SQLite would take for NULL.
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      sqlite3_bind_text(sqliteStatement, index, "", 0, Self.copied)
      return
    }
    sqlite3_bind_text(sqliteStatement, index, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), Self.copied)
  }

  /// Runs the statement to its first (or next) row.
  /// - Returns: false when there is none; the statement is ready for new values then.
  func step() throws -> Bool {
    switch sqlite3_step(sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(sqliteStatement)
      return false
    default:
      let connection = sqlite3_db_handle(sqliteStatement)
      let error = DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: String(cString: sqlite3_errmsg(connection)))
      sqlite3_reset(sqliteStatement)
      throw error
    }
  }

  /// Runs a statement that gives no rows.
  func run() throws {
    while try step() {}
  }

  /// Makes the statement ready for new values before its rows are used up.
  func rewind() {
    sqlite3_reset(sqliteStatement)
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(sqliteStatement, column) == SQLITE_NULL
  }

  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(sqliteStatement, column)
  }

  func integerOrNull(_ column: Int32) -> Int64? {
    // NULL reads as 0, so that most columns need asking once.
    let value = integer(column)
    return value == 0 && isNull(column) ? nil : value
  }

  func text(_ column: Int32) -> String {
    textOrNull(column) ?? ""
  }

  /// Invalid UTF-8, which only a damaged file holds, reads as replacement characters.
  func textOrNull(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(sqliteStatement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(sqliteStatement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Not more than so many scalars of a text. SQLite's `substr` takes a NUL for the end, and decoding the whole would cost as much as it is long.
  func beginning(of column: Int32, scalars limit: Int) -> String {
    guard let start = sqlite3_column_text(sqliteStatement, column) else { return "" }
    let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(sqliteStatement, column)))
    var end = 0
    var scalars = 0
    while end < bytes.count {
      // Every byte but 10xxxxxx begins a scalar.
      if bytes[end] & 0xC0 != 0x80 {
        guard scalars < limit else { break }
        scalars += 1
      }
      end += 1
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// A blob, copied.
  func bytes(_ column: Int32) -> [UInt8] { Array(blob(column)) }

  /// A blob where SQLite keeps it, until the next step.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(sqliteStatement, column)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(sqliteStatement, column)))
  }

  /// A text in UTF-8 where SQLite keeps it, until the next step; nil for NULL.
  func utf8(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(sqliteStatement, column) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(sqliteStatement, column)))
  }
}
