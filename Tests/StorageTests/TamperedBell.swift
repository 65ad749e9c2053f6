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
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA foreign_keys = OFF;" + sql) }
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

  /// At which sizes of the log a checkpoint lies in the database.
  func checkpointSizes() throws -> [Int] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.inDatabase { db in try Int.fetchAll(db, sql: "SELECT size FROM ledger_checkpoint ORDER BY size") }
  }

  /// The files beside the database whose names end so.
  func neighbours(endingIn suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(suffix) }
  }

  func reasons() throws -> [LedgerFault.Reason] { try verdict().faults.map(\.reason) }
}
