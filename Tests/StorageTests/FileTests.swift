import Foundation
import GRDB
import Model
import Testing

@testable import Storage

@Suite("The database as a file", .serialized)
struct FileTests {
  private let directory: ThrowawayDirectory
  private var path: String { directory.path + "/kolokol.db" }

  init() throws {
    directory = try ThrowawayDirectory()
  }

  private func reason(_ path: String, access: Store.Access = .readWrite) -> StoreError.Reason? {
    do {
      let store = try Store.open(path, access: access, calendar: Samples.moscow, patience: 30)
      try store.close()
      return nil
    } catch {
      #expect(error.path == path)
      return error.reason
    }
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
  }

  @Test("directories are made for their owner alone, and so are all files, whatever the umask", arguments: [0o000, 0o022, 0o777])
  func modes(_ mask: mode_t) throws {
    let before = umask(mask)
    defer { umask(before) }
    let path = directory.path + "/a/b/kolokol.db"
    defer { try? FileManager.default.removeItem(atPath: directory.path + "/a") }
    let store = try Store.open(path, calendar: Samples.moscow)
    _ = try store.add([Samples.sms("а")])
    _ = try store.page(ListQuery(), from: nil, limit: 1)
    for name in ["", "-wal", "-shm", ".lock"] { #expect(try mode(path + name) == 0o600, "\(name)") }
    #expect(try mode(directory.path + "/a/b") == 0o700)
    #expect(try mode(directory.path + "/a") == 0o700)
    try store.close()
  }

  @Test("a database that was copied with wider permissions is made private again")
  func narrows() throws {
    try Store.open(path).close()
    chmod(path, 0o644)
    try Store.open(path).close()
    #expect(try mode(path) == 0o600)
  }

  @Test("a database whose owner took his right to write away stays so: it can be read, and nothing writes to it")
  func closedByHand() throws {
    let store = try Store.open(path)
    _ = try store.add([Samples.sms("а")])
    try store.close()
    chmod(path, 0o400)
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(reason(path) == .readOnly)
    #expect(reason(path, access: .readOnly) == nil)
    #expect(try mode(path) == 0o400)
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }

  @Test("behind links a database is the one it is: one lock, one key, one checkpoint, beside itself", arguments: [true, false])
  func link(isRelative: Bool) throws {
    let folder = directory.path + "/real"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let real = folder + "/kolokol.db"
    let second = directory.path + "/second"
    try FileManager.default.createSymbolicLink(atPath: second, withDestinationPath: isRelative ? "real/kolokol.db" : real)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: second)
    // It is made where the link leads to.
    let linked = try Store.open(path, access: .readWrite, calendar: Samples.moscow, patience: 0)
    _ = try linked.add([Samples.sms("а")])
    _ = try linked.makeCheckpoint()
    let direct = try Store.open(real, access: .readWrite, calendar: Samples.moscow, patience: 0)
    let held = try WriterLock(besides: real)
    try held.holding(patience: 0) { () throws -> Void in
      for store in [linked, direct] {
        #expect(throws: StoreError(path: store.path, reason: .locked(pid: getpid()))) { try store.add([Samples.sms("б")]) }
      }
    }
    #expect(try direct.verifyLedger().isGood && linked.verifyLedger().isGood)
    try linked.close()
    try direct.close()
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(!names.contains { $0.hasPrefix("kolokol.db.") || $0.hasPrefix("second.") })
    for suffix in [".lock", ".key", ".checkpoint"] { #expect(FileManager.default.fileExists(atPath: real + suffix)) }
  }

  @Test("links that lead to one another end")
  func linkLoop() throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    #expect(reason(path) != nil)
  }

  @Test("where no shared memory can be made, all is read, also what lies in the write-ahead log, and nothing changes")
  func noSharedMemory() throws {
    let writer = try Store.open(path, calendar: Samples.moscow)
    _ = try writer.add([Samples.sms("а")])
    // As after a writer that was killed; what stands in the place of the shared memory stands for a disk without room for it.
    let copy = directory.path + "/copy.db"
    for suffix in ["", "-wal"] { try Data(contentsOf: URL(filePath: path + suffix)).write(to: URL(filePath: copy + suffix)) }
    try FileManager.default.createDirectory(atPath: copy + "-shm", withIntermediateDirectories: false)
    let before = try ["", "-wal"].map { try Data(contentsOf: URL(filePath: copy + $0)) }
    let reader = try Store.open(copy, access: .readOnly, calendar: Samples.moscow)
    #expect(try reader.texts(ListQuery()) == ["а"])
    #expect(try reader.counters().inbox.total == 1)
    #expect(try reader.changeToken() == reader.changeToken())
    _ = try reader.verifyLedger()
    try reader.close()
    #expect(try ["", "-wal"].map { try Data(contentsOf: URL(filePath: copy + $0)) } == before)
    try FileManager.default.removeItem(atPath: copy + "-shm")
    try writer.close()
  }

