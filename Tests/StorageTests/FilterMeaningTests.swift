import Model
import Testing

@testable import Storage

@Suite("What a filter lets through")
struct FilterMeaningTests {
  private static let filled = Result {
    let store = try Store.temporary(calendar: calendar)
    var history = History(count: 2300, seed: 5)
    try history.fill(store)
    _ = try store.change(.archive, on: history.rows.enumerated().filter { $0.offset % 6 == 0 }.map(\.element.id))
    _ = try store.change(.pin, on: history.rows.enumerated().filter { $0.offset % 11 == 0 }.map(\.element.id))
    try history.refresh(store)
    return (store, history)
  }

  /// Now is the end of the history.
  private static let calendar = LocalCalendar.fixed(now: Timestamp(milliseconds: 1_930_000_000_000), offsetSeconds: 3 * 3600)

  @Test("any filter shows, in any order and place, exactly the rows it is true of", arguments: 1...24)
  func matchesReference(_ seed: Int) throws {
    let (store, history) = try Self.filled.get()
    var random = Xorshift(state: UInt64(seed) &* 0xD129_0F3A_77C1_9E55)
    let node = RandomFilter.node(depth: 3, &random)
    let passing = Set(
      zip(history.rows, history.notifications).filter { FilterReference(calendar: Self.calendar).passes(node, $0, $1) }.map(\.0.id))
    for order in ListQuery.Order.allCases {
      var query = ListQuery(place: node.namesPlace ? .everything : .inbox, order: order)
      query.filter = try Filter(parsing: node.description)
      let expected = history.list(query) { passing.contains($0.id) }
      let direction: PageDirection = seed.isMultiple(of: 2) ? .onward : .back
      #expect(try store.allRows(query, limit: 900, direction: direction).map(\.id) == expected.map(\.id), "\(node)")
      #expect(try store.count(query) == expected.count, "\(node)")
      query.search = "по"
      let found = try store.allRows(query, limit: 1000, direction: .onward).map(\.id)
      #expect(found == expected.map(\.id).filter(Set(found).contains), "\(node)")
      #expect(try store.count(query) == found.count, "\(node)")
    }
  }

  @Test("few amounts, and few of one merchant, are found in order of time as well")
  func few() throws {
    let (store, history) = try Self.filled.get()
    for text in [
      "amount>295", "amount:290..300 код", "merchant:ikea amount>280", "merchant:\"red white\"", "card:5678 is:pinned",
      "security:login код",
    ] {
      let node = try FilterParser.parse(text, names: FilterNames())
      for order in [ListQuery.Order.newest, .oldest] {
        let query = ListQuery(place: .everything, filter: try Filter(parsing: text), order: order)
        let reference = FilterReference(calendar: Self.calendar)
        let passing = Set(zip(history.rows, history.notifications).filter { reference.passes(node, $0, $1) }.map(\.0.id))
        #expect(!passing.isEmpty)
        #expect(try store.allRows(query, limit: 7, direction: .onward) == history.list(query) { passing.contains($0.id) }, "\(text)")
      }
    }
  }

  @Test("a filter that names the archive or other senders looks beyond the inbox")
  func looksBeyond() throws {
    let store = try Samples.store([Samples.sms("а"), Samples.sms("б", sender: "Мама", bank: nil)])
    let first = try #require(try store.page(ListQuery(), from: nil, limit: 1).rows.first)
    _ = try store.change(.archive, on: [first.id])
    func texts(_ filter: String) throws -> [String] { try store.texts(ListQuery(filter: Filter(parsing: filter))) }
    #expect(try texts("is:archived") == ["а"])
    #expect(try texts("is:other") == ["б"])
    #expect(try texts("-is:other -is:archived") == [])
    #expect(try texts("has:title") == [])
  }

  @Test("days begin and end in the user's zone, and the ends of a range belong to it")
  func days() throws {
    // 28 February 23:59:59.999 and 1 March 00:00 in Moscow, three hours ahead of UTC.
    let midnight = Timestamp(milliseconds: 1_772_312_400_000)
    let store = try Samples.store([
      Samples.sms("вчера", at: midnight.advanced(by: -1)), Samples.sms("сегодня", at: midnight),
      Samples.sms("давно", at: midnight.advanced(by: -90 * 86_400_000)),
    ])
    for (filter, expected) in [
      ("since:2026-03-01", ["сегодня"]), ("since:today", ["сегодня"]), ("on:yesterday", ["вчера"]),
      ("until:yesterday", ["вчера", "давно"]),
      ("on:2026-02", ["вчера"]), ("on:2026", ["сегодня", "вчера"]), ("since:1d", ["сегодня", "вчера"]), ("since:1h", []),
      ("since:15h", ["сегодня", "вчера"]),
      ("until:2025", ["давно"]), ("since:2026-03-02", []), ("since:2026 until:2025", []), ("on:2026-02-28 since:2026", ["вчера"]),
      ("-since:2026", ["давно"]), ("on:today or on:2025", ["сегодня", "давно"]), ("since:2m", ["сегодня", "вчера"]),
      ("since:3m", ["сегодня", "вчера", "давно"]), ("since:13w", ["сегодня", "вчера", "давно"]),
    ] {
      #expect(try store.texts(filter: filter) == expected, "\(filter)")
    }
  }

