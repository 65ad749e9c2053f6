import Detection
import Model
import Storage
import Synchronization
import Testing

@Suite("A store")
struct StoreTests {
  @Test("what was added is listed, counted, found and shown in full")
  func addsAndReads() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let added = try store.add([Samples.sms("Ёлка 1 200р"), Samples.sms("Мама, позвони", sender: "+79000000001", bank: nil)])
    #expect(added.added == 2)
    #expect(try store.add([Samples.sms("Ёлка 1 200р")]) == Added(added: 0, alreadyThere: 1))
    let page = try store.page(ListQuery(), from: nil, limit: 10)
    #expect(page.rows.map(\.text) == ["Ёлка 1 200р"])
    #expect(page.reachesEnd)
    #expect(try store.counters().inbox == Tally(total: 1, unread: 1))
    #expect(try store.counters().others == Tally(total: 1, unread: 1))
    #expect(try store.page(ListQuery(search: "елк"), from: nil, limit: 10).rows.count == 1)
    #expect(try store.detail(added.ids[0])?.deliveries.map(\.text) == ["Ёлка 1 200р"])
    try store.close()
  }

  @Test("what is registered is worked out once, when it is first needed")
  func registering() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let count = Counted()
    store.register(rules: count.rules)
    let ids = try store.page(ListQuery(), from: nil, limit: 10).rows.map(\.id)
    #expect(try ids.isEmpty && store.openFindings(from: .low).isEmpty)
    #expect(count.times.load(ordering: .relaxed) == 0)
    try store.catchUpWithFindings()
    try store.catchUpWithFindings()
    #expect(count.times.load(ordering: .relaxed) == 1)
  }

  private final class Counted: Sendable {
    let times = Atomic(0)

    var rules: RuleBook {
      times.add(1, ordering: .relaxed)
      return RuleBook()
    }
  }

  @Test("a change is one step that undo takes back and redo makes again")
  func undo() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let ids = try store.add([Samples.sms("раз"), Samples.sms("два", isRead: true)]).ids
    #expect(try store.change(.read, on: ids) == Changed(count: 1))
    #expect(try store.counters().inbox.unread == 0)
    #expect(try store.undo() == Undone(deed: .marked(.read), count: 1, at: Samples.noon))
    #expect(try store.counters().inbox.unread == 1)
    #expect(try store.redo()?.count == 1)
    #expect(try store.counters().inbox.unread == 0)
    #expect(try store.redo() == nil)
  }
}
