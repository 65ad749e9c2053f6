import Foundation
import Model
import Parsing
import Storage
import Synchronization
import Testing

@testable import Ingest

@Suite("Importing")
struct ImporterTests {
  private let folder = TemporaryFolder()

  private func line(_ index: Int, text: String = "Покупка в магазине у дома, карта *1234, доступно 54 300 ₽", time: Int64? = nil) -> String
  {
    "{\"type\":\"message\",\"time\":\(time ?? 1_772_362_931_000 + Int64(index) * 1000),\"sender\":\"900\",\"text\":\"\(text) \(index)\"}\n"
  }

  private func lines(_ range: Range<Int>) -> String {
    range.map { line($0) }.joined()
  }

  /// What a database shows, in the order of the list.
  private func texts(_ store: Store) throws -> [String] {
    var query = ListQuery()
    query.place = .everything
    var texts: [String] = []
    var cursor: Cursor?
    while true {
      let page = try store.page(query, from: cursor, direction: .onward, limit: 500)
      texts += page.rows.map(\.text)
      guard !page.reachesEnd, let last = page.rows.last else { return texts }
      cursor = Cursor(row: last, order: query.order)
    }
  }

  private func importer(_ store: Store?) -> Importer {
    Importer(store: store, parser: MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog))
  }

  @Test("a backup goes in with its banks, read marks and facts")
  func backup() throws {
    let store = try Store.temporary()
    let path = try folder.write(
      Fixture.backup(Fixture.sms("Код 123456") + "\n" + Fixture.sms("Привет", sender: "+79000000001") + "\n<sms/>"), as: "sms.xml")
    var refusals: [Refusal] = []
    let report = try importer(store).run(path, onRefusal: { refusals.append($0) })
    #expect(report.format == "sms-backup-restore")
    #expect(report.read == 2 && report.added == 2 && report.merged == 0 && report.alreadyThere == 0 && report.refused == 1)
    #expect(refusals.map(\.file) == [path])
    #expect(!report.wasCancelled)
    var query = ListQuery()
    query.place = .everything
    let rows = try store.page(query, from: nil, limit: 10).rows
    #expect(Set(rows.map(\.bank)) == ["sberbank", nil])
    #expect(rows.allSatisfy { !$0.isUnread })
    #expect(rows.first { $0.sender == "900" }?.facts.code == "123456")
  }

  @Test("the same file again adds nothing, under its own name or another")
  func idempotent() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<3000), as: "a.jsonl")
    let copy = try folder.write(lines(0..<3000), as: "b.jsonl")
    #expect(try importer(store).run(path).added == 3000)
    for path in [path, copy] {
      let again = try importer(store).run(path)
      #expect(again.read == 3000 && again.added == 0 && again.alreadyThere == 3000)
      #expect(again.resumedAt == again.bytes)
    }
    #expect(try texts(store).count == 3000)
  }

  @Test("a small file again adds nothing either, and the report tells of all of it")
  func idempotentSmall() throws {
    let store = try Store.temporary()
    let path = try folder.write(Fixture.backup(Fixture.sms("a") + Fixture.sms("a")), as: "a.xml")
    let first = try importer(store).run(path)
    #expect(first.read == 2 && first.added == 1 && first.alreadyThere == 1)
    let again = try importer(store).run(path)
    #expect(again.read == 2 && again.added == 0 && again.alreadyThere == 2)
  }

  @Test("a file that grew adds what is new and reads on where it ended")
  func grown() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<3000), as: "a.jsonl")
    let first = try importer(store).run(path)
    try folder.write(lines(0..<3100), as: "a.jsonl")
    let second = try importer(store).run(path)
    #expect(second.resumedAt == first.bytes)
    #expect(second.read == 3100 && second.added == 100 && second.alreadyThere == 3000)
    #expect(try texts(store).count == 3100)
  }

  @Test("a file whose last line was half written adds the line once it is whole")
  func halfWritten() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<3000) + String(line(3000).dropLast(10)), as: "a.jsonl")
    let first = try importer(store).run(path)
    #expect(first.added == 3000 && first.refused == 1)
    try folder.write(lines(0..<3001), as: "a.jsonl")
    let second = try importer(store).run(path)
    #expect(second.added == 1 && second.refused == 0)
    #expect(second.resumedAt != nil)
  }

  @Test("a file that changed in its read part is read again from its beginning")
  func changed() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<3000), as: "a.jsonl")
    _ = try importer(store).run(path)
    try folder.write(lines(0..<150) + line(150, text: "Возврат") + lines(151..<3000), as: "a.jsonl")
    let second = try importer(store).run(path)
    #expect(second.resumedAt == nil)
    #expect(second.read == 3000 && second.added == 1 && second.alreadyThere == 2999)
  }

  @Test("refused records are named again when their file is imported again")
  func refusedAgain() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<3000) + "{bad}\n" + lines(3000..<4000), as: "a.jsonl")
    for run in 0..<2 {
      var refusals: [Refusal] = []
      let report = try importer(store).run(path, onRefusal: { refusals.append($0) })
      #expect(report.added == (run == 0 ? 4000 : 0))
      #expect(refusals.map(\.line) == [3001])
    }
  }

  @Test("an import that was stopped goes on where it stopped, and leaves the database as one run would have")
  func resumed() throws {
    let path = try folder.write(lines(0..<9000), as: "a.jsonl")
    let whole = try Store.temporary()
    _ = try importer(whole).run(path)

    let store = try Store.temporary()
    let cancellation = Cancellation()
    let stopped = try importer(store).run(
      path, cancellation: cancellation,
      onProgress: { status in
        if status.bytes > 400_000 { cancellation.cancel() }
      })
    #expect(stopped.wasCancelled)
    #expect(stopped.added > 0 && stopped.added < 9000)
    #expect(try texts(store).count == stopped.added)
    let rest = try importer(store).run(path)
    #expect(rest.resumedAt == stopped.bytes)
    #expect(rest.added == 9000 - stopped.added)
    #expect(rest.read == 9000)
    #expect(try texts(store) == texts(whole))
  }

  @Test("one stopped before its first batch has changed nothing")
  func stoppedAtOnce() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<10), as: "a.jsonl")
    let cancellation = Cancellation()
    cancellation.cancel()
    let report = try importer(store).run(path, cancellation: cancellation)
    #expect(report.wasCancelled)
    #expect(try texts(store).isEmpty)
    #expect(try importer(store).run(path).added == 10)
  }

  @Test("an import into a throwaway copy finds what is there and touches nothing")
  func dryRun() throws {
    let store = try Store.temporary()
    let path = try folder.write(lines(0..<10) + "{bad}\n", as: "a.jsonl")
    _ = try importer(store).run(folder.write(lines(0..<4), as: "b.jsonl"))
    let token = try store.changeToken()
    let report = try importer(store.throwawayCopy()).run(path)
    #expect(report.read == 10 && report.added == 6 && report.alreadyThere == 4 && report.refused == 1)
    #expect(try store.changeToken() == token)
  }

  @Test("progress runs from the beginning to the size of the file")
  func progress() throws {
    let path = try folder.write(lines(0..<9000), as: "a.jsonl")
    var seen: [ImportStatus] = []
    let report = try importer(Store.temporary()).run(path, onProgress: { seen.append($0) })
    #expect(seen.count > 1)
    #expect(seen.map(\.bytes) == seen.map(\.bytes).sorted())
    #expect(seen.last?.bytes == seen.last?.totalBytes)
    #expect(seen.last?.messages == report.read)
  }

  @Test("a bank and an account that were told are for the messages that name none themselves")
  func told() throws {
    let store = try Store.temporary()
    let path = try folder.write(
      """
      {"time":1772362931000,"sender":"+79000000001","text":"stranger"}
      {"time":1772362932000,"sender":"900","text":"known"}
      {"time":1772362933000,"sender":"+79000000001","text":"declared","bank":"vtb","account":"anna"}
      {"time":1772362934000,"sender":"+79000000001","text":"declared by its sender id","bank":"T-Bank"}

      """, as: "a.jsonl")
    _ = try importer(store).run(path, options: ImportOptions(bank: "alfabank", account: "boris"))
    var query = ListQuery()
    query.place = .everything
    query.order = .oldest
    let rows = try store.page(query, from: nil, limit: 10).rows
    #expect(rows.map(\.bank) == ["alfabank", "sberbank", "vtb", "tbank"])
    #expect(rows.map(\.account) == ["boris", "boris", "anna", "boris"])
  }

  @Test("a table and a pipe go in like everything else")
  func pipe() throws {
    let store = try Store.temporary()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      guard let file = fopen(path, "w") else { return }
      for index in 0..<100 { fputs("\(1_772_362_931_000 + index),900,\"a, \(index)\"\n", index == 0 ? file.header() : file) }
      fclose(file)
    }
    var status: ImportStatus?
    let report = try importer(store).run(path, onProgress: { status = $0 })
    #expect(report.format == "csv")
    #expect(report.added == 100)
    #expect(status?.totalBytes == nil)
    #expect(status?.secondsLeft == nil)
  }

  @Test("what can't be opened or read is said, each in its own way")
  func fileErrors() throws {
    func reason(_ path: String, _ options: ImportOptions = ImportOptions()) -> InputError.Reason? {
      do {
        _ = try importer(nil).run(path, options: options)
        return nil
      } catch {
        guard case .input(let input) = error else { return nil }
        return input.file == path ? input.reason : nil
      }
    }
    #expect(reason(folder.path + "/none.xml") == .notFound)
    #expect(reason(folder.path) == .notAFile)
    #expect(try reason(folder.write("", as: "empty.xml")) == .empty)
    #expect(try reason(folder.write("<calls count=\"0\"></calls>", as: "calls.xml")) == .calls)
    let path = try folder.write(line(0), as: "a.jsonl")
    #expect(reason(path, ImportOptions(format: "morse")) == .unknownFormat("morse", known: Format.names))
    #expect(reason(path, ImportOptions(format: "sms-backup-restore")) == .noRoot)
  }

  @Test("a format that was asked for is taken at its word")
  func askedFor() throws {
    let path = try folder.write("time,text\n1772362931000,a\n", as: "a")
    let report = try importer(Store.temporary()).run(path, options: ImportOptions(format: "csv"))
    #expect(report.added == 1)
  }

  @Test("a database that may not be written ends the import with its error")
  func storeError() throws {
    let path = try folder.write(lines(0..<10), as: "a.jsonl")
    let store = try Store.temporary()
    try store.close()
    #expect(throws: ImportError.self) { try importer(store).run(path) }
  }

  @Test("a directory stands for the files directly in it, by name, without hidden ones; an empty one is an error")
  func directories() throws {
    try folder.write("x", as: "b.xml")
    try folder.write("x", as: "a.xml")
    try folder.write("x", as: ".hidden")
    try FileManager.default.createDirectory(atPath: folder.path + "/deep", withIntermediateDirectories: false)
    #expect(
      try InputPaths.files(at: folder.path)
        == [.init(path: folder.path + "/a.xml", isNamed: false), .init(path: folder.path + "/b.xml", isNamed: false)])
    #expect(throws: InputError(file: folder.path + "/deep", reason: .emptyDirectory)) { try InputPaths.files(at: folder.path + "/deep") }
    #expect(try InputPaths.files(at: "-") == [.init(path: "-", isNamed: true)])
    #expect(try InputPaths.files(at: folder.path + "/none") == [.init(path: folder.path + "/none", isNamed: true)])
  }
}

extension UnsafeMutablePointer<FILE> {
  /// Writes the header of the table, then is itself.
  fileprivate func header() -> UnsafeMutablePointer<FILE> {
    fputs("time;sender;text\n".replacing(";", with: ","), self)
    return self
  }
}

/// A folder for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "kolokol-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  @discardableResult
  func write(_ text: String, as name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }
}
