import Foundation
import GRDB
import Model
import Testing

@testable import Storage

@Suite("Several at one database")
struct SharingTests {
  private let directory: ThrowawayDirectory
  private var path: String { directory.path + "/kolokol.db" }

  init() throws {
    directory = try ThrowawayDirectory()
  }

  private func bytes(_ suffix: String = "") throws -> Data {
    try Data(contentsOf: URL(filePath: path + suffix))
  }

  private func batch(_ number: Int) -> [Model.Notification] {
    (0..<200).map { Samples.sms("Пачка\(number) номер\($0)", at: Samples.noon.advanced(by: Int64(number * 1000 + $0))) }
  }

  @Test("what another store commits is seen, and the change token tells of it")
  func changeToken() throws {
    let reader = try Store.open(path, calendar: Samples.moscow)
    let writer = try Store.open(path, calendar: Samples.moscow)
    let before = try reader.changeToken()
    #expect(try reader.changeToken() == before)
    let id = try #require(try writer.add([Samples.sms("а")]).ids.first)
    let after = try reader.changeToken()
    #expect(after != before)
    #expect(try reader.texts(ListQuery()) == ["а"])
    #expect(try reader.counters().inbox.unread == 1)
    _ = try reader.change(.read, on: [id])
    #expect(try reader.changeToken() != after)
    #expect(try writer.counters().inbox.unread == 0)
    #expect(try writer.undo()?.deed == .marked(.read))
    #expect(try reader.counters().inbox.unread == 1)
  }

