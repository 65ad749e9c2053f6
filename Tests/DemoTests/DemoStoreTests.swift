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
}
