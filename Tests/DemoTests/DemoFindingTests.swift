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

  @Test("the story brings what docs/detection.md lists")
  func story() throws {
    let found = try findings(DemoHistory(now: DemoHistoryTests.now))
    let lines = found.map {
      "\($0.finding.rule) \($0.finding.severity.name) \($0.finding.bank ?? "-") \($0.finding.device?.label ?? "-") \($0.finding.time.rfc3339)"
    }
    #expect(lines.joined(separator: "\n") == "")
  }

  @Test("three quiet years bring nothing above low but confirmed replacements")
  func quiet() throws {
    let found = try findings(DemoHistory(now: DemoHistoryTests.now, story: .quiet))
    let lines = found.map {
      "\($0.finding.rule) \($0.finding.severity.name) \($0.finding.bank ?? "-") \($0.finding.device?.label ?? "-") \($0.finding.time.rfc3339)"
    }
    #expect(lines.joined(separator: "\n") == "")
  }
}
