import Delivery
import Foundation
import Ingest
import Model
import Parsing
import Storage
import Testing

@testable import Interface

/// What the simulator writes, read by an import and played by the demo.
@Suite("Simulated stories")
struct SimulatedStoryTests {
  private static let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
  static let policies = PolicyBook.load(userDirectory: nil).book

  private static func policy(_ id: String) throws -> Policy { try #require(policies.policy(id: id)) }

  /// A notification as a bell shows it.
  private struct Shown: Hashable {
    var bank: String?
    var facts: Facts
    var isUnread: Bool
    var deliveries: [Model.Delivery]
  }

  private static func shown(_ store: Store) throws -> [Shown] {
    var query = ListQuery()
    query.place = .everything
    var shown: [Shown] = []
    for row in try store.page(query, from: nil, limit: 10_000).rows {
      let detail = try #require(try store.detail(row.id))
      shown.append(Shown(bank: row.bank, facts: row.facts, isUnread: row.isUnread, deliveries: detail.deliveries))
    }
    return shown
  }

  private static func findings(_ store: Store) throws -> [Finding] {
    try store.catchUpWithFindings()
    return try store.findings().map(\.finding).sorted { $0.id.text < $1.id.text }
  }

  private static func store() throws -> Store {
    let store = try Store.temporary(calendar: .fixed(now: TestBell.now, offsetSeconds: 0))
    store.register(merging: BankMerging(parser: parser))
    return store
  }

  private static func write(_ history: SimulatedHistory, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "story-\(UUID().uuidString).jsonl").path
    let text = history.items.flatMap(\.json).map { $0.line + "\n" }.joined()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test(
    "import reads what the simulator writes: the same notifications, copies with states, parts and cost, the same events and findings",
    arguments: policies.policies.map(\.id))
  func roundTrip(id: String) throws {
    let policy = try Self.policy(id)
    let history = SimulatedHistory(policy, messages: 300, days: 30, seed: 9, attack: AdversarySearch.run(policy).shortestPath)
    let direct = try Self.store()
    let story = StoryFile(history.notifications, events: history.events, parser: Self.parser)
    _ = try direct.add(story.notifications, events: story.events)
    let imported = try Self.store()
    try Self.write(history) { path in
      let report = try Importer(store: imported, parser: Self.parser).run(path)
      #expect(report.refused == 0 && report.notes.unknownKeys.isEmpty)
      #expect(report.events == history.events.count)
      let again = try Importer(store: imported, parser: Self.parser).run(path)
      #expect(again.added == 0 && again.merged == 0)
    }
    #expect(try Self.shown(imported) == Self.shown(direct))
    #expect(try Self.findings(imported) == Self.findings(direct))
  }

  @Test("the copies of one notification are one row however many channels and devices they went to")
  func copies() throws {
    let policy = try Self.policy("kolokol")
    let history = AttackTrace(policy, path: AdversarySearch.run(policy).shortestPath).history
    let store = try Self.store()
    try Self.write(history) { _ = try Importer(store: store, parser: Self.parser).run($0) }
    let login = try #require(try Self.shown(store).first { $0.facts.security?.kind == .login })
    #expect(login.deliveries.map(\.channel) == [.push, .sms])
  }

  @Test("a path of every policy plays to its end, and the bell then shows what it says", arguments: policies.policies.map(\.id))
  func plays(id: String) throws {
    let policy = try Self.policy(id)
    let search = AdversarySearch.run(policy)
    let paths = [search.shortestPath] + search.broken.map(\.path).filter { !$0.isEmpty }
    for path in paths {
      let story = StoryFile(AttackTrace(policy, path: path).history.notifications, events: [], parser: Self.parser)
      let start = try #require(story.notifications.dropFirst().first?.firstTime)
      let moved = story.moved(by: TestBell.now.milliseconds + 1_000 - start.milliseconds).notifications
      var bell = try TestBell([], width: 120, policies: Self.policies, isDemo: true)
      bell.state.live = LiveStory(upcoming: moved, from: TestBell.now)
      bell.type(",")
      for _ in moved { bell.type(".") }
      // The last copies, and the last looks at them.
      bell.type(",")
      bell.others += bell.state.settle(.tick(TestBell.now.advanced(by: 7 * 86_400_000)), with: bell.effects)
      let rows = try Self.shown(bell.store)
      #expect(rows.map(\.deliveries).reversed() == moved.map(\.deliveries), "\(path.map(\.kind))")
      #expect(bell.lines[0].contains("the end"))
    }
  }

  @Test("texts say what they are meant to: their category, their event, the device and the sum", arguments: policies.policies.map(\.id))
  func texts(id: String) throws {
    let policy = try Self.policy(id)
    for path in [AdversarySearch.run(policy).shortestPath, AdversarySearch.run(policy, hasSS7: true).shortestPath] {
      let story = StoryFile(AttackTrace(policy, path: path).history.notifications, events: [], parser: Self.parser)
      let facts = story.notifications.map(\.facts)
      #expect(facts.first?.security == SecurityFact(kind: .deviceBound, device: "iPhone 13"))
      #expect(facts.last?.amount?.minorUnits == -1_750_000 || facts.last?.amount?.minorUnits == 18_000_000)
      let codes = story.notifications.filter { $0.deliveries[0].text.hasPrefix("Код") }
      #expect(codes.allSatisfy { $0.facts.category == .code && $0.facts.code?.count == 6 })
      for (words, kind) in [
        ("Подключено", SecurityFact.Kind.deviceBound), ("Способ", .channelChanged), ("Вход в банк", .login), ("отключено", .deviceUnbound),
        ("Номер телефона", .phoneChanged),
      ] {
        let said = story.notifications.filter { $0.deliveries[0].text.contains(words) && !$0.deliveries[0].text.hasPrefix("Код") }
        #expect(said.allSatisfy { $0.facts.security?.kind == kind }, "\(words)")
      }
    }
  }

  @Test("what becomes of a copy isn't told before it has: seen comes when the story's client looks, unread stays until the user does")
  func seenInTime() throws {
    var bell = try TestBell([], width: 120, height: 30, isDemo: true)
    var message = Fixtures.message("Вход", minutesAgo: -1)
    message.isRead = true
    let sent = message.deliveries[0].time
    message.deliveries[0].deliveredAt = sent.advanced(by: 2_000)
    message.deliveries[0].seenAt = sent.advanced(by: 20_000)
    message.deliveries[0].status = .seen
    bell.state.live = LiveStory(upcoming: [message], from: TestBell.now)
    bell.type(".")
    #expect(bell.state.counters?.inbox.unread == 1)
    #expect(!bell.screen.contains("seen"))
    bell.others += bell.state.settle(.tick(TestBell.now.advanced(by: 500)), with: bell.effects)
    #expect(bell.screen.contains("delivered") && !bell.screen.contains("seen"))
    bell.others += bell.state.settle(.tick(TestBell.now.advanced(by: 3_000)), with: bell.effects)
    #expect(bell.screen.contains("seen"))
  }
}
