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

  private func plain(_ minute: Int64, _ channel: String, _ text: String, _ word: String?, sender: String = "900") -> String {
    let copyOf = word.map { ",\"copy_of\":\"\($0)\"" } ?? ""
    let time = 1_772_362_931_000 + minute * 60_000
    return "{\"time\":\(time),\"channel\":\"\(channel)\",\"sender\":\"\(sender)\",\"text\":\"\(text)\"\(copyOf)}\n"
  }

  @Test("every copy is read, so that a code or a linked device that only a later one names is known, as reparse finds it")
  func laterCopies() throws {
    let store = try Store.temporary()
    let lines =
      plain(0, "push", "Подтвердите вход в приложении", "a")
      + plain(1, "sms", "Никому не сообщайте код 482913 для входа в Сбербанк Онлайн", "a")
    #expect(try report(lines, into: store).added == 1)
    let row = try #require(try store.page(ListQuery(), from: nil, limit: 10).rows.first)
    #expect(row.facts.code == "482913")
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    #expect(try Rereading(store: store, parser: parser).run(isApplied: false).changed == 0)
    let story = try StoryFile(opening: try folder.write(lines, as: "story.jsonl"), parser: parser)
    #expect(story.notifications.map(\.facts.code) == ["482913"])
    let again = StoryFile(story.notifications, events: [], parser: parser)
    #expect(again.notifications.map(\.facts) == story.notifications.map(\.facts))
  }

  @Test("a copy more than a day after the first, and one beyond the text a batch holds, is a notification of its own")
  func limits() throws {
    let store = try Store.temporary()
    let day: Int64 = 24 * 60
    let times = plain(0, "push", "Вход", "a") + plain(day, "sms", "Вход", "a") + plain(day + 1, "sms", "Вход снова", "a")
    #expect(try report(times, into: store).added == 2)
    let text = String(repeating: "длинно ", count: 160_000)
    let long = (0..<5).map { plain(9_000 + Int64($0), "push", "\($0) " + text, "b") }.joined()
    #expect(try report(long, into: store).added == 3)
  }

  @Test("a group that repeats a stored message brings only what merging lets join it")
  func strangers() throws {
    let store = try Store.temporary()
    let push = "Покупка 1 240 ₽ Пятёрочка. Доступно 18 422 ₽"
    store.register(merging: BankMerging(parser: MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)))
    _ = try report(plain(0, "push", push, nil), into: store)
    let group =
      plain(0, "push", push, "a") + plain(1, "sms", "ПОКУПКА 1240р PYATEROCHKA Баланс: 18422р", "a")
      + plain(2, "sms", "Переведите деньги на безопасный счёт", "a", sender: "+79990000000")
    _ = try report(group, into: store)
    var query = ListQuery()
    query.place = .everything
    let rows = try store.page(query, from: nil, limit: 10).rows
    #expect(rows.map(\.sender) == ["+79990000000", "900"])
    #expect(try store.detail(rows[1].id)?.deliveries.map(\.channel) == [.push, .sms])
    #expect(try report(group, into: store).added == 0)
    #expect(try store.page(query, from: nil, limit: 10).rows.count == 2)
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
