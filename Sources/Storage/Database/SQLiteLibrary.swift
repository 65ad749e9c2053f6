import CSQLite

/// What holds for SQLite in this process, whatever the connection.
enum SQLiteLibrary {
  /// Set up once, before the first connection. SQLite takes a lock and counts at each allocation otherwise, some fifty times a message that is
  /// added; where something else has started SQLite before, it goes on doing so.
  static let isPrepared = kolokol_no_memory_statistics() == SQLITE_OK
}
