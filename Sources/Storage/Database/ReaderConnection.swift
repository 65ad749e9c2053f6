import CSQLite
import GRDB
import Synchronization

/// A read-only connection, opened when it is first used. It never writes and never checkpoints, also not when it closes.
final class ReaderConnection: Sendable {
  private let path: String
  private let state = Mutex(State())

  private struct State {
    var queue: DatabaseQueue?
    var drawers: Drawers?
    /// Whether the connection sees nothing of what others write from now on.
    var isAlone = false
    var isClosed = false

    /// The next to read opens it anew.
    mutating func endAlone() {
      guard isAlone else { return }
      try? queue?.close()
      queue = nil
      isAlone = false
    }
  }

  init(path: String) {
    self.path = path
  }

  /// Reads in one transaction, so that everything `body` sees is of the same moment.
  func read<Result: Sendable>(unless interruption: Interruption? = nil, _ body: (Database, Drawers) throws -> Result) throws(StoreError)
    -> Result
  {
    do {
      return try state.withLock { state in
        let queue = try open(&state)
        defer { state.endAlone() }
        return try queue.read { db in
          try interruption?.watch(db)
          defer { interruption?.unwatch(db) }
          let version = try db.dataVersion()
          let drawers = if let known = state.drawers, known.dataVersion == version { known } else { try Drawers(db, dataVersion: version) }
          state.drawers = drawers
          return try body(db, drawers)
        }
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// Writes everything as it is at this moment into a new file.
  func copy(to file: String) throws(StoreError) {
    do {
      try state.withLock { state in
        let target = try DatabaseQueue(path: file)
        try open(&state).backup(to: target)
        try target.close()
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// Changes whenever another connection committed.
  func dataVersion() throws(StoreError) -> Int64 {
    do {
      return try state.withLock { state in try open(&state).inDatabase { db in try db.dataVersion() } }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// The version of the schema, SQLite's `user_version`.
  func version() throws(StoreError) -> Int {
    do {
      return try state.withLock { state in
        try open(&state).inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  /// Whether there are tables and nothing else: whoever made them was stopped before the log began.
  func isBlank() throws(StoreError) -> Bool {
    do {
      return try state.withLock { state in
        try open(&state).inDatabase { db in
          guard try LedgerSchema.tables.allSatisfy({ try db.tableExists($0) }) else { return false }
          let tables = LedgerSchema.tables + ["delivery", "event", "finding", "arrangement"]
          return try Bool.fetchOne(
            db, sql: "SELECT NOT (" + tables.map { "EXISTS (SELECT 1 FROM \($0))" }.joined(separator: " OR ") + ")") ?? false
        }
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  func close() throws(StoreError) {
    do {
      try state.withLock { state in
        state.isClosed = true
        state.drawers = nil
        try state.queue?.close()
        state.queue = nil
      }
    } catch {
      throw StoreError(path: path, error)
    }
  }

  private func open(_ state: inout State) throws -> DatabaseQueue {
    if let queue = state.queue { return queue }
    guard !state.isClosed else { throw StoreError(path: path, reason: .closed) }
    let (queue, isAlone) = try connect()
    state.queue = queue
    state.isAlone = isAlone
    return queue
  }

  private func connect() throws -> (queue: DatabaseQueue, isAlone: Bool) {
    do {
      return (try DatabaseQueue(path: path, configuration: Self.configuration()), false)
    } catch let error as DatabaseError where Self.lacksSharedMemory(error) {
      // In a directory that can't be written, or on a disk that is full, SQLite can't make the shared-memory file that readers of a write-ahead log
      // need. Where there is no such log, nobody can be writing one, and the file can be read as it lies there. Where there is one, a reader that is
      // alone can keep in its own memory what would be shared.
      if try DatabaseFile.size(of: path + "-wal") ?? 0 == 0 {
        return (try DatabaseQueue(path: address("immutable=1"), configuration: Self.configuration()), false)
      }
      guard WriterLock.isFree(besides: path) else { throw error }
      return (try DatabaseQueue(path: address("vfs=unix-none"), configuration: Self.configuration(isAlone: true)), true)
    }
  }

  private static func lacksSharedMemory(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL].contains(error.resultCode)
  }

  private func address(_ parameter: String) -> String {
    let escaped = path.utf8.map { byte in
      let isPlain = Character(Unicode.Scalar(byte)).isLetter && byte < 0x80 || (0x30...0x39).contains(byte) || "/._-".utf8.contains(byte)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "file:\(escaped.joined())?mode=ro&\(parameter)"
  }

  /// `isAlone`: whether nobody else may read or write as long as it is open; then SQLite needs no shared memory.
  private static func configuration(isAlone: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.label = "kolokol.reader"
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try HoldsFunction.register(db)
      kolokol_no_checkpoint_on_close(db.sqliteConnection)
      // First of all: what is read before it makes the shared memory.
      if isAlone { try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      try db.execute(
        sql: """
          PRAGMA mmap_size = 0;
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA cache_size = -8000;
          """)
    }
    return configuration
  }
}

extension Interruption {
  /// How many virtual machine instructions pass between two looks, some µs; inside full-text search an instruction may take much longer.
  private static let interval: Int32 = 200

  /// From here on, what the connection runs stops soon after an interruption.
  fileprivate func watch(_ db: Database) throws {
    guard !isInterrupted else { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
    sqlite3_progress_handler(
      db.sqliteConnection, Self.interval,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().isInterrupted ? 1 : 0
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  fileprivate func unwatch(_ db: Database) {
    sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
  }
}
