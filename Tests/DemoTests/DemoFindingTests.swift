import Detection
import Model
import Parsing
import Storage
import Testing

@testable import Demo

@Suite("What detection finds in the demo")
struct DemoFindingTests {
  private func findings(_ history: DemoHistory) throws -> [StoredFinding] {
    let store = try Store.temporary(calendar: .fixed(now: history.now, offsetSeconds: 3 * 3_600))
    let catalog = BankCatalog.load(userDirectory: nil).catalog
    store.register(rules: RuleBook(banks: catalog.banks.map { BankIdentity(key: $0.key, senders: $0.senders, hosts: $0.hosts) }))
    try DemoStore.fill(store, from: history, parser: MessageParser(catalog: catalog))
    return try store.findings(limit: .max)
  }

  private func lines(_ found: [StoredFinding]) -> [String] {
    found.filter { $0.finding.severity > .low }.map { stored in
      let finding = stored.finding
      return "\(finding.rule) \(finding.severity.name) \(finding.bank ?? "-") \(finding.device?.label ?? "-") \(finding.time.rfc3339)"
    }
  }

  private func low(_ found: [StoredFinding]) -> [RuleID: Int] {
    Dictionary(grouping: found.filter { $0.finding.severity == .low }, by: \.finding.rule).mapValues(\.count)
  }

  @Test("the story brings what docs/demo.md lists")
  func story() throws {
    let found = try findings(DemoHistory(now: DemoHistoryTests.now))
    #expect(
      lines(found) == [
        "R07 critical sberbank Xiaomi 12 2026-03-01T11:07:06Z",
        "R06 critical sberbank Xiaomi 12 2026-03-01T11:06:45Z",
        "R10 critical sberbank Xiaomi 12 2026-03-01T11:06:02Z",
        "R05 critical sberbank Xiaomi 12 2026-03-01T11:05:45Z",
        "R04 critical sberbank Xiaomi 12 2026-03-01T11:05:03Z",
        "R01 high sberbank Xiaomi 12 2026-03-01T11:02:12Z",
        "R25 high - - 2026-02-16T16:42:31Z",
        "R26 medium sberbank - 2026-02-23T15:05:57Z",
        "R01 medium alfabank iPhone 13 2021-10-02T10:40:58Z",
        "R01 medium sberbank iPhone 13 2021-10-02T10:02:51Z",
        "R01 medium sberbank Redmi Note 4 2017-12-16T09:05:03Z",
      ])
    #expect(low(found) == [RuleID(19): 34, RuleID(27): 1])
  }

  @Test("three quiet years bring nothing above low but confirmed replacements", arguments: [1, 2, 3] as [UInt64])
  func quiet(seed: UInt64) throws {
    let found = try findings(DemoHistory(seed: seed, messages: 2_000, now: DemoHistoryTests.now, story: .quiet))
    #expect(found.allSatisfy { $0.finding.severity == .low || $0.finding.rule == RuleID(1) && $0.finding.severity == .medium })
  }
}
