import Model
import Parsing
import Storage
import Testing

@testable import Ingest

@Suite("Splitting and joining by hand")
struct HandMergingTests {
  private let store: Store
  private static let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
  private static let filing = MessageFiling(parser: parser, bank: nil, account: nil)

  init() throws {
    store = try Store.temporary()
    store.register(merging: BankMerging(parser: Self.parser))
  }

  private static let time: Int64 = 1_772_362_934_000

  private static func push(_ amount: Int, at seconds: Int64 = 0) -> Notification {
    filing.notification(
      of: InboundMessage(
        channel: .push, sender: "ru.sberbankmobile", text: "Покупка \(amount) ₽ Кофейня",
        time: Timestamp(milliseconds: time + seconds * 1000)))
  }

  private static func sms(_ amount: Int, at seconds: Int64 = 30, balance: Int = 9001) -> Notification {
    filing.notification(
      of: InboundMessage(
        channel: .sms, sender: "900", text: "ECMC1234 14:02 Покупка \(amount)р KOFEINYA Баланс: \(balance)р",
        time: Timestamp(milliseconds: time + seconds * 1000), isRead: true))
  }

  /// The channels of each row, the oldest row first.
  private var rows: [[Channel]] {
    get throws {
      var query = ListQuery()
      query.order = .oldest
      return try store.page(query, from: nil, limit: 100).rows.map { try store.detail($0.id)?.deliveries.map(\.channel) ?? [] }
    }
  }

  private func ids() throws -> [NotificationID] { try store.page(ListQuery(), from: nil, limit: 100).rows.map(\.id) }

  @Test("a merged row has what either copy tells, and is read when one of them was")
  func merged() throws {
    _ = try store.add([Self.push(310)])
    let added = try store.add([Self.sms(310)])
    #expect(added.joined == 1 && added.added == 0)
    let row = try #require(try store.page(ListQuery(), from: nil, limit: 9).rows.first)
    #expect(row.facts.balance?.minorUnits == 9001_00 && row.facts.card == "1234" && row.facts.merchant == "Кофейня")
    #expect(!row.isUnread)
    #expect(row.text == "Покупка 310 ₽ Кофейня", "the first that came is shown")
    #expect(try store.counters().everything.total == 1)
  }

  @Test("what was split stays split when it is imported again, and undoing merges it")
  func split() throws {
    _ = try store.add([Self.push(310), Self.sms(310)])
    guard case .done(let parts) = try store.split(try ids()[0]) else {
      Issue.record("nothing was split")
      return
    }
    #expect(parts.count == 2)
    #expect(try rows == [[.push], [.sms]])
    #expect(try store.add([Self.push(310), Self.sms(310)]).alreadyThere == 2)
    #expect(try rows == [[.push], [.sms]])
    _ = try store.undo()
    #expect(try rows == [[.push, .sms]])
    _ = try store.redo()
    #expect(try rows == [[.push], [.sms]])
  }

  @Test("what was joined stays joined whatever comes, and undoing parts it")
  func join() throws {
    _ = try store.add([Self.push(310), Self.sms(999, at: 60)])
    guard case .done(let joined) = try store.join(try ids()) else {
      Issue.record("nothing was joined")
      return
    }
    #expect(joined.count == 1)
    // The right SMS of the push comes later.
    _ = try store.add([Self.sms(310)])
    #expect(try Set(rows) == [[.push, .sms], [.sms]])
    _ = try store.undo()
    #expect(try rows.map(\.count).reduce(0, +) == 3)
    #expect(try rows.count > 1)
  }

  @Test("one copy can't be split, one row not joined, and rows of two banks neither")
  func impossible() throws {
    _ = try store.add([Self.push(310)])
    let vtb = InboundMessage(
      channel: .sms, sender: "VTB", text: "Карта *7788: Оплата 310р KOFE; баланс 1р", time: Timestamp(milliseconds: Self.time + 9000))
    _ = try store.add([Self.filing.notification(of: vtb)])
    let both = try ids()
    #expect(try store.split(both[0]) == .nothingToDo)
    #expect(try store.join([both[0], both[0]]) == .nothingToDo)
    #expect(try store.join(both) == .differentBanks)
    #expect(try rows.count == 2)
  }

  @Test("an SMS that comes between gives each of two equal purchases its own, whoever had it first")
  func regrouped() throws {
    _ = try store.add([Self.push(310), Self.push(310, at: 60)])
    _ = try store.add([Self.sms(310, at: 62, balance: 8691)])
    #expect(try rows == [[.push], [.push, .sms]], "the nearest, as long as there is no other")
    _ = try store.add([Self.sms(310, at: 5)])
    #expect(try rows == [[.push, .sms], [.push, .sms]])
  }
}
