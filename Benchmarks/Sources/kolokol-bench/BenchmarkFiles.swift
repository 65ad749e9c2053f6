import Demo
import Foundation
import Model
import Parsing
import Storage

/// The databases and files that are measured, made from one seed and kept between runs.
struct BenchmarkFiles {
  let directory: URL

  /// The moment the histories end at: always the same, so that every run measures the same messages. 2026-06-01 12:00 UTC.
  static let now = Timestamp(milliseconds: 1_780_315_200_000)

  init(directory: String) throws {
    self.directory = URL(filePath: directory)
    try FileManager.default.createDirectory(at: self.directory, withIntermediateDirectories: true)
  }

  /// The database with a history of `messages` notifications; made when it isn't there.
  func database(messages: Int) throws -> String {
    try made("bell-\(messages).db") { unfinished in
      let store = try Store.open(unfinished)
      let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
      try DemoStore.fill(store, from: DemoHistory(messages: messages, now: Self.now), parser: parser) { done in
        if done.isMultiple(of: 100_000) { Report.progress("  \(done.grouped) of \(messages.grouped)") }
      }
      try store.close()
    }
  }

  /// A backup as SMS Backup & Restore writes it: the first delivery of each notification, whatever its channel was.
  func backup(messages: Int) throws -> String {
    try made("backup-\(messages).xml") { unfinished in
      let deliveries = DemoHistory(messages: messages, now: Self.now).lazy.compactMap(\.deliveries.first)
      try MessageFile.writeBackup(of: deliveries, count: messages, to: unfinished)
    }
  }

  /// Our own JSON lines, one for each delivery: where a push and an SMS tell the same there are two to merge.
  func jsonLines(messages: Int) throws -> String {
    try made("messages-\(messages).jsonl") { unfinished in
      try MessageFile.writeJSONLines(of: DemoHistory(messages: messages, now: Self.now).lazy.flatMap(\.deliveries), to: unfinished)
    }
  }

  /// The file of that name; what is half made lies under another name, so that a run that was stopped leaves nothing that looks whole.
  private func made(_ name: String, _ make: (String) throws -> Void) throws -> String {
    let path = directory.appending(path: name).path
    if FileManager.default.fileExists(atPath: path) { return path }
    Report.progress("Making \(path)")
    let unfinished = path + ".unfinished"
    Self.remove(database: unfinished)
    try make(unfinished)
    for suffix in ["-wal", "-shm", ".lock", ".key", ".checkpoint", ""] where FileManager.default.fileExists(atPath: unfinished + suffix) {
      try FileManager.default.moveItem(atPath: unfinished + suffix, toPath: path + suffix)
    }
    return path
  }

  /// Removes a database with the files beside it; what isn't there needs no removing.
  static func remove(database path: String) {
    for suffix in ["", "-wal", "-shm", ".lock", ".key", ".checkpoint"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
