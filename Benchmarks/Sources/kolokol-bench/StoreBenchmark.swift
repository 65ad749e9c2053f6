import ArgumentParser
import Model
import Storage

/// The queries behind the list, without a screen: pages, counters, search and filters.
struct StoreBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "store", abstract: "Measure pages, search and filters in the database.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    Report.machine()
    for messages in options.messages { try Self.measure(messages: messages, options) }
  }

  /// As many rows as the tallest usual terminal shows.
  private static let page = 50
  private static let runs = 100

  static func measure(messages: Int, _ options: BenchmarkOptions) throws {
    let path = try options.files.database(messages: messages)
    Report.heading("Queries, \(messages.grouped) messages")

    let opening = try Samples.measure(runs: runs) {
      let store = try Store.open(path, access: .readOnly)
      _ = try store.page(ListQuery(), from: nil, limit: page)
      try store.close()
    }
    let store = try Store.open(path, access: .readOnly)
    store.register(banks: [BankName(key: "sberbank", name: "Sberbank")])
    let counters = try Samples.measure(runs: runs) { _ = try store.counters() }
    let middle = try cursor(ofPage: 40, in: store)
    let onward = try Samples.measure(runs: runs) { _ = try store.page(ListQuery(), from: middle, limit: page) }
    let back = try Samples.measure(runs: runs) { _ = try store.page(ListQuery(), from: middle, direction: .back, limit: page) }
    let end = try Samples.measure(runs: runs) { _ = try store.page(ListQuery(), from: nil, direction: .back, limit: page) }
    let unread = try Samples.measure(runs: runs) {
      _ = try store.neighbour(ListQuery(), of: middle, direction: .onward, unreadOnly: true)
    }
    Report.table(
      ["query"] + Samples.heading,
      [
        ["open and first \(page) rows"] + opening.cells, ["counters"] + counters.cells, ["next \(page) rows"] + onward.cells,
        ["\(page) rows before"] + back.cells, ["last \(page) rows"] + end.cells, ["next unread"] + unread.cells,
      ])

    Report.line("")
    Report.table(["search", "hits"] + Samples.heading, try searches.map { try row(for: ListQuery(search: $0), named: $0, in: store) })
    Report.line("")
    Report.table(
      ["search in a tab", "hits"] + Samples.heading, try tabs.map { try row(for: $0, named: "\($0.search), \($0.tab)", in: store) })
    Report.line("")
    Report.table(
      ["filter", "hits"] + Samples.heading,
      try filters.map { try row(for: ListQuery(filter: try Filter(parsing: $0)), named: "`\($0)`", in: store) })
    try store.close()
  }

  /// From a word in nearly every text to one in none, and beginnings of words, as they are while somebody types.
  private static let searches = [
    "баланс", "п", "по", "пок", "покуп", "к", "ка", "карта", "1", "12", "12345", "код", "pyaterochka", "перевод баланс",
    "не сообщайте никому", "щъыь",
  ]
  /// Frequent words where few rows, or none, hold them.
  private static let tabs = [
    ListQuery(bank: "vtb", search: "покуп"), ListQuery(category: .security, search: "баланс"),
    ListQuery(category: .marketing, search: "код"),
    ListQuery(place: .others, search: "п"), ListQuery(place: .archive, search: "карта"), ListQuery(search: "баланс", order: .amount),
    ListQuery(search: "pyaterochka", order: .oldest),
  ]

  /// From what nearly every row matches to what none does.
  private static let filters = [
    "bank:sberbank", "channel:push", "is:unread", "category:security", "since:2026-01-01", "until:2017-01-01", "merchant:ozon", "card:7731",
    "amount>1000", "bank:sberbank amount>5000 карта", "amount>100000000", "amount=12345.67", "card:0000", "sender:nobody",
    "-channel:push -channel:sms", "category:security is:unread until:2017-01-01",
  ]

  private static func row(for query: ListQuery, named name: String, in store: Store) throws -> [String] {
    let most = 100_000
    let hits = try store.count(query, unreadOnly: false, limit: most)
    let samples = try Samples.measure(runs: runs) { _ = try store.page(query, from: nil, limit: page) }
    return [name, hits >= most ? "\(most.grouped) or more" : hits.grouped] + samples.cells
  }

  private static func cursor(ofPage number: Int, in store: Store) throws -> Cursor {
    var cursor: Cursor?
    for _ in 0..<number {
      guard let last = try store.page(ListQuery(), from: cursor, limit: page).rows.last else { break }
      cursor = Cursor(row: last, order: .newest)
    }
    guard let cursor else { throw ChildProcess.Failure(description: "the database is empty") }
    return cursor
  }
}

extension ListQuery {
  /// What narrows the list besides its search, in words.
  fileprivate var tab: String {
    [bank, category?.name, place == .inbox ? nil : "\(place)", order == .newest ? nil : "by \(order)"].compactMap { $0 }.joined(
      separator: ", ")
  }
}
