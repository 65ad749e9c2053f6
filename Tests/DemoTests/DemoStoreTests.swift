import Model
import Parsing
import Storage
import Testing

@testable import Demo

@Suite("Filling a store with the demo")
struct DemoStoreTests {
  @Test("stores every message once, and a second time nothing")
  func fill() throws {
    let store = try Store.temporary()
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    let history = DemoHistory(messages: 6_000, now: DemoHistoryTests.now)
    var steps: [Int] = []
    let added = try DemoStore.fill(store, from: history, parser: parser) { steps.append($0) }
    #expect(added.added == 6_000 && added.alreadyThere == 0)
    #expect(steps == [5_000, 6_000])
    let again = try DemoStore.fill(store, from: history, parser: parser)
    #expect(again.added == 0 && again.alreadyThere == 6_000)
  }

  @Test("a story that unfolds has the takeover ahead, from the call on, and nothing else is missing from the past")
  func begin() throws {
    let store = try Store.temporary()
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    let moment = DemoHistoryTests.now
    let history = DemoHistory.live(seed: 1, messages: 300, from: moment)
    let upcoming = try DemoStore.begin(store, with: history, parser: parser, at: moment)
    #expect(try store.count(ListQuery(), unreadOnly: false, limit: .max) + upcoming.count <= 300)
    #expect(upcoming.allSatisfy { ($0.deliveries.map(\.time).min() ?? moment) > moment })
    let kinds = upcoming.compactMap(\.facts.security?.kind)
    #expect(kinds == [.deviceBound, .channelChanged])
    #expect(upcoming.count { $0.facts.category == .code } == 3)
  }
}
