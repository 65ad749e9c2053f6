import Foundation
import GRDB
import Ledger
import Testing

@testable import Storage

@Suite("A log and a database that somebody edited")
struct LedgerTamperingTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  @Test("a changed text is found, with its message and its entry")
  func changedText() throws {
    let ids = try bell.fill()
    try bell.edit("UPDATE notification SET text = replace(text, '481007', '481008') WHERE id = \(ids[7].rawValue)")
    let fault = try #require(try bell.verdict().faults.first)
    #expect(fault.reason == .messageChanged(ids[7]))
    let leaf = try #require(fault.leaf)
    #expect(try bell.verdict().faults.allSatisfy { ($0.leaf ?? 0) >= leaf })
  }

  @Test(
    "any other column of a delivery that is changed is found",
    arguments: [
      "status = 5", "delivered_at = 5", "seen_at = 7", "reason = 'x'", "parts = 3", "cost_minor = 1", "source_id = 'x'", "channel = 1",
      "title = 'x', text = 'x'", "time = time + 1", "endpoint_id = 1",
    ])
  func changedColumn(assignment: String) throws {
    try bell.fill(3)
    try bell.edit("INSERT INTO endpoint (id, name) VALUES (1, '+79000000000')")
    try bell.edit("UPDATE delivery SET \(assignment) WHERE leaf = 3")
    #expect(try bell.verdict().faults.map(\.leaf) == [3])
  }

  @Test("a changed sender or account is found", arguments: ["sender", "account"])
  func changedName(table: String) throws {
    try bell.fill(3)
    try bell.edit("UPDATE \(table) SET name = 'other'")
    let verdict = try bell.verdict()
    #expect(verdict.faultCount == verdict.deliveries)
  }

  @Test("a deleted message is found by its entry")
  func deletedRow() throws {
    let ids = try bell.fill()
    try bell.edit(
      "DELETE FROM delivery WHERE notification_id = \(ids[4].rawValue); DELETE FROM notification WHERE id = \(ids[4].rawValue)")
    #expect(try bell.reasons() == [.messageMissing])
  }

  @Test("a message put in by hand is found")
  func insertedRow() throws {
    let ids = try bell.fill()
    try bell.edit(
      """
      INSERT INTO delivery (time, fingerprint, notification_id, ordinal, channel, status)
      SELECT time + 1, fingerprint, notification_id, 9, channel, status FROM delivery WHERE notification_id = \(ids[1].rawValue) LIMIT 1
      """)
    #expect(try bell.reasons() == [.messageUnlogged(ids[1])])
    try bell.edit("UPDATE delivery SET leaf = 1 WHERE leaf IS NULL")
    let faults = try bell.verdict().faults
    #expect(faults.map(\.leaf) == [1])
    #expect(faults.map(\.reason) == [.messageTwice(ids[1])])
  }

  @Test("a changed entry is found by its number")
  func changedLeaf() throws {
    try bell.fill()
    try bell.flip(byte: 800)
    let fault = try #require(try bell.verdict().faults.first)
    #expect(fault.reason == .leafChanged)
    #expect((1..<20).contains(fault.leaf ?? 0))
  }

  @Test("a changed entry whose mark was made to fit is found within its 256, and by the checkpoint")
  func changedLeafWithMark() throws {
    try bell.fill(400)
    try bell.open { store in
      try store.writer.write { db, _ in
        let bytes = try #require(try Data.fetchOne(db, sql: "SELECT leaves FROM ledger_run WHERE first = 1"))
        var leaves: [[UInt8]] = []
        _ = bytes.withUnsafeBytes { LedgerRun.read($0) { leaf, _ in leaves.append(Array(leaf)) } }
        leaves[4][Leaf.headerSize + 3] ^= 1
        var run = LedgerRun(first: 1)
        for leaf in leaves { leaf.withUnsafeBytes { run.append($0, hash: TreeHash.leaf($0)) } }
        try db.execute(sql: "UPDATE ledger_run SET leaves = ? WHERE first = 1", arguments: [Data(run.bytes)])
      }
    }
    let verdict = try bell.verdict()
    #expect(verdict.faults.contains { $0 == LedgerFault(leaf: 0, reason: .leavesChanged(last: 255)) })
    #expect(verdict.faults.contains { if case .messageChanged = $0.reason { $0.leaf == 5 } else { false } })
    #expect(verdict.faults.contains { if case .checkpointDiffers = $0.reason { true } else { false } })
  }

  @Test("a log whose last entries were cut off is found, also when the row that counts them was made to fit")
  func truncated() throws {
    try bell.fill(400)
    try bell.edit("DELETE FROM ledger_run WHERE first >= 256")
    #expect(try bell.verdict().faults.first?.leaf == 256)
    try bell.open { store in
      try store.writer.write { db, _ in
        var state = try #require(try LedgerState.load(db))
        var frontier = Frontier()
        let reader = LedgerReader(db)
        for sequence in 0..<256 { frontier.append(TreeHash.leaf(try #require(try reader.leaf(sequence)))) }
        state.frontier = frontier
        try state.save(db)
        try db.execute(sql: "DELETE FROM delivery WHERE leaf >= 256; DELETE FROM ledger_node WHERE position > 0 OR level > 8")
      }
    }
    #expect(try bell.reasons().contains { if case .rolledBack(_, .file) = $0 { true } else { false } })
  }

  @Test("a log whose entries were all deleted doesn't call what it had written down put in by hand; what was put in stays so")
  func emptied() throws {
    let ids = try bell.fill()
    try bell.edit("DELETE FROM ledger_run")
    try bell.edit("UPDATE delivery SET leaf = 5000 WHERE notification_id = \(ids[1].rawValue)")
    let verdict = try bell.verdict()
    let kinds = Dictionary(uniqueKeysWithValues: verdict.kinds.map { ($0.name, $0.count) })
    #expect(verdict.kinds.first?.name == "size_differs")
    #expect(kinds["message_unlogged"] == 1)
    #expect(kinds["message_entry_lost"] == verdict.faultCount - kinds.filter { $0.key != "message_entry_lost" }.values.reduce(0, +))
    #expect((kinds["message_entry_lost"] ?? 0) > 40)
    #expect(verdict.kinds.allSatisfy { $0.first.count == min($0.count, LedgerFaultKind.namedFaults) })
  }
}
