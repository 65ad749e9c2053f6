import Model
import Testing

@testable import Storage

@Suite("Lists")
struct ListTests {
  /// Every combination of place, bank, category and order.
  private static var queries: [ListQuery] {
    var queries: [ListQuery] = []
    for place in ListQuery.Place.allCases {
      for bank in [nil, "sberbank", "vtb", "nobank"] {
        for category in [nil, Category.code, .payment] {
          for order in ListQuery.Order.allCases {
            queries.append(ListQuery(place: place, bank: bank, category: category, order: order))
          }
        }
      }
    }
    return queries
  }

  /// A history with archived and pinned notifications in it.
  private static func filled(count: Int) throws -> (Store, History) {
    let store = try Store.temporary(calendar: Samples.moscow)
    var history = History(count: count, seed: 42)
    try history.fill(store)
    let ids = history.rows.map(\.id)
    _ = try store.change(.archive, on: ids.enumerated().filter { $0.offset % 5 == 0 }.map(\.element))
    _ = try store.change(.pin, on: ids.enumerated().filter { $0.offset % 7 == 0 }.map(\.element))
    try history.refresh(store)
    return (store, history)
  }

  @Test("read page by page in either direction, every list shows exactly its notifications in its order")
  func pages() throws {
    let (store, history) = try Self.filled(count: 400)
    for query in Self.queries {
      let expected = history.list(query)
      #expect(try store.allRows(query, limit: 23, direction: .onward) == expected, "\(query)")
      #expect(try store.allRows(query, limit: 31, direction: .back) == expected, "\(query)")
      #expect(try store.count(query) == expected.count)
      #expect(try store.count(query, unreadOnly: true) == expected.filter(\.isUnread).count)
      #expect(try store.count(query, limit: 3) == min(3, expected.count))
    }
  }

  @Test("the next unread one and the next one at all are found from any row")
  func neighbours() throws {
    let (store, history) = try Self.filled(count: 200)
    for query in Self.queries where query.category == nil {
      let expected = history.list(query)
      for (index, row) in expected.enumerated().filter({ $0.offset % 9 == 0 }) {
        let cursor = Cursor(row: row, order: query.order)
        let after = expected[(index + 1)...]
        let before = expected[..<index]
        #expect(try store.neighbour(query, of: cursor, direction: .onward, unreadOnly: false)?.id == after.first?.id)
        #expect(try store.neighbour(query, of: cursor, direction: .back, unreadOnly: false)?.id == before.last?.id)
        #expect(try store.neighbour(query, of: cursor, direction: .onward, unreadOnly: true)?.id == after.first(where: \.isUnread)?.id)
        #expect(try store.neighbour(query, of: cursor, direction: .back, unreadOnly: true)?.id == before.last(where: \.isUnread)?.id)
      }
    }
  }

