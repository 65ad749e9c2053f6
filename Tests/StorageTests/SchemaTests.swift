import Detection
import Foundation
import GRDB
import Model
import Testing

@testable import Storage

@Suite("The schema held to what the program makes")
struct SchemaTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  private static let silencer = "CREATE TRIGGER hush BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END"

  private func refusal(_ work: (Store) throws -> Void) -> StoreError.Reason? {
    do {
      try bell.open(work)
      return nil
    } catch let error as StoreError {
      return error.reason
    } catch {
      return nil
    }
  }

  @Test("a database as the program makes it differs in nothing, also after VACUUM and ANALYZE and with tables of somebody else's")
  func same() throws {
    try bell.fill(3)
    try bell.edit("VACUUM; ANALYZE; CREATE TABLE mine (a); CREATE INDEX mine_a ON mine (a); CREATE VIEW seen AS SELECT * FROM mine")
    #expect(try bell.verdict().isGood)
    #expect(try bell.open { try $0.schemaDifferences() } == [])
    try bell.fill(3, from: 10)
    #expect(try bell.verdict().isGood)
  }

  @Test(
    "whatever is put on the program's tables is found by verifying, the short look and every writer, and named",
    arguments: [
      (silencer, "trigger", "hush", "event"),
      ("CREATE TRIGGER hush BEFORE INSERT ON finding BEGIN SELECT RAISE(IGNORE); END", "trigger", "hush", "finding"),
      ("CREATE TRIGGER late AFTER INSERT ON finding BEGIN UPDATE finding SET state = 5; END", "trigger", "late", "finding"),
      ("CREATE UNIQUE INDEX one ON finding (account_id)", "index", "one", "finding"),
    ])
  func foreign(sql: String, type: String, name: String, table: String) throws {
    try bell.fill(3)
    try bell.edit(sql)
    let difference = SchemaDifference(kind: .foreign, type: type, name: name, table: table)
    #expect(try bell.reasons() == [.schema(difference)])
    let reader = try Store.open(bell.path, access: .readOnly, calendar: Samples.moscow)
    #expect(try reader.ledgerSeal() == .broken(LedgerFault(leaf: nil, reason: .schema(difference))))
    try reader.close()
    #expect(refusal { _ = try $0.add([TamperedBell.message(50)]) } == .schema([difference]))
    #expect(refusal { _ = try $0.makeCheckpoint() } == .schema([difference]))
    #expect(refusal { try $0.catchUpWithFindings() } == .schema([difference]))
    try bell.edit("DROP \(type) \(name)")
    #expect(refusal { _ = try $0.add([TamperedBell.message(50)]) } == nil)
    #expect(try bell.reasons() == [])
  }

  @Test("a trigger that comes while a writer is open is found by its next write")
  func meanwhile() throws {
    try bell.open { store in
      _ = try store.add([TamperedBell.message(1)])
      try bell.edit(Self.silencer)
      #expect(throws: StoreError.self) { try store.add([TamperedBell.message(2)]) }
      try bell.edit("DROP TRIGGER hush")
      _ = try store.add([TamperedBell.message(2)])
    }
  }

  @Test("what the program made and is gone, or is another now, is found as well")
  func gone() throws {
    try bell.fill(3)
    try bell.edit("DROP TRIGGER notification_deleted")
    let missing = SchemaDifference(kind: .missing, type: "trigger", name: "notification_deleted", table: "notification")
    #expect(try bell.reasons() == [.schema(missing)])
    try bell.edit("CREATE TRIGGER notification_deleted AFTER DELETE ON notification BEGIN SELECT 1; END")
    let changed = SchemaDifference(kind: .changed, type: "trigger", name: "notification_deleted", table: "notification")
    #expect(try bell.reasons() == [.schema(changed)])
    #expect(refusal { _ = try $0.add([TamperedBell.message(50)]) } == .schema([changed]))
    try bell.edit("DROP TABLE evidence")
    #expect(try bell.reasons().contains(.schema(SchemaDifference(kind: .missing, type: "table", name: "evidence", table: "evidence"))))
  }

  /// An account that has been known for forty days, and a device that is new in it.
  private func addBinding(_ store: Store) throws {
    _ = try store.add([
      Samples.sms("Привет", at: Samples.noon.advanced(by: -40 * 86_400_000)),
      Samples.sms(
        "Вход с нового устройства Nova", at: Samples.noon.advanced(by: -1_800_000),
        facts: Facts(category: .security, security: SecurityFact(kind: .deviceBound, device: "Nova"))),
    ])
    try store.catchUpWithFindings()
  }

  @Test("what the program stored is what judging from the beginning finds")
  func judgedAlike() throws {
    try bell.open { store in
      try addBinding(store)
      let judgement = try store.judgeFromTheBeginning()
      #expect(judgement.differences == [])
      #expect(judgement.messages == 2 && judgement.events > 1)
    }
  }

  @Test("an event that a trigger kept out is told by judging from the beginning, with what the rules find in it")
  func hiddenEvent() throws {
    try bell.open { store in
      try addBinding(store)
      let event = try #require(try store.events().first { $0.kind == .deviceBound })
      let finding = try #require(try store.findings().first?.finding)
      // What is there when a trigger kept out events and findings, and is gone.
      try bell.edit("DELETE FROM event WHERE notification_id = (SELECT max(id) FROM notification)")
      try bell.edit("DELETE FROM finding; DELETE FROM evidence")
      let differences = try store.judgeFromTheBeginning().differences
      #expect(differences.contains(.eventMissing(event)))
      #expect(differences.contains(.findingMissing(finding)))
      try store.catchUpWithFindings()
      #expect(try store.judgeFromTheBeginning().differences.contains(.findingMissing(finding)))
    }
  }

  @Test("a finding that is gone, less grave than the rules say, or made up is told")
  func findings() throws {
    try bell.open { store in
      try addBinding(store)
      let stored = try #require(try store.findings().first?.finding)
      try #require(stored.severity != .low)
      try bell.edit("UPDATE finding SET severity = 1 WHERE id = '\(stored.id.text)'")
      var less = stored
      less.severity = .low
      #expect(try store.judgeFromTheBeginning().differences == [.findingDiffers(less, stored)])
      try bell.edit("UPDATE finding SET severity = \(stored.severity.rawValue), anchor = 'x', id = 'x' WHERE id = '\(stored.id.text)'")
      let differences = try store.judgeFromTheBeginning().differences
      #expect(differences.contains(.findingMissing(stored)))
      #expect(differences.contains { if case .findingUnfounded = $0 { true } else { false } })
    }
  }
}
