import Detection
import Foundation
import GRDB
import Ledger
import Model
import Synchronization

/// One open database; every call may be made from any thread.
///
/// Reading and writing are two connections of their own: a read sees what was committed when it began and never waits for a writer, be it of
/// this process or of another.
public final class Store: Sendable {
  /// What may be done with the database.
  public enum Access: Hashable, Sendable {
    case readWrite
    case readOnly
  }

  /// The database file, and what may be done with it.
  public let path: String
  public let access: Access
  let calendar: LocalCalendar
  /// What lists on screen read.
  let lists: ReaderConnection
  /// What takes its time, sums and counts, so that lists don't wait for it.
  let totals: ReaderConnection
  let writer: WriterConnection
  private let throwaway: ThrowawayDirectory?
  private let registeredBanks = Mutex(Registered<[BankName]> { [] })
  private let registeredRule = Mutex(Registered<(any MergingRule)?> { nil })
  let registeredRules = Mutex(Registered { RuleBook() })

  private init(path: String, access: Access, calendar: LocalCalendar, patience: Int, throwaway: ThrowawayDirectory?) {
    self.path = path
    self.access = access
    self.calendar = calendar
    self.throwaway = throwaway
    lists = ReaderConnection(path: path)
    totals = ReaderConnection(path: path)
    writer = WriterConnection(path: path, patience: patience)
  }

  /// Opens a database; with `.readWrite` one that isn't there is made, its directory with mode 0700 and its files with 0600.
  /// - Parameters:
  ///   - path: the database file.
  ///   - access: `.readOnly` neither makes nor changes anything.
  ///   - calendar: the user's clock and zone.
  /// - Returns: the open store.
  /// - Throws: `StoreError`; a file that isn't ours, is damaged or newer is never touched.
  public static func open(_ path: String, access: Access = .readWrite, calendar: LocalCalendar = .system) throws(StoreError) -> Store {
    try open(path, access: access, calendar: calendar, patience: WriterConnection.patience)
  }

  /// A throwaway database in a directory of its own, which is removed when the store is closed or let go.
  public static func temporary(calendar: LocalCalendar = .system) throws(StoreError) -> Store {
    let directory = try ThrowawayDirectory()
    return try open(
      directory.path + "/kolokol.db", access: .readWrite, calendar: calendar, patience: WriterConnection.patience, throwaway: directory)
  }

  /// A copy of this database as it is now with its key and its checkpoint, which is thrown away when it is closed or let go; it takes as much room
  /// in `TMPDIR`.
  public func throwawayCopy() throws(StoreError) -> Store {
    let directory = try ThrowawayDirectory()
    let file = directory.path + "/kolokol.db"
    try lists.copy(to: file)
    do {
      for (from, to) in [
        (KeyFile(besides: path).path, KeyFile(besides: file).path),
        (CheckpointFile(besides: path).path, CheckpointFile(besides: file).path),
      ] where FileManager.default.fileExists(atPath: from) {
        try FileManager.default.copyItem(atPath: URL(filePath: from).resolvingSymlinksInPath().path, toPath: to)
      }
    } catch {
      throw StoreError(path: file, error)
    }
    return try Self.open(file, access: .readWrite, calendar: calendar, patience: WriterConnection.patience, throwaway: directory)
  }

  /// `patience` is how many milliseconds a write waits for another writer.
  static func open(
    _ path: String, access: Access, calendar: LocalCalendar, patience: Int, throwaway: ThrowawayDirectory? = nil
  ) throws(StoreError) -> Store {
    _ = SQLiteLibrary.isPrepared
    let path = try DatabaseFile.resolved(path)
    if access == .readWrite { ThrowawayDirectory.removesLeftovers }
    guard access == .readWrite else {
      do {
        return try open(existing: path, access: access, calendar: calendar, patience: patience, throwaway: throwaway)
      } catch  where error.isAboutVersion {
        // Somebody may be making it, or bringing it up to date, at this moment.
        WriterLock.waitUntilFree(besides: path, patience: patience)
        return try open(existing: path, access: access, calendar: calendar, patience: patience, throwaway: throwaway)
      }
    }
    return try open(existing: path, access: access, calendar: calendar, patience: patience, throwaway: throwaway)
  }

