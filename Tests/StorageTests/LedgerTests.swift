import Foundation
import GRDB
import Ledger
import Model
import Testing

@testable import Storage

/// A database with a log in a directory of its own, and what somebody does to it behind the program's back.
final class TamperedBell {
  private let directory: ThrowawayDirectory
  let path: String

  init() throws {
    directory = try ThrowawayDirectory()
    path = directory.path + "/kolokol.db"
  }

  var keyFile: String { path + ".key" }
  var checkpointFile: String { path + ".checkpoint" }

  /// Opens, works and closes.
  func open<Result>(at now: Timestamp = Samples.noon, _ body: (Store) throws -> Result) throws -> Result {
    let store = try Store.open(path, calendar: .fixed(now: now, offsetSeconds: 0))
    let result = try body(store)
    try store.close()
    return result
  }

  /// Fills it with messages, some of them with codes and by two ways, and makes a checkpoint.
  @discardableResult
  func fill(_ count: Int = 40, from first: Int = 0) throws -> [NotificationID] {
    try open { store in
      let ids = try store.add((first..<(first + count)).map(Self.message)).ids
      _ = try store.makeCheckpoint()
      return ids
    }
  }

  static func message(_ number: Int) -> Model.Notification {
    let time = Samples.noon.advanced(by: Int64(number) * 60_000)
    var notification = Samples.sms("Код 48\(number + 1000) для входа", at: time, facts: Facts(category: .code, code: "48\(number + 1000)"))
    if number.isMultiple(of: 3) {
      notification.deliveries.append(
        Samples.delivery("Ваш код: 48\(number + 1000)", title: "Банк", channel: .push, at: time.advanced(by: 500)))
    }
    return notification
  }

  /// What an sqlite3 shell would do.
  func edit(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in try db.execute(sql: sql) }
    try queue.close()
  }

  /// Turns over a bit in the second run of entries; the first is the log's beginning alone.
  func flip(byte: Int) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in
      var bytes = try Data.fetchOne(db, sql: "SELECT leaves FROM ledger_run WHERE first = 1") ?? Data()
      bytes[byte] ^= 1
      try db.execute(sql: "UPDATE ledger_run SET leaves = ? WHERE first = 1", arguments: [bytes])
    }
    try queue.close()
  }

  func verdict(against checkpoints: [(path: String, text: String)] = []) throws -> LedgerVerdict {
    let store = try Store.open(path, access: .readOnly, calendar: Samples.moscow)
    defer { try? store.close() }
    return try store.verifyLedger(against: checkpoints)
  }

  func reasons() throws -> [LedgerFault.Reason] { try verdict().faults.map(\.reason) }
}

