import Foundation
import GRDB
import Ledger
import Model
import Testing

@testable import Storage

@Suite("The log")
struct LedgerTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  @Test("an untouched log is good, and counts what it compared")
  func untouched() throws {
    try bell.fill()
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.deliveries == 54)
    #expect(verdict.size == 1 + 54 + 1)
    #expect(verdict.checkpoints == 1)
  }

  @Test("what is added in many small and large batches makes one log")
  func manyBatches() throws {
    for (first, count) in [(0, 1), (1, 1), (2, 300), (302, 2), (304, 700), (1004, 1)] { try bell.fill(count, from: first) }
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.deliveries == 1005 + 335)
    #expect(verdict.checkpoints == 6)
  }

  @Test("nothing to verify isn't good")
  func nothing() throws {
    try bell.open { _ in }
    #expect(try bell.reasons() == [.nothing])
    try bell.open { _ = try $0.makeCheckpoint() }
    #expect(try bell.reasons() == [.nothing])
  }

  @Test("tables that were emptied aren't good")
  func emptied() throws {
    try bell.fill(3)
    try bell.edit("DELETE FROM ledger_run; DELETE FROM ledger_state; DELETE FROM ledger_checkpoint; DELETE FROM delivery")
    #expect(try bell.verdict().isGood == false)
  }

  @Test("a clock that was set back is told until somebody explains it")
  func clockSetBack() throws {
    try bell.open { _ = try $0.add([TamperedBell.message(1)]) }
    try bell.open(at: Samples.noon.advanced(by: -LedgerWalk.clockTolerance)) { _ = try $0.add([TamperedBell.message(2)]) }
    #expect(try bell.verdict().isGood)
    try bell.open(at: Samples.noon.advanced(by: -4_000_000)) { _ = try $0.add([TamperedBell.message(3)]) }
    #expect(try bell.verdict().faults == [LedgerFault(leaf: 3, reason: .clockSetBack(milliseconds: 3_940_000))])
    let explained = try bell.open(at: Samples.noon.advanced(by: -4_000_000)) { store in
      try [-1, 0, 1, 2, 4, 1_000, 3].filter { try store.explain(leaf: $0, "the battery was empty") }
    }
    #expect(explained == [3])
    // The log's beginning, four deliveries and the explanation.
    let verdict = try bell.verdict()
    #expect(verdict.isGood)
    #expect(verdict.size == 6)
  }

  @Test("an import is held to what was written down of it")
  func imports() throws {
    let progress = ImportProgress(source: "s", path: "/a", format: "f", offset: 10, digest: "d", read: 1, added: 1)
    try bell.open { _ = try $0.add([TamperedBell.message(1)], progress: progress) }
    #expect(try bell.verdict().isGood)
    try bell.edit("UPDATE import SET digest = 'e'")
    let faults = try bell.verdict().faults
    #expect(faults == [LedgerFault(leaf: 2, reason: .importChanged(source: "s"))])
    try bell.edit("UPDATE delivery SET import_id = NULL; DELETE FROM import")
    #expect(try bell.verdict().faults == [LedgerFault(leaf: 2, reason: .importChanged(source: "s"))])
  }

  @Test("a salt that was deleted is told")
  func saltDeleted() throws {
    try bell.fill(2)
    try bell.edit("DELETE FROM ledger_salt")
    #expect(try bell.reasons().allSatisfy { if case .saltMissing = $0 { true } else { false } })
    #expect(try !bell.verdict().isGood)
  }

  @Test("every entry has a proof that leads to the checkpoint's root")
  func proofs() throws {
    try bell.fill(500)
    try bell.open { store in
      let verdict = try store.verifyLedger()
      for leaf in stride(from: 0, to: verdict.size, by: 7) {
        let proof = try #require(try store.ledgerProof(of: leaf))
        #expect(proof.holds)
        #expect(proof.root == verdict.root)
        #expect(Leaf(proof.leaf)?.sequence == leaf)
      }
      #expect(try store.ledgerProof(of: verdict.size) == nil)
      #expect(try store.ledgerProof(of: -1) == nil)
    }
  }

  @Test("no code is in the log, neither by itself nor hashed without salt")
  func noCodes() throws {
    try bell.fill(5)
    let log = try bell.open { store in
      try store.writer.write { db, _ in try Data.fetchAll(db, sql: "SELECT leaves FROM ledger_run").reduce(Data(), +) }
    }
    for number in 0..<5 {
      let code = Array("48\(number + 1000)".utf8)
      let text = Array("Код 48\(number + 1000) для входа".utf8)
      for secret in [code, Hash(of: code).bytes, text, Hash(of: text).bytes] { #expect(log.firstRange(of: Data(secret)) == nil) }
    }
  }

  @Test("a database from before there was a log gets one with everything in it")
  func upgrade() throws {
    try bell.fill(30)
    try bell.edit(
      """
      DROP TABLE ledger_state; DROP TABLE ledger_run; DROP TABLE ledger_node; DROP TABLE ledger_salt; DROP TABLE ledger_checkpoint;
      ALTER TABLE delivery DROP COLUMN leaf; ALTER TABLE event DROP COLUMN leaf; ALTER TABLE finding DROP COLUMN leaf;
      ALTER TABLE transition DROP COLUMN leaf; ALTER TABLE arrangement DROP COLUMN leaf;
      ALTER TABLE arrangement DROP COLUMN quiet; ALTER TABLE arrangement DROP COLUMN quiet_from;
      ALTER TABLE arrangement DROP COLUMN quiet_until;
      ALTER TABLE notification DROP COLUMN security_from; ALTER TABLE notification DROP COLUMN security_to;
      ALTER TABLE notification DROP COLUMN due; ALTER TABLE notification DROP COLUMN minimum_minor;
      ALTER TABLE notification DROP COLUMN minimum_currency_id; ALTER TABLE notification DROP COLUMN covered;
      DROP TABLE withdrawn_event; ALTER TABLE transition DROP COLUMN answer;
      DELETE FROM grdb_migrations WHERE CAST(identifier AS INTEGER) >= 5; PRAGMA user_version = 4;
      """)
    try FileManager.default.removeItem(atPath: bell.checkpointFile)
    try bell.open { _ = try $0.add([TamperedBell.message(100)]) }
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.deliveries == 41)
  }
}
