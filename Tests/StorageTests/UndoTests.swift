import Model
import Testing

@testable import Storage

@Suite("Changing, undoing, redoing")
struct UndoTests {
  private func flags(_ store: Store, _ ids: [NotificationID]) throws -> [NotificationRow.Flags] {
    try store.rows(ids).map(\.flags)
  }

  @Test("every change sets or clears its mark, counts what it changed, and comes back as it was", arguments: Change.allCases)
  func eachChange(_ change: Change) throws {
    let store = try Samples.store([])
    let ids = try store.add([Samples.sms("а"), Samples.sms("б", isRead: true), Samples.sms("в")]).ids
    _ = try store.change(.pin, on: [ids[0]])
    _ = try store.change(.archive, on: [ids[1]])
    let before = try flags(store, ids)
    let count = before.filter { $0.contains(change.flag) != change.sets }.count
    #expect(try store.change(change, on: ids).count == count)
    let after = try flags(store, ids)
    #expect(after.allSatisfy { $0.contains(change.flag) == change.sets })
    #expect(zip(before, after).allSatisfy { $0.subtracting(change.flag) == $1.subtracting(change.flag) })
    #expect(try store.undo() == Undone(deed: .marked(change), count: count, at: Samples.noon))
    #expect(try flags(store, ids) == before)
    #expect(try store.redo() == Undone(deed: .marked(change), count: count, at: Samples.noon))
    #expect(try flags(store, ids) == after)
  }

  @Test("a change that changes nothing is no step")
  func nothing() throws {
    let store = try Samples.store([])
    let ids = try store.add([Samples.sms("а", isRead: true)]).ids
    #expect(try store.change(.read, on: ids) == Changed(count: 0))
    #expect(try store.change(.read, on: [NotificationID(rawValue: 77)]) == Changed(count: 0))
    #expect(try store.undo() == nil)
  }

  @Test("steps are undone last first, redone first first, and a new change ends redoing")
  func order() throws {
    let store = try Samples.store([])
    let ids = try store.add([Samples.sms("а")]).ids
    _ = try store.change(.read, on: ids)
    _ = try store.change(.pin, on: ids)
    _ = try store.change(.archive, on: ids)
    #expect(try store.undo()?.deed == .marked(.archive))
    #expect(try store.undo()?.deed == .marked(.pin))
    #expect(try store.redo()?.deed == .marked(.pin))
    #expect(try store.redo()?.deed == .marked(.archive))
    #expect(try store.redo() == nil)
    #expect(try store.undo()?.deed == .marked(.archive))
    _ = try store.change(.unread, on: ids)
    #expect(try store.redo() == nil)
    #expect(try store.undo()?.deed == .marked(.unread))
    #expect(try store.undo()?.deed == .marked(.pin))
    #expect(try store.undo()?.deed == .marked(.read))
    #expect(try store.undo() == nil)
    #expect(try flags(store, ids) == [[]])
  }

  @Test("marking all of a list read is one step; undoing it leaves read what was read before")
  func wholeList() throws {
    let store = try Samples.store([])
    var history = History(count: 3000, seed: 33)
    try history.fill(store)
    for query in [
      ListQuery(), ListQuery(bank: "vtb"), ListQuery(place: .others), ListQuery(search: "код"), ListQuery(search: "ко п"),
      ListQuery(filter: try Filter(parsing: "amount>100 -покупка")), ListQuery(filter: try Filter(parsing: "merchant:ikea")),
      ListQuery(place: .everything, search: "щщщ"), ListQuery(place: .archive),
    ] {
      let unread = try store.count(query, unreadOnly: true)
      let total = try store.count(query)
      #expect(try store.change(.read, allIn: query) == Changed(count: unread), "\(query)")
      #expect(try store.count(query, unreadOnly: true) == 0)
      #expect(try store.count(query) == total)
      guard unread > 0 else { continue }
      #expect(try store.undo()?.count == unread)
      #expect(try store.rows(history.rows.map(\.id)) == history.rows, "\(query)")
      #expect(try store.redo()?.count == unread)
      #expect(try store.undo()?.count == unread)
    }
    #expect(try store.counters().everything.unread == history.rows.filter(\.isUnread).count)
  }

  @Test("archiving a list empties it and fills the archive, by amount too")
  func archive() throws {
    let store = try Samples.store([])
    var history = History(count: 300, seed: 34)
    try history.fill(store)
    let inbox = history.list(ListQuery(order: .amount)).map(\.id)
    #expect(try store.change(.archive, allIn: ListQuery()).count == inbox.count)
    #expect(try store.allRows(ListQuery(), limit: 50, direction: .onward).isEmpty)
    #expect(try store.allRows(ListQuery(place: .archive, order: .amount), limit: 50, direction: .onward).map(\.id) == inbox)
  }

  @Test("undo restores its own mark and keeps what was read anew meanwhile")
  func survivesFacts() throws {
    let store = try Samples.store([])
    let ids = try store.add([Samples.sms("а")]).ids
    _ = try store.change(.read, on: ids)
    try store.rewriteFacts([(ids[0], "vtb", Facts(category: .payment, amount: Samples.roubles(7)))])
    _ = try store.undo()
    let row = try #require(try store.row(ids[0]))
    #expect(row.isUnread)
    #expect(row.bank == "vtb")
    #expect(row.facts.amount == Samples.roubles(7))
    #expect(try store.counters().banks == ["vtb": Tally(total: 1, unread: 1)])
  }

  @Test("the log outlives the program and forgets the oldest steps")
  func persists() throws {
    let directory = try ThrowawayDirectory()
    let path = directory.path + "/kolokol.db"
    let store = try Store.open(path, calendar: Samples.moscow)
    let ids = try store.add([Samples.sms("а")]).ids
    for number in 0..<UndoLog.limit + 10 { _ = try store.change(number.isMultiple(of: 2) ? .pin : .unpin, on: ids) }
    try store.close()
    let again = try Store.open(path)
    var undone = 0
    while try again.undo() != nil { undone += 1 }
    #expect(undone == UndoLog.limit)
  }
}