  @Test("stores and threads that write and read at once lose nothing", .timeLimit(.minutes(2)))
  func manyAtOnce() async throws {
    let path = path
    let batches = (0..<24).map(batch)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<3 {
        group.addTask {
          let store = try Store.open(path, calendar: Samples.moscow)
          for number in stride(from: writer, to: batches.count, by: 3) { _ = try store.add(batches[number]) }
        }
      }
      for _ in 0..<2 {
        group.addTask { () throws -> Void in
          let store = try Store.open(path, calendar: Samples.moscow)
          var seen = 0
          while seen < 24 * 200 {
            let total = try store.counters().inbox.total
            #expect(total >= seen)
            #expect(total.isMultiple(of: 200))
            #expect(try store.page(ListQuery(search: "номер7"), from: nil, limit: 50).rows.count <= total)
            seen = total
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try Store.open(path)
    #expect(try store.count(ListQuery(search: "номер7 ")) == 24)
    #expect(try store.integrity() == ["ok"])
  }

  @Test("a reader never moves the log into the database, not even as the last to close")
  func readersNeverCheckpoint() throws {
    let writer = try Store.open(path, calendar: Samples.moscow)
    _ = try writer.add(batch(0))
    let (database, log) = (try bytes(), try bytes("-wal"))
    // As if the writer had been killed: its files stay as they are, its locks are gone.
    let copy = directory.path + "/copy.db"
    try database.write(to: URL(filePath: copy))
    try log.write(to: URL(filePath: copy + "-wal"))
    for access in [Store.Access.readOnly, .readWrite] {
      let reader = try Store.open(copy, access: access, calendar: Samples.moscow)
      #expect(try reader.counters().inbox.total == 200)
      #expect(try reader.page(ListQuery(search: "номер"), from: nil, limit: 300).rows.count == 200)
      try reader.close()
      #expect(try Data(contentsOf: URL(filePath: copy)) == database)
      #expect(try Data(contentsOf: URL(filePath: copy + "-wal")) == log)
    }
  }

  @Test("closing the last writer leaves one file, everything in it")
  func closingCheckpoints() throws {
    let writer = try Store.open(path, calendar: Samples.moscow)
    _ = try writer.add(batch(0))
    try writer.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    let copy = directory.path + "/copy.db"
    try bytes().write(to: URL(filePath: copy))
    #expect(try Store.open(copy).counters().inbox.total == 200)
  }

  @Test("a writer stopped at any moment leaves whole batches and a database that goes on", arguments: 0..<12)
  func stopped(_ cut: Int) throws {
    // Killing a process leaves exactly what it had written: the database, and the log up to some byte.
    let writer = try Store.open(path, calendar: Samples.moscow)
    var progress = ImportProgress(source: "s", path: "p", format: "f")
    for number in 0..<6 {
      progress.read += 200
      _ = try writer.add(batch(number), progress: progress)
    }
    let copy = directory.path + "/copy.db"
    let log = try bytes("-wal")
    try bytes().write(to: URL(filePath: copy))
    try log.prefix(log.count * cut / 11).write(to: URL(filePath: copy + "-wal"))
    let store = try Store.open(copy, calendar: Samples.moscow)
    let total = try store.counters().everything.total
    #expect(total.isMultiple(of: 200))
    #expect(try store.importProgress(source: "s")?.read ?? 0 == total)
    #expect(try store.count(ListQuery(search: "номер")) == total)
    for number in 0..<6 { _ = try store.add(batch(number)) }
    #expect(try store.counters().everything.total == 1200)
    #expect(try store.count(ListQuery(search: "номер")) == 1200)
    #expect(try store.integrity() == ["ok"])
  }

  @Test("the lock lets one in, names its holder, and is free again when the holder is gone")
  func lock() throws {
    let first = try WriterLock(besides: path)
    let second = try WriterLock(besides: path)
    try first.holding(patience: 0) { () throws -> Void in
      #expect(throws: StoreError(path: path, reason: .locked(pid: getpid()))) { try second.holding(patience: 15) {} }
    }
    #expect(throws: CancellationError.self) { try second.holding(patience: 0) { throw CancellationError() } }
    try first.holding(patience: 0) {}
  }

  @Test("no connection maps the file into memory, and readers never move the log")
  func pragmas() throws {
    let store = try Store.open(path, calendar: Samples.moscow)
    _ = try store.add(batch(0))
    let pragma = { (name: String, db: Database) throws -> Int? in try Int.fetchOne(db, sql: "PRAGMA \(name)") }
    // SQLite that was built without memory mapping answers nothing.
    #expect(try store.writer.write { db, _ in try pragma("mmap_size", db) ?? 0 } == 0)
    for reader in [store.lists, store.totals] {
      #expect(try reader.read { db, _ in try pragma("mmap_size", db) ?? 0 } == 0)
      #expect(try reader.read { db, _ in try pragma("wal_autocheckpoint", db) } == 0)
    }
    try store.close()
  }

  @Test("every write and every checkpoint is made under the lock, no read is")
  func locksEveryWrite() throws {
    let store = try Store.open(path, access: .readWrite, calendar: Samples.moscow, patience: 0)
    let ids = try store.add(batch(0)).ids
    let refused = StoreError(path: path, reason: .locked(pid: getpid()))
    let held = try WriterLock(besides: path)
    try held.holding(patience: 0) { () throws -> Void in
      #expect(throws: refused) { try store.add(batch(1)) }
      #expect(throws: refused) { try store.change(.read, on: ids) }
      #expect(throws: refused) { try store.change(.read, allIn: ListQuery()) }
      #expect(throws: refused) { try store.undo() }
      #expect(throws: refused) { try store.redo() }
      #expect(throws: refused) { try store.rewriteFacts([(ids[0], nil, Facts())]) }
      #expect(try store.page(ListQuery(order: .amount), from: nil, limit: 1).rows.count == 1)
      #expect(try store.count(ListQuery(search: "номер")) == 200)
      #expect(try store.spending(ListQuery(), by: .merchant).isEmpty)
      let log = try bytes("-wal")
      try store.close()
      #expect(try bytes("-wal") == log)
    }
  }
}

@Suite("Interrupting")
struct InterruptionTests {
  @Test("an interrupted read is given up, whether it runs or hasn't begun; others go on")
  func interrupts() throws {
    let store = try Samples.store([])
    var history = History(count: 2500, seed: 9)
    try history.fill(store)
    let interruption = Interruption()
    interruption.interrupt()
    let query = ListQuery(place: .everything, search: "код")
    let given = StoreError(path: store.path, reason: .interrupted)
    #expect(throws: given) { try store.page(query, from: nil, limit: 5, unless: interruption) }
    #expect(throws: given) { try store.count(query, unless: interruption) }
    #expect(throws: given) { try store.spending(query, by: .month, unless: interruption) }
    #expect(try store.page(query, from: nil, limit: 5, unless: Interruption()).rows.count == 5)
    #expect(try store.page(query, from: nil, limit: 5).rows.count == 5)
  }

  @Test("a read that is under way stops", .timeLimit(.minutes(1)))
  func interruptsRunning() async throws {
    let store = try Samples.store([])
    var history = History(count: 2500, seed: 9)
    try history.fill(store)
    let interruption = Interruption()
    // Comes to its end only because it is interrupted: the same slow list is counted over and over.
    let reading = Task.detached { () throws -> Void in
      while true { _ = try store.count(ListQuery(place: .everything, filter: Filter(parsing: "-нетничего")), unless: interruption) }
    }
    _ = try store.page(ListQuery(), from: nil, limit: 5)
    interruption.interrupt()
    await #expect(throws: StoreError(path: store.path, reason: .interrupted)) { try await reading.value }
  }
}