  @Test("a database whose making was cut off says so, until somebody writes; then it is made", arguments: 0..<3)
  func cutOff(_ moment: Int) throws {
    let made = directory.path + "/made.db"
    let queue = try DatabaseQueue(path: made)
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA journal_mode = WAL")
    }
    if moment > 0 { try Schema.migrator.migrate(queue) }
    if moment > 1 { try queue.inDatabase { db in _ = try db.checkpoint(.truncate) } }
    try queue.close()
    #expect(reason(made, access: .readOnly) == .unfinished)
    #expect(reason(made) == nil)
    let store = try Store.open(made)
    _ = try store.add([Samples.sms("а")])
    try store.close()
    #expect(reason(made, access: .readOnly) == nil)
  }

  @Test("what the system refuses is called what it is: no more open files isn't access denied, and failing to read isn't another format")
  func systemErrors() {
    #expect(StoreError(path: "a", errno: EMFILE).reason == .tooManyFiles)
    #expect(StoreError(path: "a", errno: ENFILE).reason == .tooManyFiles)
    #expect(StoreError(path: "a", errno: EIO).reason == .unreadable(errno: EIO))
    #expect(StoreError(path: "a", DatabaseError(resultCode: .SQLITE_IOERR)).reason == .unreadable(errno: EIO))
    #expect(StoreError(path: directory.path + "/none", DatabaseError(resultCode: .SQLITE_CANTOPEN)).reason == .notFound)
  }

  @Test("a throwaway database leaves nothing behind")
  func throwaway() throws {
    var path = ""
    do {
      let store = try Store.temporary()
      path = store.path
      _ = try store.add([Samples.sms("а")])
    }
    #expect(!FileManager.default.fileExists(atPath: (path as NSString).deletingLastPathComponent))
  }

  @Test("what isn't our database is refused and stays as it is, byte for byte")
  func foreignFiles() throws {
    let text = Data("Dear diary".utf8)
    try text.write(to: URL(filePath: path))
    #expect(reason(path) == .notADatabase)
    #expect(reason(path, access: .readOnly) == .notADatabase)
    #expect(try Data(contentsOf: URL(filePath: path)) == text)

    let long = Data(repeating: 7, count: 100_000)
    try long.write(to: URL(filePath: path))
    #expect(reason(path) == .notADatabase)
    #expect(try Data(contentsOf: URL(filePath: path)) == long)

    let foreign = directory.path + "/foreign.db"
    try DatabaseQueue(path: foreign).write { db in
      try db.execute(sql: "CREATE TABLE mine (a); INSERT INTO mine VALUES (1); PRAGMA application_id = 77")
    }
    let bytes = try Data(contentsOf: URL(filePath: foreign))
    #expect(reason(foreign) == .notOurs(applicationID: 77))
    #expect(reason(foreign, access: .readOnly) == .notOurs(applicationID: 77))
    #expect(try Data(contentsOf: URL(filePath: foreign)) == bytes)
    #expect(!FileManager.default.fileExists(atPath: foreign + "-wal"))
    #expect(!FileManager.default.fileExists(atPath: foreign + ".lock"))
  }

  @Test("a directory, a missing file and an impossible place are told apart")
  func places() throws {
    #expect(reason(directory.path) == .notAFile)
    #expect(reason(path, access: .readOnly) == .notFound)
    #expect(!FileManager.default.fileExists(atPath: path))
    try Data().write(to: URL(filePath: path))
    #expect(reason(path, access: .readOnly) == .unfinished)
    #expect(reason(path) == nil)
    let below = path + "/below.db"
    #expect(reason(below) == .cannotBeMade(errno: ENOTDIR))
    #expect(reason(below, access: .readOnly) == .notFound)
  }

  @Test("an empty file becomes a database, and so does one whose making was interrupted")
  func empty() throws {
    try DatabaseQueue(path: path).inDatabase { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA journal_mode = WAL")
    }
    #expect(reason(path, access: .readOnly) == .unfinished)
    #expect(reason(path) == nil)
    #expect(reason(path, access: .readOnly) == nil)
  }

  @Test("a newer program's database is refused and stays as it is")
  func newer() throws {
    try Store.open(path).close()
    try DatabaseQueue(path: path).write { db in try db.execute(sql: "PRAGMA user_version = 99") }
    #expect(reason(path) == .newer(version: 99, known: Schema.version))
    #expect(reason(path, access: .readOnly) == .newer(version: 99, known: Schema.version))
  }

  @Test("a read-only store shows everything and changes nothing")
  func readOnly() throws {
    let writer = try Store.open(path, calendar: Samples.moscow)
    let ids = try writer.add([Samples.sms("а")]).ids
    let reader = try Store.open(path, access: .readOnly)
    #expect(try reader.texts(ListQuery()) == ["а"])
    func refusal(_ work: () throws(StoreError) -> Void) -> StoreError.Reason? {
      do { try work() } catch { return error.reason }
      return nil
    }
    #expect(refusal { () throws(StoreError) in _ = try reader.add([Samples.sms("б")]) } == .readOnly)
    #expect(refusal { () throws(StoreError) in _ = try reader.change(.read, on: ids) } == .readOnly)
    #expect(refusal { () throws(StoreError) in _ = try reader.undo() } == .readOnly)
    try writer.close()
    #expect(try reader.texts(ListQuery()) == ["а"])
    try reader.close()
    #expect(refusal { () throws(StoreError) in _ = try reader.counters() } == .closed)
    #expect(refusal { () throws(StoreError) in _ = try writer.add([]) } == .closed)
  }

  @Test("damage is called damage, and what is left of the file stays", arguments: [0.3, 0.6, 0.95])
  func truncated(_ share: Double) throws {
    let store = try Store.open(path, calendar: Samples.moscow)
    var history = History(count: 1000, seed: 3)
    try history.fill(store)
    try store.close()
    let whole = try Data(contentsOf: URL(filePath: path))
    let cut = whole.prefix(Int(Double(whole.count) * share))
    try cut.write(to: URL(filePath: path))
    var reasons: [StoreError.Reason] = []
    do {
      let store = try Store.open(path, calendar: Samples.moscow)
      for search in ["", "код", "п"] {
        _ = try store.allRows(ListQuery(place: .everything, search: search), limit: 200, direction: .onward)
      }
    } catch let error as StoreError {
      reasons.append(error.reason)
    }
    for reason in reasons {
      guard case .damaged = reason else {
        Issue.record("\(reason)")
        continue
      }
    }
    #expect(!reasons.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: path)) == cut)
  }

  @Test("pages overwritten with rubbish never crash the program, and are never shown as something else")
  func rubbish() throws {
    let store = try Store.open(path, calendar: Samples.moscow)
    var history = History(count: 600, seed: 4)
    try history.fill(store)
    let known = Set(history.rows.map(\.text))
    try store.close()
    let whole = try Data(contentsOf: URL(filePath: path))
    var random = Xorshift(state: 99)
    for page in stride(from: 1, to: whole.count / 8192, by: 3) {
      var broken = whole
      for offset in 0..<8192 where Bool.random(using: &random) { broken[page * 8192 + offset] = UInt8.random(in: 0...255, using: &random) }
      try broken.write(to: URL(filePath: path))
      do {
        let store = try Store.open(path, access: .readOnly)
        for order in ListQuery.Order.allCases {
          for row in try store.page(ListQuery(place: .everything, search: "ко", order: order), from: nil, limit: 50).rows
          where row.text.contains("№") {
            #expect(
              known.contains(row.text) || row.text.contains("\u{FFFD}") || !row.text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " })
          }
        }
      } catch {
        // What is damaged may be refused.
      }
    }
  }

  @Test("a full disk is called full, and what was there is whole")
  func full() throws {
    let store = try Store.open(path, calendar: Samples.moscow)
    _ = try store.add([Samples.sms("до")])
    try store.writer.write { db, _ in try db.execute(sql: "PRAGMA max_page_count = 60") }
    let many = (0..<4000).map { Samples.sms("Много слов \($0)", at: Samples.noon.advanced(by: Int64($0 + 1))) }
    #expect(throws: StoreError(path: path, reason: .diskFull)) { try store.add(many) }
    #expect(try store.texts(ListQuery()) == ["до"])
    try store.writer.write { db, _ in try db.execute(sql: "PRAGMA max_page_count = 100000") }
    #expect(try store.add(many).added == 4000)
  }

  @Test("another writer is waited for, then named")
  func locked() throws {
    let store = try Store.open(path, access: .readWrite, calendar: Samples.moscow, patience: 20)
    _ = try store.add([Samples.sms("а")])
    let other = try WriterLock(besides: path)
    try other.holding(patience: 0) { () throws -> Void in
      #expect(throws: StoreError(path: path, reason: .locked(pid: getpid()))) { try store.add([Samples.sms("б")]) }
      #expect(try store.texts(ListQuery()) == ["а"])
    }
    _ = try store.add([Samples.sms("б")])
    #expect(try store.texts(ListQuery()) == ["б", "а"])
  }

  @Test("a directory that can't be written can still be read", .enabled(if: getuid() != 0, "permissions don't bind the superuser"))
  func unwritableDirectory() throws {
    let store = try Store.open(path, calendar: Samples.moscow)
    _ = try store.add([Samples.sms("а")])
    try store.close()
    chmod(directory.path, 0o500)
    defer { chmod(directory.path, 0o700) }
    let reader = try Store.open(path, access: .readOnly)
    #expect(try reader.texts(ListQuery()) == ["а"])
    let writer = try Store.open(path, calendar: Samples.moscow)
    #expect(try writer.texts(ListQuery()) == ["а"])
    #expect(throws: StoreError(path: path, reason: .readOnly)) { try writer.add([Samples.sms("б")]) }
    #expect(reason(directory.path + "/new.db") == .permission)
  }

  @Test("a file that can't be read says so", .enabled(if: getuid() != 0, "permissions don't bind the superuser"))
  func unreadableFile() throws {
    try Store.open(path).close()
    chmod(path, 0o000)
    #expect(reason(path, access: .readOnly) == .permission)
  }
}
