import ArgumentParser
import Demo
import Foundation
import Model
import Parsing
import Storage

/// `Store.add` alone: notifications that are read already, stored, indexed and committed.
struct AddingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "adding", abstract: "Measure adding to the database, without reading files.")

  @OptionGroup var options: BenchmarkOptions

  @Option(help: "How many notifications make a transaction.")
  var batch = usualBatch

  static let usualBatch = 5000

  func run() throws {
    Report.machine()
    for messages in options.messages { try Self.measure(messages: messages, batch: batch, options) }
  }

  static func measure(messages: Int, batch: Int, _ options: BenchmarkOptions) throws {
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    let path = options.directory + "/adding.db"
    defer { BenchmarkFiles.remove(database: path) }
    BenchmarkFiles.remove(database: path)
    let store = try Store.open(path)
    var taken = Duration.zero
    var pending: [Model.Notification] = []
    var processor = 0.0
    func flush() throws {
      let clock = ContinuousClock()
      let start = clock.now
      let before = processorSeconds()
      _ = try store.add(pending)
      processor += processorSeconds() - before
      taken += start.duration(to: clock.now)
      pending.removeAll(keepingCapacity: true)
    }
    for var notification in DemoHistory(messages: messages, now: BenchmarkFiles.now) {
      let shown = notification.deliveries[0]
      let meaning = parser.parse(sender: shown.sender, channel: shown.channel, title: shown.title, text: shown.text)
      notification.bank = meaning.bank
      notification.facts = meaning.facts
      pending.append(notification)
      if pending.count == batch { try flush() }
    }
    try flush()
    try store.close()
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    Report.heading("Adding, \(messages.grouped) messages in batches of \(batch.grouped)")
    Report.table(
      ["messages/s", "messages/s of processor time", "database"],
      [
        [
          Int(Double(messages) / taken.seconds).grouped, Int(Double(messages) / processor).grouped,
          "\((Double(size) / 1_048_576).rounded(toDigits: 0)) MB",
        ]
      ])
  }

  /// What the process has used of the processor, which other programs don't disturb as they disturb the clock.
  static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