  @Test("the counters are what counting gives")
  func counters() throws {
    let (store, history) = try Self.filled(count: 300)
    let counters = try store.counters()
    func tally(_ query: ListQuery) -> Tally {
      let rows = history.list(query)
      return Tally(total: rows.count, unread: rows.filter(\.isUnread).count)
    }
    #expect(counters.inbox == tally(ListQuery()))
    #expect(counters.archive == tally(ListQuery(place: .archive)))
    #expect(counters.others == tally(ListQuery(place: .others)))
    #expect(counters.everything == tally(ListQuery(place: .everything)))
    for bank in ["sberbank", "tbank", "vtb"] { #expect(counters.banks[bank] == tally(ListQuery(bank: bank))) }
    for category in Category.allCases { #expect(counters.categories[category] == tally(ListQuery(category: category))) }
    #expect(counters.oldest == history.rows.map(\.time).min())
  }

  @Test("the order by amount is right whether amounts wait to be put in place or not, also for a reader that may not write")
  func waitingAmounts() throws {
    let directory = try ThrowawayDirectory()
    let path = directory.path + "/kolokol.db"
    let store = try Store.open(path, calendar: Samples.moscow)
    var history = History(count: AmountOrder.readable + 500, seed: 7)
    try history.fill(store)
    let query = ListQuery(place: .everything, order: .amount)
    let expected = history.list(query)
    let reader = try Store.open(path, access: .readOnly, calendar: Samples.moscow)
    #expect(try reader.allRows(query, limit: 300, direction: .onward) == expected)
    #expect(try waiting(reader) == AmountOrder.readable + 500)
    #expect(try store.allRows(query, limit: 300, direction: .back) == expected)
    #expect(try waiting(reader) == 0)
    _ = try store.change(.read, on: expected.prefix(40).map(\.id))
    #expect(try store.allRows(query, limit: 300, direction: .onward).map(\.id) == expected.map(\.id))
    #expect(try reader.allRows(query, limit: 300, direction: .onward).map(\.id) == expected.map(\.id))
  }

  @Test("whoever wrote much puts the amounts in place before leaving")
  func settlesAtTheEnd() throws {
    let directory = try ThrowawayDirectory()
    let path = directory.path + "/kolokol.db"
    let store = try Store.open(path, calendar: Samples.moscow)
    var history = History(count: AmountOrder.readable + 1, seed: 7)
    try history.fill(store)
    try store.close()
    #expect(try waiting(try Store.open(path, access: .readOnly)) == 0)
  }

  private func waiting(_ store: Store) throws -> Int {
    try store.lists.read { db, _ in try AmountOrder.waiting(db, limit: .max) }
  }

  @Test("a row whose text is long is cut, the pane has it whole")
  func longText() throws {
    let text = String(repeating: "Очень длинно. ", count: 100_000)
    let store = try Samples.store([Samples.sms(text)])
    let row = try #require(try store.page(ListQuery(), from: nil, limit: 1).rows.first)
    #expect(row.text == String(text.unicodeScalars.prefix(NotificationRow.textLimit)))
    #expect(try store.detail(row.id)?.text == text)
    #expect(try store.detail(row.id)?.deliveries.first?.text == text)
  }

  @Test("a text with NUL in it comes back whole, in the row, in the pane and by search")
  func nul() throws {
    let text = "Покупка\0 1 240 ₽\0"
    let store = try Samples.store([Samples.sms(text, title: "Т\0итул")])
    let row = try #require(try store.page(ListQuery(search: "240"), from: nil, limit: 1).rows.first)
    #expect(row.text == text)
    #expect(row.title == "Т\0итул")
    #expect(try store.detail(row.id)?.text == text)
    #expect(try store.scan(after: nil, limit: 1).map(\.text) == [text])
    let long = String(repeating: "й\0", count: NotificationRow.textLimit)
    let id = try #require(try store.add([Samples.sms(long)]).ids.first)
    #expect(try store.rows([id]).map(\.text) == [String(long.prefix(NotificationRow.textLimit))])
  }

  @Test("scanning gives every whole text with its channel, the oldest first")
  func scanning() throws {
    let long = String(repeating: "й", count: 2000)
    var merged = Samples.sms("короткий", at: Samples.noon.advanced(by: 1))
    merged.deliveries.append(Samples.delivery("другой", channel: .push, at: Samples.noon.advanced(by: 2)))
    var push = Samples.sms("push", at: Samples.noon.advanced(by: 3))
    push.deliveries[0].channel = .push
    let store = try Samples.store([push, merged, Samples.sms(long)])
    let first = try store.scan(after: nil, limit: 2)
    #expect(first.map(\.text) == [long, "короткий"])
    #expect(first.map(\.channel) == [.sms, .sms])
    let rest = try store.scan(after: first.last?.row.id, limit: 2)
    #expect(rest.map(\.text) == ["push"])
    #expect(rest.map(\.channel) == [.push])
  }

  @Test("what isn't there is nil, and lists of it are empty")
  func nothing() throws {
    let store = try Store.temporary(calendar: Samples.moscow)
    let id = NotificationID(rawValue: 5)
    #expect(try store.row(id) == nil)
    #expect(try store.detail(id) == nil)
    #expect(try store.rows([id]) == [])
    #expect(try store.page(ListQuery(), from: nil, limit: 10) == Page(rows: [], reachesEnd: true))
    #expect(try store.page(ListQuery(search: "код"), from: nil, limit: 10) == Page(rows: [], reachesEnd: true))
    #expect(try store.counters() == Counters())
    #expect(try store.spending(ListQuery(), by: .month) == [])
  }
}

extension Store {
  /// A whole list, page by page.
  func allRows(_ query: ListQuery, limit: Int, direction: PageDirection) throws -> [NotificationRow] {
    var rows: [NotificationRow] = []
    var cursor: Cursor?
    while true {
      let page = try page(query, from: cursor, direction: direction, limit: limit)
      rows = direction == .onward ? rows + page.rows : page.rows + rows
      guard !page.reachesEnd, let edge = direction == .onward ? page.rows.last : page.rows.first else { return rows }
      cursor = Cursor(row: edge, order: query.order)
    }
  }
}
