import Foundation
import GRDB
import Ledger
import Model
import Testing

@testable import Storage

@Suite("Events, findings, preferences and devices in the log")
struct LedgerRecordTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  private static let minute: Int64 = 60_000

  private func event(_ kind: EventKind, _ id: String, minutes: Int64, _ device: String? = nil) -> SecurityEvent {
    var event = SecurityEvent(id: id, time: Samples.noon.advanced(by: minutes * Self.minute), kind: kind, account: "anna", bank: "sberbank")
    event.device = device.map { LinkedDevice(id: $0, name: "Phone " + $0, platform: "android") }
    if kind == .channelChanged { (event.to, event.by) = ("push", "d2") }
    return event
  }

  /// An own phone, a stranger's, a switch to push; findings; one acknowledged with a word, one put aside; a channel chosen, a device unlinked.
  private func story() throws {
    try bell.open { store in
      let own = event(.deviceBound, "e0", minutes: -60 * 24 * 40, "d1")
      try store.add(events: [own, event(.deviceBound, "e1", minutes: -30, "d2"), event(.channelChanged, "e2", minutes: -25)])
      let ids = try store.findings().map(\.id).sorted()
      try store.triage([ids[0]], .acknowledge, comment: "asked the bank")
      try store.triage([ids[1]], .suppress(until: Samples.noon.advanced(by: 60 * Self.minute)), comment: "later")
      try store.triage([ids[2]], .resolve(.benign))
      _ = try store.undoTriage()
      _ = try store.answer(ids[3], wasMe: false)
      try store.arrange(
        Arrangement(time: Samples.noon, account: "anna", bank: "sberbank", step: .channel(.all, .sms), by: Arrangement.client))
      try store.arrange(
        Arrangement(
          time: Samples.noon, account: "anna", bank: "sberbank", step: .device(.unbound, LinkedDevice(id: "d2", name: "Phone d2")),
          by: Arrangement.client))
      _ = try store.makeCheckpoint()
    }
  }

  @Test("what happened and what was done about it is in the log, and good while nobody edits it")
  func untouched() throws {
    try story()
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    let counts = try bell.open { store in
      try store.lists.read { db, _ in
        try ["event", "finding", "transition", "arrangement"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
      }
    }
    #expect(counts.allSatisfy { $0 > 1 })
    #expect(verdict.records == counts.reduce(0, +))
  }

  @Test(
    "a changed row is named by its entry",
    arguments: [
      ("event", "time = time + 1"), ("event", "device_name = 'My phone'"), ("event", "kind = 7"), ("event", "done_by = 'd1'"),
      ("event", "event_id = 'other'"), ("event", "bank_id = 0"), ("event", "place = 'Kazan'"),
      ("finding", "severity = 1"), ("finding", "time = time - 1"), ("finding", "device_name = 'My phone'"), ("finding", "anchor = 'e0'"),
      ("finding", "state = 4, resolution = 3"), ("finding", "comment = 'fine'"), ("finding", "device_id = 'd1'"),
      ("transition", "new_state = 4"), ("transition", "at = at + 1"), ("transition", "actor = 2"), ("transition", "new_comment = 'fine'"),
      ("transition", "undoes = 1"),
      ("arrangement", "channel = 0"), ("arrangement", "time = time + 1"), ("arrangement", "by = 'bank'"), ("arrangement", "device = 'd1'"),
      ("arrangement", "scope = 'code'"),
    ])
  func changedRow(table: String, assignment: String) throws {
    try story()
    let condition = assignment.hasPrefix("device = ") ? "device IS NOT NULL" : assignment.hasPrefix("scope") ? "scope IS NOT NULL" : "1"
    let leaf = try leaf(of: table, where: condition)
    try bell.edit("UPDATE \(table) SET \(assignment) WHERE leaf = \(leaf)")
    let fault = try #require(try bell.verdict().faults.first)
    #expect(fault.leaf == leaf)
    guard case .recordChanged = fault.reason else {
      Issue.record("\(fault.reason)")
      return
    }
  }

  @Test("a deleted row is named by its entry", arguments: ["event", "finding", "transition", "arrangement"])
  func deletedRow(table: String) throws {
    try story()
    let leaf = try leaf(of: table)
    try bell.edit("PRAGMA foreign_keys = OFF; DELETE FROM \(table) WHERE leaf = \(leaf)")
    let faults = try bell.verdict().faults
    #expect(faults.contains { if case .recordMissing = $0.reason { $0.leaf == leaf } else { false } })
  }

  @Test("a row put in by hand is found, whichever entry it claims", arguments: ["NULL", "1", "leaf", "9999"])
  func insertedRow(claim: String) throws {
    try story()
    try bell.edit(
      """
      INSERT INTO event (account_id, event_id, time, kind, bank_id, source, leaf)
      SELECT account_id, 'forged', time, 24, bank_id, 4, \(claim) FROM event LIMIT 1
      """)
    #expect(try bell.reasons().contains { if case .recordUnlogged = $0 { true } else { false } })
  }

  @Test("taking evidence away from a finding is found")
  func changedEvidence() throws {
    try story()
    try bell.edit("DELETE FROM evidence WHERE ordinal = 0")
    #expect(try bell.reasons().contains { if case .recordChanged(.finding) = $0 { true } else { false } })
  }

  @Test("a salt that is gone, or entries of events that were swapped, are found")
  func swapped() throws {
    try story()
    try bell.edit("UPDATE event SET leaf = CASE event_id WHEN 'e0' THEN 2 WHEN 'e1' THEN 1 ELSE leaf END")
    #expect(try bell.reasons() == [.recordChanged(.event(id: "e1")), .recordChanged(.event(id: "e0"))])
  }

  @Test("an erased message takes sums and payees of its events with it; kind and device stay, and the log is good")
  func erasedEvents() throws {
    try bell.open { store in
      var facts = Facts(category: .security)
      facts.security = SecurityFact(kind: .deviceBound, device: "Xiaomi 12")
      let id = try store.add([Samples.sms("Новое устройство Xiaomi 12", at: Samples.noon, facts: facts)]).ids[0]
      #expect(try store.events().isEmpty == false)
      _ = try store.erase([id])
      #expect(try store.events().contains { $0.kind == .deviceBound })
    }
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.erased == 1)
  }

  @Test("splitting a row by hand, and taking it back, are in the log")
  func regrouping() throws {
    try bell.open { store in
      var message = Samples.sms("Покупка 100 р", at: Samples.noon)
      message.deliveries.append(Samples.delivery("Покупка 100 р", channel: .push, at: Samples.noon.advanced(by: 900)))
      let id = try store.add([message]).ids[0]
      _ = try store.split(id)
      _ = try store.undo()
      let words = try (0..<5).compactMap { try store.ledgerProof(of: $0).flatMap { Leaf($0.leaf) } }.filter { $0.kind == .regrouping }
      #expect(
        words.map { String(decoding: $0.payload, as: UTF8.self) } == [
          #"{"leaves":[1,2],"what":"split"}"#, #"{"leaves":[1,2],"what":"split_undone"}"#,
        ])
    }
    #expect(try bell.verdict().faults.isEmpty)
  }

  @Test("what an older program stored without a log goes into it when the database is opened")
  func upgrade() throws {
    try story()
    for table in ["event", "finding", "transition", "arrangement"] { try bell.edit("ALTER TABLE \(table) DROP COLUMN leaf") }
    for column in ["security_from", "security_to", "due", "minimum_minor", "minimum_currency_id", "covered"] {
      try bell.edit("ALTER TABLE notification DROP COLUMN \(column)")
    }
    for column in ["quiet", "quiet_from", "quiet_until"] { try bell.edit("ALTER TABLE arrangement DROP COLUMN \(column)") }
    try bell.edit("DROP TABLE withdrawn_event; ALTER TABLE transition DROP COLUMN answer")
    try bell.edit("DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) >= 6; PRAGMA user_version = 5")
    for table in ["ledger_state", "ledger_run", "ledger_node", "ledger_salt", "ledger_checkpoint"] { try bell.edit("DELETE FROM \(table)") }
    try FileManager.default.removeItem(atPath: bell.checkpointFile)
    try bell.open { _ in }
    #expect(try bell.verdict().faults.isEmpty)
    #expect(try bell.verdict().records > 8)
  }

  @Test("no entry holds a code or a text")
  func discretion() throws {
    try bell.fill(6)
    try story()
    let entries = try bell.open { store in
      try store.lists.read { db, _ in try Data.fetchAll(db, sql: "SELECT leaves FROM ledger_run") }
    }
    for bytes in entries {
      for secret in ["481000", "481005", "для входа"] { #expect(bytes.range(of: Data(secret.utf8)) == nil) }
    }
  }

  private func leaf(of table: String, where condition: String = "1") throws -> Int {
    try bell.open { store in
      try store.lists.read { db, _ in
        try #require(try Int.fetchOne(db, sql: "SELECT min(leaf) FROM \(table) WHERE \(condition)"))
      }
    }
  }
}