  @Test(
    "values are bound, so no filter can be SQL",
    arguments: [
      "sender:\"x' OR 1=1 --\"", "merchant:\"'); DROP TABLE notification; --\"", "\"' UNION SELECT 1 --\"", "card:1234 \"%\" or \"a_b\"",
      "account:\"main' OR 'a'='a\"", "bank:x-or-1", "currency:ABC", "\"код';\" or sender:\"\\\"",
    ])
  func injection(_ line: String) throws {
    let store = try Samples.store([Samples.sms("Покупка")])
    do {
      let query = ListQuery(place: .everything, filter: try Filter(parsing: line))
      #expect(try store.texts(query).isEmpty)
      #expect(try store.count(query) == 0)
      #expect(try store.change(.read, allIn: query).count == 0)
    } catch is FilterError {
      // Refused before it becomes SQL: as good.
    }
    #expect(try store.counters().inbox == Tally(total: 1, unread: 1))
  }

  @Test("names of what occurs are offered for filters")
  func names() throws {
    let store = try Samples.store([
      Samples.sms("а", facts: Facts(amount: Samples.roubles(5))), Samples.sms("б", sender: "Tinkoff", bank: "tbank"),
    ])
    store.register(banks: [BankName(key: "sberbank", name: "Сбербанк")])
    let names = try store.filterNames()
    #expect(names.banks.map(\.key) == ["sberbank", "tbank"])
    #expect(names.senders == ["900", "Tinkoff"])
    #expect(names.accounts == ["main"])
    #expect(names.currencies == ["RUB"])
  }
}

/// What filters mean, said a second time without SQL.
struct FilterReference {
  let calendar: LocalCalendar

  func passes(_ node: FilterNode, _ row: NotificationRow, _ notification: Notification) -> Bool {
    switch node {
    case .all(let nodes): nodes.allSatisfy { passes($0, row, notification) }
    case .any(let nodes): nodes.contains { passes($0, row, notification) }
    case .not(let node): !passes(node, row, notification)
    case .term(let term): passes(term, row, notification)
    }
  }

  private func passes(_ term: FilterTerm, _ row: NotificationRow, _ notification: Notification) -> Bool {
    switch term {
    case .text(let text, let isPrefix):
      notification.deliveries.contains { says($0.text, text, isPrefix: isPrefix) || says($0.title ?? "", text, isPrefix: isPrefix) }
    case .bank(let key): row.bank == key
    case .sender(let name): says(row.sender, name, isPrefix: !name.allSatisfy(\.isNumber))
    case .merchant(let name): says(row.facts.merchant ?? "", name, isPrefix: !name.allSatisfy(\.isNumber))
    case .account(let name): says(row.account, name, isPrefix: false)
    case .channel(let channel): row.channels.contains(channel)
    case .category(let category): row.facts.category == category
    case .state(let state): passes(state, row)
    case .has(let feature): has(feature, row)
    case .amount(let from, let to): (max(from ?? 0, 0)...(to ?? .max)).contains(Magnitude.of(row.facts.amount))
    case .currency(let code): row.facts.amount?.currency.code == code
    case .card(let digits): row.facts.card == digits
    case .security(let kind): row.facts.security?.kind == kind
    case .since(let date): row.time >= date.interval(calendar).lowerBound
    case .until(let date): row.time < date.interval(calendar).upperBound
    case .on(let date): date.interval(calendar).contains(row.time)
    }
  }

  private func passes(_ state: FilterTerm.State, _ row: NotificationRow) -> Bool {
    switch state {
    case .unread: row.isUnread
    case .read: !row.isUnread
    case .pinned: row.flags.contains(.pinned)
    case .archived: row.flags.contains(.archived)
    case .other: row.bank == nil
    case .merged: row.channels == [.push, .sms]
    case .transaction: row.facts.isTransaction
    case .incoming: row.facts.direction == .incoming
    case .outgoing: row.facts.direction == .outgoing
    case .transfer: row.facts.direction == .transfer
    }
  }

  private func has(_ feature: FilterTerm.Feature, _ row: NotificationRow) -> Bool {
    switch feature {
    case .amount: row.facts.amount != nil
    case .balance: row.facts.balance != nil
    case .card: row.facts.card != nil
    case .merchant: row.facts.merchant != nil
    case .code: row.facts.code != nil
    case .security: row.facts.security != nil
    case .title: row.title != nil
    }
  }

  private func says(_ text: String, _ words: String, isPrefix: Bool) -> Bool {
    let all = Words(text).list
    let wanted = Words(words).list
    guard !wanted.isEmpty, all.count >= wanted.count else { return false }
    return (0...all.count - wanted.count).contains { start in
      let part = all[start..<start + wanted.count]
      return zip(part.dropLast(), wanted.dropLast()).allSatisfy { $0 == $1 }
        && (isPrefix ? part.last?.hasPrefix(wanted.last ?? "") == true : part.last == wanted.last)
    }
  }
}
