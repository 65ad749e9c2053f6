import ArgumentParser
import Demo
import Foundation
import Ingest
import Model
import Parsing
import Storage

/// What merging adds to the work of an import: every delivery of a history comes as a message of its own, read, prepared and stored, once
/// without a rule of merging and once with it.
struct MergingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "merging", abstract: "Measure what merging push and SMS costs.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    Report.machine()
    for messages in options.messages { try Self.measure(messages: messages, options) }
  }

  /// In which order the copies come.
  private enum Arrival: String, CaseIterable {
    case mixed = "in order of time"
    case apart = "all SMS, then all pushes"
  }

  private struct Work {
    var rows = 0
    /// Seconds of processor time.
    var reading = 0.0
    var preparing = 0.0
    var storing = 0.0

    var total: Double { reading + preparing + storing }
  }

  /// How often each is measured; the quickest counts, which other programs disturbed least.
  private static let rounds = 3

  static func measure(messages: Int, _ options: BenchmarkOptions) throws {
    Report.heading("Merging, the deliveries of \(messages.grouped) notifications in batches of \(AddingBenchmark.usualBatch.grouped)")
    var rows: [[String]] = []
    for arrival in Arrival.allCases {
      let deliveries = Self.deliveries(messages: messages, arrival)
      var without = try work(deliveries, merges: false, options)
      var with = try work(deliveries, merges: true, options)
      for _ in 1..<rounds {
        without = Self.quicker(without, try work(deliveries, merges: false, options))
        with = Self.quicker(with, try work(deliveries, merges: true, options))
      }
      rows.append([
        arrival.rawValue, deliveries.count.grouped, with.rows.grouped, seconds(without), seconds(with),
        "\(((with.total / without.total - 1) * 100).rounded(toDigits: 1)) %",
      ])
    }
    Report.table(
      ["copies", "deliveries", "rows", "without merging: read + prepared + stored", "with it", "merging costs"], rows)
  }

  private static func quicker(_ one: Work, _ other: Work) -> Work { one.total <= other.total ? one : other }

  private static func seconds(_ work: Work) -> String {
    [work.reading, work.preparing, work.storing].map { "\($0.rounded(toDigits: 2))" }.joined(separator: " + ")
      + " = \(work.total.rounded(toDigits: 2)) s"
  }

  private static func deliveries(messages: Int, _ arrival: Arrival) -> [Delivery] {
    let all = DemoHistory(messages: messages, now: BenchmarkFiles.now).flatMap(\.deliveries)
    switch arrival {
    case .mixed: return all.sorted { $0.time < $1.time }
    case .apart: return all.filter { $0.channel != .push } + all.filter { $0.channel == .push }
    }
  }

  private static func work(_ deliveries: [Delivery], merges: Bool, _ options: BenchmarkOptions) throws -> Work {
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    let rule = merges ? BankMerging(parser: parser) : nil
    let path = options.directory + "/merging.db"
    defer { BenchmarkFiles.remove(database: path) }
    BenchmarkFiles.remove(database: path)
    let store = try Store.open(path)
    if let rule { store.register(merging: rule) }
    var work = Work()
    for start in stride(from: 0, to: deliveries.count, by: AddingBenchmark.usualBatch) {
      let batch = deliveries[start..<min(start + AddingBenchmark.usualBatch, deliveries.count)]
      var notifications: [Model.Notification] = []
      var prepared = PreparedNotifications([])
      work.reading += processorTime {
        notifications = batch.map { delivery in
          let meaning = parser.parse(sender: delivery.sender, channel: delivery.channel, title: delivery.title, text: delivery.text)
          return Model.Notification(bank: meaning.bank, facts: meaning.facts, isRead: false, deliveries: [delivery])
        }
      }
      work.preparing += processorTime { prepared = PreparedNotifications(notifications, rule: rule) }
      work.storing += try processorTime { _ = try store.add(prepared) }
    }
    work.rows = try store.counters().everything.total
    try store.close()
    return work
  }

  private static func processorTime(_ body: () throws -> Void) rethrows -> Double {
    let start = AddingBenchmark.processorSeconds()
    try body()
    return AddingBenchmark.processorSeconds() - start
  }
}
