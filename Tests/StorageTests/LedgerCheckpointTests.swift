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

  @Test("what is written beside the database while it is verified is no fault: it is looked at before the database is")
  func verifiedBesideAnImport() throws {
    try bell.fill(10)
    let before = try Surroundings(of: bell.path)
    try bell.fill(10, from: 10)
    let store = try Store.open(bell.path, access: .readOnly, calendar: Samples.moscow)
    defer { try? store.close() }
    let faults = try store.totals.read { db, _ in
      var audit = LedgerAudit(db, before)
      return try audit.run(given: [], faultLimit: 10).faults
    }
    #expect(faults.isEmpty)
  }

  @Test("a first import that is stopped between its checkpoint and the file beside the database is no fault, and the next one ends it")
  func stoppedBeforeTheFile() throws {
    try bell.open { store in
      _ = try store.add([TamperedBell.message(1)])
      // What makeCheckpoint does, up to the moment when the file takes its place.
      _ = try store.writer.write(durably: true) { db, _ in try LedgerCheckpoints.make(at: Samples.noon, path: bell.path, db) }
    }
    #expect(!FileManager.default.fileExists(atPath: bell.checkpointFile))
    #expect(try bell.verdict().isGood)
    try bell.open { _ = try $0.makeCheckpoint() }
    #expect(try bell.verdict().isGood)
    #expect(FileManager.default.fileExists(atPath: bell.checkpointFile))
    #expect(try bell.neighbours(endingIn: ".new") == [])
  }

  @Test("a checkpoint that waits for its place excuses only the one that the database has")
  func otherWaiting() throws {
    try bell.fill(3)
    try FileManager.default.moveItem(atPath: bell.checkpointFile, toPath: bell.checkpointFile + ".1-a.new")
    #expect(try bell.verdict().isGood)
    try "kolokol\n".write(toFile: bell.checkpointFile + ".1-a.new", atomically: false, encoding: .utf8)
    #expect(try bell.reasons() == [.checkpointFileMissing(path: bell.checkpointFile)])
  }

  @Test("a checkpoint file that is empty or torn is told, and written anew with a word", arguments: [0, 20, 60])
  func torn(_ length: Int) throws {
    try bell.fill(3)
    let whole = try String(contentsOfFile: bell.checkpointFile, encoding: .utf8)
    try String(whole.prefix(length)).write(toFile: bell.checkpointFile, atomically: false, encoding: .utf8)
    #expect(try bell.reasons() == [.checkpointUnreadable(from: .file(path: bell.checkpointFile))])
    var told: [String] = []
    try bell.open { _ = try $0.makeCheckpoint(onTornFile: { told.append($0) }) }
    #expect(told == [bell.checkpointFile])
    #expect(try bell.verdict().isGood)
    try bell.open { _ = try $0.makeCheckpoint(onTornFile: { told.append($0) }) }
    #expect(told.count == 1)
  }

  @Test("nobody's link is followed when a checkpoint or a key is written, and the file is its owner's alone")
  func links() throws {
    let victim = bell.path + ".victim"
    try "letter".write(toFile: victim, atomically: false, encoding: .utf8)
    for name in [".checkpoint.new", ".key.new"] {
      try FileManager.default.createSymbolicLink(atPath: bell.path + name, withDestinationPath: victim)
    }
    try bell.fill(3)
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "letter")
    #expect(try FileManager.default.attributesOfItem(atPath: bell.checkpointFile)[.posixPermissions] as? Int == 0o600)
  }

  @Test("a checkpoint that can't be kept is an error, and the database doesn't say that there is one")
  func unwritable() throws {
    try bell.fill(3)
    let sizes = try bell.checkpointSizes()
    try FileManager.default.removeItem(atPath: bell.checkpointFile)
    try FileManager.default.createDirectory(atPath: bell.checkpointFile, withIntermediateDirectories: false)
    #expect(throws: StoreError(path: bell.checkpointFile, reason: .notAFile)) {
      try bell.open { store in
        _ = try store.add([TamperedBell.message(9)])
        _ = try store.makeCheckpoint()
      }
    }
    #expect(try bell.checkpointSizes() == sizes)
  }

  @Test("what is no key is set aside when a log begins, and when a key is replaced", arguments: ["", "nonsense"])
  func noKey(_ text: String) throws {
    try text.write(toFile: bell.keyFile, atomically: false, encoding: .utf8)
    try bell.fill(3)
    #expect(try bell.verdict().isGood)
    #expect(try String(contentsOfFile: bell.keyFile + ".old", encoding: .utf8) == text)
    try text.write(toFile: bell.keyFile, atomically: false, encoding: .utf8)
    #expect(try bell.reasons() == [.key(.malformed(path: bell.keyFile))])
    try bell.open { store in
      #expect(try !store.hasLedgerKey())
      try store.replaceLedgerKey()
      #expect(try store.hasLedgerKey())
      _ = try store.makeCheckpoint()
    }
    #expect(try bell.verdict().isGood)
    #expect(try String(contentsOfFile: bell.keyFile + ".old2", encoding: .utf8) == text)
  }

  @Test("a key whose replacement is cut off at any moment is there, and the next who signs ends it", arguments: [false, true])
  func replacementCutOff(afterCommit: Bool) throws {
    try bell.fill(3)
    let kept = try String(contentsOfFile: bell.checkpointFile, encoding: .utf8)
    let old = try String(contentsOfFile: bell.keyFile, encoding: .utf8)
    // What replaceLedgerKey does, up to the moment when the key takes its place.
    try bell.open { store in
      try store.writer.write(durably: true) { db, _ in
        var ledger = try LedgerAppender(db, at: Samples.noon)
        let key = SigningKey()
        _ = try KeyFile(besides: bell.path).prepare(key, name: ledger.log.origin)
        guard afterCommit else { return }
        try ledger.use(key.verifier(name: ledger.log.origin))
        try ledger.finish()
      }
    }
    #expect(try String(contentsOfFile: bell.keyFile, encoding: .utf8) == old)
    #expect(try bell.verdict().isGood)
    try bell.open { store in
      #expect(try store.ledgerSeal() != .broken(LedgerFault(leaf: nil, reason: .keyForeign(path: bell.keyFile))))
      _ = try store.add([TamperedBell.message(9)])
      _ = try store.makeCheckpoint()
    }
    #expect(try (String(contentsOfFile: bell.keyFile, encoding: .utf8) == old) == !afterCommit)
    #expect(try bell.verdict(against: [("kept", kept)]).isGood)
    try bell.open { try $0.replaceLedgerKey() }
    #expect(try bell.verdict(against: [("kept", kept)]).isGood)
    #expect(try bell.neighbours(endingIn: ".new") == [])
  }
}
