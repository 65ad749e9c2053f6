import CSQLite
import GRDB
import Synchronization

/// The one connection of a store that writes, opened when it is first used. Everything it does happens under the `WriterLock`.
final class WriterConnection: Sendable {
  /// How many milliseconds to wait for another writer before saying that the database is locked, unless something else is asked for.
  static let patience = 5000

  /// How many milliseconds to wait for another writer when closing; the log may as well be moved the next time.
  private static let closingPatience = 300

  private let path: String
  private let patience: Int
  private let state = Mutex(State())

  private struct State: ~Copyable {
    var lock: WriterLock?
    var queue: DatabaseQueue?
    var names = NameTables()
    var isClosed = false
  }

  /// SQLite's number of the schema that was held to what the program makes.
  private let checkedSchema = Mutex<Int64?>(nil)

  init(path: String, patience: Int) {
    self.path = path
    self.patience = patience
  }

  /// Brings the schema up to date; an empty file becomes a database.
  func migrate() throws(StoreError) {
    try locked { queue, _ in
      // Pages of 8 KB take a tenth less time to fill than the usual ones of 4 KB; only a database that is still empty takes the size over.
      // The application id comes first, so that a file whose making was interrupted is known for ours.
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA application_id = \(Schema.applicationID); PRAGMA journal_mode = WAL")
      }
      try Schema.migrator.migrate(queue)
    }
  }

  /// Writes in one transaction; nothing stays of it when `body` throws.
  /// `durably`: whether it must outlive a power cut from the moment this returns, with everything that was written before. Otherwise a
  ///   cut may take the last transactions back, each whole.
  /// `settling`: what has to be done beside the database once it is committed, still under the lock.
  func write<Result: Sendable>(
    durably: Bool = false, settling: (Result) throws -> Void = { _ in }, _ body: (Database, inout NameTables) throws -> Result
  ) throws(StoreError) -> Result {
    try locked { queue, names in
      do {
        var result: Result?
        try queue.inDatabase { db in
          try db.execute(sql: "PRAGMA synchronous = \(durably ? "FULL" : "NORMAL")")
          try db.inTransaction(.immediate) {
            try checkSchema(db)
            names.keep(asOf: try db.dataVersion())
            result = try body(db, &names)
            return .commit
          }
        }
        guard let result else { throw StoreError(path: path, reason: .other(message: "no result")) }
        try settling(result)
        return result
      } catch {
        names = NameTables()
        throw error
      }
    }
  }

  /// Nothing is written through triggers and indexes of somebody else's, nor where the program's own are gone.
  private func checkSchema(_ db: Database) throws {
    let statement = try db.cachedStatement(sql: "PRAGMA schema_version")
    let number = try Int64.fetchOne(statement)
    guard checkedSchema.withLock({ $0 != number }) else { return }
    let differences = try SchemaCheck.differences(db)
    guard differences.isEmpty else { throw StoreError(path: path, reason: .schema(differences)) }
    checkedSchema.withLock { $0 = number }
  }

  /// Writes the whole database anew, moves it out of the write-ahead log and empties this, so that nothing that was deleted stays readable in either.
  /// Zeros where a row was don't do: when a page was split or put together anew, copies of rows stayed in its gaps.
  func rewrite() throws(StoreError) {
    try locked { queue, _ in
      try queue.vacuum()
      try queue.inDatabase { db in _ = try db.checkpoint(.truncate) }
    }
  }

  /// Closes, and as the last to close moves what lies in the write-ahead log into the database; before that it runs `ending`. Neither is done
  /// while somebody else writes.
  func close(ending: @Sendable (Database) throws -> Void = { _ in }) throws(StoreError) {
    do {
      try state.withLock { state in
        state.isClosed = true
        guard let queue = state.queue else { return }
        state.queue = nil
        do {
          try state.lock?.holding(patience: min(patience, Self.closingPatience)) {
            try queue.inDatabase { db in
              try db.inTransaction(.immediate) {
                try ending(db)
                return .commit
              }
              // Marks and what was read anew are committed without waiting for the disk; from here on they are on it, also where others have the
              // database open, so that closing doesn't bring the log into it.
              _ = try? db.checkpoint(.passive)
            }
            try queue.close()
          }
        } catch let error as StoreError where error.isLocked {
          queue.inDatabase { db in _ = kolokol_no_checkpoint_on_close(db.sqliteConnection) }
          try queue.close()
        }
        state.lock = nil
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  private func locked<Result: Sendable>(_ body: (DatabaseQueue, inout NameTables) throws -> Result) throws(StoreError) -> Result {
    do {
      return try state.withLock { state in
        guard !state.isClosed else { throw StoreError(path: path, reason: .closed) }
        if state.lock == nil { state.lock = try WriterLock(besides: path) }
        var names = state.names
        state.names = NameTables()
        var queue = state.queue
        let (path, patience) = (path, patience)
        let result = try state.lock?.holding(patience: patience) {
          let open = try queue ?? DatabaseQueue(path: path, configuration: Self.configuration)
          queue = open
          return try body(open, &names)
        }
        state.queue = queue
        state.names = names
        guard let result else { throw StoreError(path: path, reason: .closed) }
        return result
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  private static let configuration: Configuration = {
    var configuration = Configuration()
    configuration.label = "kolokol.writer"
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try HoldsFunction.register(db)
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL;
          PRAGMA mmap_size = 0;
          PRAGMA cache_size = -32000;
          PRAGMA wal_autocheckpoint = 4000;
          PRAGMA journal_size_limit = 67108864;
          """)
    }
    return configuration
  }()
}
