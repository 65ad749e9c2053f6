import GRDB

extension Database {
  /// SQLite's `data_version`: changes whenever another connection committed.
  func dataVersion() throws -> Int64 {
    let statement = try cachedStatement(sql: "PRAGMA data_version")
    defer { statement.rewind() }
    return try statement.step() ? statement.integer(0) : 0
  }
}
