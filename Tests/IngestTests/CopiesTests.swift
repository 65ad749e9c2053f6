import Model
import Parsing
import Storage
import Testing

@testable import Ingest

/// Lines that say by `copy_of` that they are copies of one notification.
@Suite("Copies of one notification in our own lines")
struct CopiesTests {
  private let folder = TemporaryFolder()

  private func line(_ index: Int, _ members: String) -> String {
    "{\"time\":\(1_772_362_931_000 + Int64(index) * 1000),\"bank\":\"sberbank\",\"text\":\"Вход \(index / 3)\",\(members)}\n"
  }

  private func report(_ lines: String, into store: Store) throws -> ImportReport {
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    return try Importer(store: store, parser: parser).run(try folder.write(lines, as: "copies.jsonl"))
  }

  private func deliveries(_ store: Store) throws -> [[String?]] {
    var query = ListQuery()
    query.place = .everything
    return try store.page(query, from: nil, limit: 100).rows.map { try store.detail($0.id)?.deliveries.map(\.endpoint) ?? [] }
  }

  @Test("neighbours with one word are one row, also two pushes to two devices; imported again they are already there")
  func neighbours() throws {
    let store = try Store.temporary()
    let lines =
      line(0, #""channel":"push","endpoint":"d1","copy_of":"a""#) + line(1, #""channel":"push","endpoint":"d2","copy_of":"a""#)
      + line(2, #""channel":"sms","endpoint":"+79000000012","copy_of":"a""#) + line(9, #""channel":"push","endpoint":"d1","copy_of":"b""#)
    #expect(try report(lines, into: store).added == 2)
    #expect(try deliveries(store) == [["d1"], ["d1", "d2", "+79000000012"]])
    let again = try report(lines + line(12, #""channel":"push","endpoint":"d1""#), into: store)
    #expect(again.added == 1)
    #expect(try deliveries(store).count == 3)
  }

  @Test("the same word from another bank or for another account is another notification, and so is one further down")
  func others() throws {
    let store = try Store.temporary()
    let lines =
      line(0, #""channel":"push","endpoint":"d1","copy_of":"a""#)
      + line(3, #""channel":"push","endpoint":"d1","copy_of":"a","account":"second""#)
      + line(6, #""channel":"push","endpoint":"d1""#) + line(9, #""channel":"push","endpoint":"d1","copy_of":"a""#)
    #expect(try report(lines, into: store).added == 4)
  }

  @Test("a file that calls everything one notification doesn't get a row of any length")
  func bounded() throws {
    let store = try Store.temporary()
    let lines = (0..<200).map { line($0, #""channel":"push","endpoint":"d\#($0)","copy_of":"a""#) }.joined()
    #expect(try report(lines, into: store).read == 4)
    #expect(try deliveries(store).map(\.count).max() == 64)
  }
}