  private static func open(
    existing path: String, access: Access, calendar: LocalCalendar, patience: Int, throwaway: ThrowawayDirectory?
  ) throws(StoreError) -> Store {
    let isEmpty = try DatabaseFile.prepare(path, access: access)
    let store = Store(path: path, access: access, calendar: calendar, patience: patience, throwaway: throwaway)
    if isEmpty {
      try store.makeCurrent()
      return store
    }
    if try DatabaseFile.hasJournal(path) {
      guard access == .readWrite else { throw StoreError(path: path, reason: .unfinished) }
      // Whoever made it was stopped; what he had begun is taken back, under the lock.
      try store.makeCurrent()
    }
    try store.checkVersion()
    return store
  }

  /// Ends all use of the database; later calls throw `closed`.
  public func close() throws(StoreError) {
    try lists.close()
    try totals.close()
    if let throwaway {
      try writer.close()
      throwaway.remove()
    } else {
      try writer.close(ending: AmountOrder.settleForReaders)
    }
  }

  deinit {
    // Nobody is left to tell; the connections close themselves all the same.
    try? close()
  }

  /// Makes known what banks are called in filters; worked out when the first filter is read.
  public func register(banks: @autoclosure @escaping @Sendable () -> [BankName]) {
    registeredBanks.withLock { $0 = Registered(banks) }
  }

  /// Makes known by what copies of one notification are told; without it nothing is merged that doesn't come as one. Worked out when the first
  /// message is written.
  public func register(merging rule: @autoclosure @escaping @Sendable () -> any MergingRule) {
    registeredRule.withLock { $0 = Registered(rule) }
  }

  /// What was registered last.
  var mergingRule: (any MergingRule)? { registeredRule.withLock { $0.value } }

  /// What a filter can name in this database: the registered banks, and the senders, accounts and currencies that occur.
  public func filterNames() throws(StoreError) -> FilterNames {
    let registered = registeredBanks.withLock { $0.value }
    return try lists.read { db, drawers in
      let strangers = Set(drawers.banks.values).subtracting(registered.map(\.key)).sorted()
      return FilterNames(
        banks: registered + strangers.map { BankName(key: $0, name: $0) },
        senders: try String.fetchAll(db, sql: "SELECT name FROM sender WHERE name <> '' ORDER BY id LIMIT 2000"),
        accounts: try String.fetchAll(db, sql: "SELECT name FROM account WHERE name <> '' ORDER BY id LIMIT 2000"),
        currencies: drawers.currencies.values.map(\.code).sorted())
    }
  }

  /// A number that changes whenever anybody commits a change to the database, this store or another process.
  public func changeToken() throws(StoreError) -> Int64 {
    try lists.dataVersion()
  }

  /// The connection to write through.
  func writable() throws(StoreError) -> WriterConnection {
    guard access == .readWrite else { throw StoreError(path: path, reason: .readOnly) }
    return writer
  }

  /// Refuses a newer schema, and brings an older one up to date.
  private func checkVersion() throws(StoreError) {
    let version = try lists.version()
    guard version <= Schema.version else { throw StoreError(path: path, reason: .newer(version: version, known: Schema.version)) }
    guard access == .readOnly else {
      if version < Schema.version { try makeCurrent() }
      return
    }
    if version == 0 { throw StoreError(path: path, reason: .unfinished) }
    if version < Schema.version { throw StoreError(path: path, reason: .outdated(version: version, known: Schema.version)) }
    if try lists.isBlank() { throw StoreError(path: path, reason: .unfinished) }
  }

  /// Brings the schema up to date and begins the log, with what was there before it.
  private func makeCurrent() throws(StoreError) {
    try writer.migrate()
    let at = calendar.now()
    try writer.write(durably: true) { db, _ in
      try LedgerAppender.within(db, at: at) { try LedgerUpgrade.logRecords(db, into: &$0) }
    }
  }
}