@Suite("The log, and what is found out about it")
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

  @Test("a clock that was set back is told until somebody explains it")
  func clockSetBack() throws {
    try bell.open { _ = try $0.add([TamperedBell.message(1)]) }
    try bell.open(at: Samples.noon.advanced(by: -LedgerWalk.clockTolerance)) { _ = try $0.add([TamperedBell.message(2)]) }
    #expect(try bell.verdict().isGood)
    try bell.open(at: Samples.noon.advanced(by: -4_000_000)) { _ = try $0.add([TamperedBell.message(3)]) }
    #expect(try bell.verdict().faults == [LedgerFault(leaf: 3, reason: .clockSetBack(milliseconds: 3_940_000))])
    try bell.open(at: Samples.noon.advanced(by: -4_000_000)) { try $0.explain(leaf: 3, "the battery was empty") }
    #expect(try bell.verdict().isGood)
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
      DROP TABLE withdrawn_event;
      DELETE FROM grdb_migrations WHERE substr(identifier, 1, 1) >= '5'; PRAGMA user_version = 4;
      """)
    try FileManager.default.removeItem(atPath: bell.checkpointFile)
    try bell.open { _ = try $0.add([TamperedBell.message(100)]) }
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.deliveries == 41)
  }
}

@Suite("Erasing")
struct ErasingTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  @Test("what is erased is gone from the file, its row and its entries stay, and the log is good")
  func erases() throws {
    let secret = "Секретныйтекст"
    let (id, erased) = try bell.open { store in
      _ = try store.add((0..<30).map(TamperedBell.message))
      var message = Samples.sms("\(secret) 777", sender: "Secretsender", at: Samples.noon.advanced(by: 5))
      message.deliveries.append(
        Samples.delivery("иначе \(secret)", title: "Секретныйзаголовок", channel: .push, at: Samples.noon.advanced(by: 9)))
      let id = try #require(try store.add([message]).ids.first)
      return (id, try store.erase([id]))
    }
    #expect(erased.count == 1)
    #expect(erased.leaves.count == 2)
    try bell.open { store in
      let detail = try #require(try store.detail(id))
      #expect(detail.row.flags.contains(.erased))
      #expect(detail.text.isEmpty)
      #expect(detail.deliveries.map(\.text) == ["", ""])
      #expect(detail.deliveries.map(\.sender) == ["", ""])
      #expect(try store.page(ListQuery(place: .everything, search: secret), from: nil, limit: 5).rows.isEmpty)
      #expect(try store.ledgerProof(of: erased.leaves[0])?.holds == true)
      #expect(try store.integrity() == ["ok"])
      #expect(try store.erase([id]) == Erased())
    }
    for suffix in ["", "-wal"] {
      let bytes = FileManager.default.contents(atPath: bell.path + suffix) ?? Data()
      for word in [secret, secret.lowercased(), "Секретныйзаголовок"] {
        #expect(bytes.firstRange(of: Data(word.utf8)) == nil, "\(word)\(suffix)")
      }
    }
    let verdict = try bell.verdict()
    #expect(verdict.faults.isEmpty)
    #expect(verdict.erased == 2)
  }

  @Test("the neighbours of an erased message can still be checked, and are still held to what arrived")
  func neighbours() throws {
    let ids = try bell.fill(70)
    _ = try bell.open { try $0.erase([ids[20], ids[21], ids[50]]) }
    #expect(try bell.verdict().isGood)
    try bell.edit("UPDATE notification SET text = 'x' WHERE id = \(ids[22].rawValue)")
    #expect(try bell.reasons().allSatisfy { $0 == .messageChanged(ids[22]) })
    #expect(try !bell.verdict().isGood)
  }

  @Test("an entry's salt is destroyed, also for entries that come into the same part later")
  func salts() throws {
    let ids = try bell.fill(2)
    try bell.open { store in
      let erased = try store.erase([ids[0]])
      _ = try store.add([TamperedBell.message(7)])
      try store.writer.write { db, _ in
        for leaf in erased.leaves {
          for use in [Salt.Use.whole, .covered] {
            let salt = try LedgerSalts.salt(of: leaf, use: use, db)
            #expect(salt == nil)
          }
        }
      }
    }
    #expect(try bell.verdict().isGood)
  }

  @Test("an erased message comes back as a new one when its file is imported again")
  func importedAgain() throws {
    let ids = try bell.fill(3)
    try bell.open { store in
      _ = try store.erase([ids[1]])
      let again = try store.add((0..<3).map(TamperedBell.message))
      #expect(again.added == 1)
      #expect(again.alreadyThere == 2)
    }
    #expect(try bell.verdict().isGood)
  }
}

@Suite("The seal")
struct LedgerSealTests {
  private let bell: TamperedBell

  init() throws {
    bell = try TamperedBell()
  }

  private func seal() throws -> LedgerSeal { try bell.open { try $0.ledgerSeal() } }

  @Test("a new bell's seal is whole, with or without a checkpoint")
  func whole() throws {
    try bell.open { _ = try $0.add([TamperedBell.message(1)]) }
    #expect(try seal() == .whole(size: 2))
    try bell.fill(300, from: 5)
    #expect(try seal() == .whole(size: 2 + 400 + 1))
  }

  @Test("an older copy, a lost key, cut entries and another log break it")
  func broken() throws {
    try bell.fill(300)
    try FileManager.default.copyItem(atPath: bell.path, toPath: bell.path + ".old")
    try bell.fill(5, from: 400)
    let (size, key) = (402 + 6 + 1, try Data(contentsOf: URL(fileURLWithPath: bell.keyFile)))
    #expect(try seal() == .whole(size: size))
    try FileManager.default.removeItem(atPath: bell.keyFile)
    #expect(try seal() == .broken(LedgerFault(leaf: nil, reason: .key(.missing(path: bell.keyFile)))))
    try key.write(to: URL(fileURLWithPath: bell.keyFile))
    try bell.edit("DELETE FROM ledger_run WHERE first > 0")
    guard case .broken = try seal() else {
      Issue.record("cut entries were not noticed")
      return
    }
    try FileManager.default.removeItem(atPath: bell.path)
    try FileManager.default.moveItem(atPath: bell.path + ".old", toPath: bell.path)
    guard case .broken(let fault) = try seal(), case .rolledBack = fault.reason else {
      Issue.record("the older copy was not noticed")
      return
    }
  }
}
