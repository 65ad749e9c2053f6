import Model
import Testing

@testable import Storage

@Suite("What a reversal takes back")
struct ReversalTests {
  private static func payment(
    _ minor: Int64, _ merchant: String?, card: String? = nil, minutes: Int64, reversal: Bool = false
  ) -> Notification {
    let facts = Facts(
      category: .payment, isTransaction: true, direction: minor < 0 ? .outgoing : .incoming, isReversal: reversal,
      amount: Money(minorUnits: minor, currency: .rub), card: card, merchant: merchant)
    return Samples.sms("\(minor) \(merchant ?? "") \(minutes)", at: Samples.noon.advanced(by: minutes * 60_000), facts: facts)
  }

  private func reversed(_ notifications: [Notification], by reversal: Notification) throws -> NotificationRow? {
    let store = try Store.temporary(calendar: Samples.moscow)
    _ = try store.add(notifications)
    let id = try #require(try store.add([reversal]).ids.first)
    return try #require(try store.detail(id)).reversed
  }

  @Test("the newest earlier payment of the same amount at the same shop is what was taken back")
  func newest() throws {
    let found = try reversed(
      [
        Self.payment(-640_00, "LAVKA", card: "4417", minutes: 1), Self.payment(-640_00, "LAVKA", card: "4417", minutes: 2),
        Self.payment(-640_00, "OZON", card: "4417", minutes: 3), Self.payment(-640_01, "LAVKA", card: "4417", minutes: 4),
        Self.payment(-640_00, "LAVKA", card: "2086", minutes: 5), Self.payment(-640_00, "LAVKA", card: "4417", minutes: 9),
      ], by: Self.payment(640_00, "Lavka", card: "4417", minutes: 8, reversal: true))
    #expect(found?.time == Samples.noon.advanced(by: 2 * 60_000))
  }

  @Test("one that names neither card nor shop, came in or is a reversal itself is none")
  func others() throws {
    let others = [
      Self.payment(-640_00, nil, minutes: 1), Self.payment(640_00, "LAVKA", minutes: 2),
      Self.payment(-640_00, "LAVKA", minutes: 3, reversal: true),
    ]
    #expect(try reversed(others, by: Self.payment(640_00, "LAVKA", minutes: 8, reversal: true)) == nil)
  }

  @Test("what is no reversal takes nothing back")
  func noReversal() throws {
    #expect(try reversed([Self.payment(-640_00, "LAVKA", minutes: 1)], by: Self.payment(640_00, "LAVKA", minutes: 8)) == nil)
  }

  @Test("a reversal is kept, and is one of the facts that another copy gives")
  func kept() throws {
    let store = try Samples.store([Self.payment(640_00, "LAVKA", minutes: 8, reversal: true)])
    #expect(try store.page(ListQuery(place: .everything), from: nil, limit: 1).rows.first?.facts.isReversal == true)
    var facts = Facts(isTransaction: true, amount: Money(minorUnits: 640_00, currency: .rub))
    facts.fill(from: Self.payment(-640_00, "LAVKA", minutes: 1, reversal: true).facts)
    #expect(facts.isReversal)
    #expect(facts.direction == .outgoing)
    #expect(facts.amount?.minorUnits == -640_00)
  }
}
