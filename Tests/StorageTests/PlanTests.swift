import GRDB
import Model
import Synchronization
import Testing

@testable import Storage

/// How SQLite answers what the lists ask, whatever SQL they ask it with: the statements are caught as they run and explained.
@Suite("The plan of every query on screen", .serialized)
struct PlanTests {
  private final class Caught: Sendable {
    let statements = Mutex<Set<String>>([])
  }

  private static let filled = Result {
    let store = try Store.temporary(calendar: Samples.moscow)
    var history = History(count: 2600, seed: 21)
    try history.fill(store)
    _ = try store.change(.archive, on: history.rows.prefix(300).map(\.id))
    return (store, history)
  }

  /// The plan of each statement that `work` runs on a connection, that of the lists unless another is named.
  private func plans(on connection: KeyPath<Store, ReaderConnection> = \.lists, _ work: (Store) throws -> Void) throws -> [String: [String]]
  {
    let (store, _) = try Self.filled.get()
    let caught = Caught()
    let reader = store[keyPath: connection]
    try reader.read { db, _ in
      db.trace(options: .statement) { event in
        if case .statement(let statement) = event { _ = caught.statements.withLock { $0.insert(statement.sql) } }
      }
    }
    try work(store)
    try reader.read { db, _ in db.trace(options: .statement, nil) }
    let statements = caught.statements.withLock { $0 }
      .filter { $0.hasPrefix("SELECT") && !$0.contains("'main'.'search_") }  // What FTS5 asks of its own tables is its own affair.
    return try store.lists.read { db, _ in
      var plans: [String: [String]] = [:]
      for sql in statements {
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
        while try statement.step() { plans[sql, default: []].append(statement.text(3)) }
      }
      return plans
    }
  }

  /// Tables with a row a drawer, bank or account: reading them whole costs the same at any number of messages.
  private static let small = ["drawer", "bank", "currency", "amount_due"]

  private func check(_ plans: [String: [String]]) {
    for (sql, plan) in plans {
      #expect(!plan.isEmpty, "\(sql)")
      for step in plan {
        #expect(!step.contains("TEMP B-TREE"), "\(step) in \(sql)")
        let scansSmall = Self.small.contains { step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) USING") }
        #expect(
          !step.hasPrefix("SCAN") || step.contains("VIRTUAL TABLE INDEX") || step.hasPrefix("SCAN (subquery") && sql.contains("LIMIT")
            || scansSmall, "\(step) in \(sql)")
      }
    }
  }

  @Test("lists and jumps go through the keys of drawers and rows alone", arguments: ListQuery.Place.allCases, ListQuery.Order.allCases)
  func lists(_ place: ListQuery.Place, _ order: ListQuery.Order) throws {
    let plans = try plans { store in
      for bank in [nil, "vtb"] {
        for category in [nil, Category.code] {
          for filter in ["", "is:unread", "-is:unread channel:push", "since:2023", "is:pinned or bank:tbank"] {
            let query = ListQuery(place: place, bank: bank, category: category, filter: try Filter(parsing: filter), order: order)
            let page = try store.page(query, from: nil, limit: 3)
            _ = try store.page(query, from: nil, direction: .back, limit: 3)
            guard let row = page.rows.last else { continue }
            for direction in [PageDirection.onward, .back] {
              let cursor = Cursor(row: row, order: order)
              _ = try store.page(query, from: cursor, direction: direction, limit: 3)
              _ = try store.neighbour(query, of: cursor, direction: direction, unreadOnly: true)
            }
          }
        }
      }
    }
    check(plans)
    let steps = plans.values.joined()
    let index = order == .amount ? "amount_order USING PRIMARY KEY" : "USING COVERING INDEX notification_by_time"
    #expect(steps.contains { $0.contains(index) })
    #expect(!plans.keys.contains { $0.contains("OFFSET") || $0.contains("count(*) FROM notification") })
  }

  @Test("searches go through the full-text index, then row by row")
  func searches() throws {
    let plans = try plans { store in
      for order in ListQuery.Order.allCases {
        for query in [
          ListQuery(place: .everything, search: "код", order: order), ListQuery(place: .everything, search: "код п", order: order),
          ListQuery(place: .everything, search: "1", order: order), ListQuery(place: .others, search: "покуп", order: order),
          ListQuery(place: .everything, category: .code, search: "код", order: order),
          ListQuery(place: .everything, filter: try Filter(parsing: "merchant:ikea card:1234 sender:900"), order: order),
        ] { _ = try store.page(query, from: nil, limit: 3) }
      }
    }
    // Senders and merchants are looked through by name; there are thousands at most.
    check(plans.filter { !$0.key.contains("holds(NULL, name, ?)") })
    #expect(plans.values.joined().contains { $0.contains("search VIRTUAL TABLE INDEX") })
  }

  @Test("sums of what was spent go through the rows once, in the order they lie in, and look merchants up by key")
  func spending() throws {
    for filter in ["", "bank:vtb", "since:2023", "merchant:ikea"] {
      for search in ["", "код"] {
        let query = ListQuery(place: .everything, filter: try Filter(parsing: filter), search: search)
        for grouping in [SpendingSum.Grouping.month, .merchant] {
          let plans = try plans(on: \.totals) { _ = try $0.spending(query, by: grouping) }
          let steps = plans.values.joined()
          #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(plans)")
          #expect(steps.contains("SEARCH merchant USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN"), "\(plans)")
          #expect(search.isEmpty || steps.contains { $0.contains("search VIRTUAL TABLE INDEX") }, "\(plans)")
        }
      }
    }
  }

  @Test("counters, rows and the pane read by key")
  func rest() throws {
    let plans = try plans { store in
      _ = try store.counters()
      let row = try #require(try store.page(ListQuery(), from: nil, limit: 1).rows.first)
      _ = try store.detail(row.id)
      _ = try store.row(row.id)
      _ = try store.change(.read, on: [row.id])
      _ = try store.counters()
    }
    check(plans)
    #expect(plans.keys.contains { $0.contains("FROM delivery") })
    #expect(plans.keys.contains { $0.contains("FROM drawer") })
  }

  @Test("a filter that only single rows can answer walks the table by its key")
  func walks() throws {
    let plans = try plans { store in
      _ = try store.page(ListQuery(place: .everything, filter: try Filter(parsing: "has:card -код")), from: nil, limit: 3)
    }
    check(plans)
    #expect(plans.values.joined().contains { $0.contains("SEARCH n USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)") })
  }
}
