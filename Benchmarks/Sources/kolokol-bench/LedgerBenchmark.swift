import ArgumentParser
import Foundation
import Model
import Storage

/// The log: what verifying, proving and collecting evidence take.
struct LedgerBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Measure verifying the log, proofs from it, and evidence packages.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    Report.machine()
    for messages in options.messages { try Self.measure(messages: messages, options) }
  }

  private static let runs = 5
  private static let proofs = 1_000
  private static let packaged = 10_000

  static func measure(messages: Int, _ options: BenchmarkOptions) throws {
    let path = try options.files.database(messages: messages)
    let store = try Store.open(path)
    let size = try store.makeCheckpoint().checkpoint.size
    var processor: [Double] = []
    let verifying = try Samples.measure(runs: runs) {
      let before = AddingBenchmark.processorSeconds()
      guard try store.verifyLedger().isGood else { throw ChildProcess.Failure(description: "the log isn't good") }
      processor.append(AddingBenchmark.processorSeconds() - before)
    }
    var leaf = 0
    let proving = try Samples.measure(runs: proofs) {
      // Far from one another, so that none finds the block of the one before.
      leaf = (leaf + 7_919 * 257) % size
      guard try store.ledgerProof(of: leaf)?.holds == true else { throw ChildProcess.Failure(description: "no proof of \(leaf)") }
    }
    let glance = try Samples.measure(runs: 100) { _ = try store.ledgerSeal() }
    let ids = try newest(store)
    try store.close()
    Report.heading("The log, \(messages.grouped) messages, \(size.grouped) entries")
    Report.table(
      [""] + Samples.heading,
      [
        ["verify everything"] + verifying.cells, ["one proof, checked"] + proving.cells, ["the seal in the header"] + glance.cells,
        ["`kolokol evidence`, \(ids.count.grouped) messages"] + (try package(path, since: ids, options)).cells,
      ])
    Report.line("\nVerifying takes \((processor.min() ?? 0).rounded(toDigits: 2)) s of one core's time.")
  }

  private static func newest(_ store: Store) throws -> [NotificationID] {
    var ids: [NotificationID] = []
    var cursor: Cursor?
    while ids.count < packaged {
      let page = try store.page(ListQuery(), from: cursor, limit: 1_000)
      ids += page.rows.map(\.id)
      guard let last = page.rows.last, !page.reachesEnd else { break }
      cursor = Cursor(row: last, order: .newest)
    }
    return ids
  }

  /// The program itself, from its start to the last byte of the package.
  private static func package(_ path: String, since ids: [NotificationID], _ options: BenchmarkOptions) throws -> Samples {
    guard let oldest = ids.last else { return Samples() }
    let day = String(oldest.time.rfc3339.prefix(10))
    let out = options.directory + "/evidence"
    var samples = Samples()
    for _ in 0..<runs {
      try? FileManager.default.removeItem(atPath: out)
      let environment = ["HOME": options.directory, "LANG": "C.UTF-8"]
      samples.add(
        try ChildProcess.run(options.kolokol, ["evidence", "--database", path, "--out", out, "since:\(day)"], environment: environment)
          .duration)
    }
    return samples
  }
}
