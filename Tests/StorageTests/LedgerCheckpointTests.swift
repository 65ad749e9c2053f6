import Foundation
import Ledger
import Testing

@testable import Storage

@Suite("Checkpoints and keys")
struct LedgerCheckpointTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  @Test("a database put back to an older copy is found by the checkpoint beside it")
  func olderCopy() throws {
    try bell.fill(10)
    try FileManager.default.copyItem(atPath: bell.path, toPath: bell.path + ".old")
    try bell.fill(10, from: 10)
    try FileManager.default.removeItem(atPath: bell.path)
    try FileManager.default.moveItem(atPath: bell.path + ".old", toPath: bell.path)
    #expect(try bell.reasons() == [.rolledBack(size: 29, from: .file(path: bell.checkpointFile))])
  }

  @Test("a database put back together with its checkpoint is found by one that was kept elsewhere")
  func olderCopyWithCheckpoint() throws {
    try bell.fill(10)
    for file in [bell.path, bell.checkpointFile] { try FileManager.default.copyItem(atPath: file, toPath: file + ".old") }
    try bell.fill(10, from: 10)
    let kept = try String(contentsOfFile: bell.checkpointFile, encoding: .utf8)
    #expect(try bell.verdict(against: [("kept", kept)]).isGood)
    for file in [bell.path, bell.checkpointFile] {
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.moveItem(atPath: file + ".old", toPath: file)
    }
    #expect(try bell.verdict().isGood)
    #expect(try bell.verdict(against: [("kept", kept)]).faults.map(\.reason) == [.rolledBack(size: 29, from: .file(path: "kept"))])
    // The log goes on from the older copy, beyond the size it had: the checkpoint still tells.
    try bell.fill(30, from: 100)
    #expect(try bell.verdict(against: [("kept", kept)]).faults.map(\.reason) == [.checkpointDiffers(size: 29, from: .file(path: "kept"))])
  }

  @Test("another database in its place is found")
  func replaced() throws {
    try bell.fill(10)
    let old = try String(contentsOfFile: bell.checkpointFile, encoding: .utf8)
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: bell.path + suffix) }
    try bell.open { _ = try $0.add([TamperedBell.message(1)]) }
    let origin = try #require(SignedCheckpoint(old)).checkpoint.origin
    #expect(try bell.reasons() == [.otherLog(origin: origin, from: .file(path: bell.checkpointFile))])
  }

  @Test("a lost key is told, and a new one can be put in its place without losing what was before")
  func lostKey() throws {
    try bell.fill(3)
    let kept = try String(contentsOfFile: bell.checkpointFile, encoding: .utf8)
    try FileManager.default.removeItem(atPath: bell.keyFile)
    #expect(try bell.reasons() == [.key(.missing(path: bell.keyFile))])
    #expect(throws: StoreError(path: bell.path, reason: .key(.missing(path: bell.keyFile)))) {
      try bell.open { store in
        _ = try store.add([TamperedBell.message(50)])
        _ = try store.makeCheckpoint()
      }
    }
    try bell.open { store in
      try store.replaceLedgerKey()
      _ = try store.makeCheckpoint()
    }
    #expect(try bell.verdict(against: [("kept", kept)]).isGood)
  }

  @Test("a key of another log, and a file that is no key, are told")
  func foreignKey() throws {
    try bell.fill(3)
    let other = try TamperedBell()
    try other.fill(1)
    let own = try String(contentsOfFile: bell.keyFile, encoding: .utf8)
    try String(contentsOfFile: other.keyFile, encoding: .utf8).write(toFile: bell.keyFile, atomically: false, encoding: .utf8)
    #expect(try bell.reasons() == [.keyForeign(path: bell.keyFile)])
    try "nonsense".write(toFile: bell.keyFile, atomically: false, encoding: .utf8)
    #expect(try bell.reasons() == [.key(.malformed(path: bell.keyFile))])
    try own.write(toFile: bell.keyFile, atomically: false, encoding: .utf8)
    #expect(try bell.verdict().isGood)
  }

  @Test("a checkpoint that is signed by another key, unsigned, of another log or no checkpoint is told")
  func badCheckpoints() throws {
    try bell.fill(3)
    let kept = try String(contentsOfFile: bell.checkpointFile, encoding: .utf8)
    let signed = try #require(SignedCheckpoint(kept))
    let place = LedgerFault.CheckpointPlace.file(path: "f")
    let forged = try signed.checkpoint.signed(by: SigningKey()).text
    #expect(try bell.verdict(against: [("f", forged)]).faults.map(\.reason) == [.checkpointUnsigned(from: place)])
    #expect(try bell.verdict(against: [("f", signed.checkpoint.text)]).faults.map(\.reason) == [.checkpointUnsigned(from: place)])
    #expect(try bell.verdict(against: [("f", "hello")]).faults.map(\.reason) == [.checkpointUnreadable(from: place)])
    let foreign = try Checkpoint(origin: "kolokol/0000000000000000", size: 1, root: signed.checkpoint.root).signed(by: SigningKey()).text
    #expect(
      try bell.verdict(against: [("f", foreign)]).faults.map(\.reason) == [.otherLog(origin: "kolokol/0000000000000000", from: place)])
    #expect(try bell.verdict(against: [("f", "")]).faults.map(\.reason) == [.checkpointUnreadable(from: place)])
  }

  @Test("the checkpoint file that is gone is told, and comes back with the next checkpoint")
  func checkpointFileGone() throws {
    try bell.fill(3)
    try FileManager.default.removeItem(atPath: bell.checkpointFile)
    #expect(try bell.reasons() == [.checkpointFileMissing(path: bell.checkpointFile)])
    try bell.open { _ = try $0.makeCheckpoint() }
    #expect(try bell.verdict().isGood)
  }

  @Test("a checkpoint is made once for what it holds, and covers all that was added")
  func checkpointTwice() throws {
    try bell.fill(2)
    try bell.open { store in
      let first = try store.makeCheckpoint()
      #expect(try store.makeCheckpoint() == first)
      _ = try store.add([TamperedBell.message(9)])
      let second = try store.makeCheckpoint()
      #expect(second.checkpoint.size > first.checkpoint.size)
    }
    #expect(try bell.verdict().isGood)
  }

  @Test("a checkpoint that is gone from the database is told by the entry that names it, one put in by hand as well")
  func editedCheckpoints() throws {
    for first in [0, 10, 20] { try bell.fill(10, from: first) }
    let sizes = try bell.checkpointSizes()
    #expect(sizes.count == 3)
    #expect(try bell.verdict().newestCheckpoint == sizes[2])
    try bell.edit("CREATE TABLE kept AS SELECT * FROM ledger_checkpoint; DELETE FROM ledger_checkpoint WHERE size = \(sizes[1])")
    #expect(try bell.verdict().faults == [LedgerFault(leaf: sizes[1], reason: .checkpointMissing(size: sizes[1]))])
    try bell.edit("DELETE FROM ledger_checkpoint")
    #expect(try bell.verdict().faults == sizes.map { LedgerFault(leaf: $0, reason: .checkpointMissing(size: $0)) })
    try bell.edit("INSERT INTO ledger_checkpoint SELECT * FROM kept")
    #expect(try bell.verdict().isGood)
    try bell.edit("UPDATE ledger_checkpoint SET note = (SELECT note FROM kept WHERE size = \(sizes[0])) WHERE size = \(sizes[1])")
    #expect(try bell.verdict().faults == [LedgerFault(leaf: nil, reason: .checkpointMalformed(size: sizes[1]))])
  }

  @Test("a checkpoint that is signed well but that the log doesn't tell of is told")
  func unloggedCheckpoint() throws {
    try bell.fill(10)
    let note = try bell.open { store in
      try store.writer.write { db, _ in
        let key = try LedgerKey.read(besides: bell.path)
        let origin = try #require(try LedgerState.load(db)).log.origin
        let root = try LedgerReader(db).proofs.root(size: 5)
        return try Checkpoint(origin: origin, size: 5, root: root).signed(by: key).text
      }
    }
    try bell.edit("INSERT INTO ledger_checkpoint (size, note) VALUES (5, '\(note)')")
    #expect(try bell.verdict().faults == [LedgerFault(leaf: nil, reason: .checkpointUnlogged(size: 5))])
  }
}
