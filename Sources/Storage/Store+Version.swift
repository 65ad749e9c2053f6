import CSQLite

extension Store {
  /// The version of the SQLite library in use: `3.40.1`.
  public static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}
