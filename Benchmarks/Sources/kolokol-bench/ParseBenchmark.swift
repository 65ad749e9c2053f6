import ArgumentParser
import Demo
import Foundation
import Model
import Parsing

/// What `kolokol parse` does, on one core: JSON lines in, JSON lines out.
struct ParseBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "parse", abstract: "Measure reading texts, and texts made to be slow.")

  @Option(
    help: "A file of JSON lines {\"sender\", \"text\"} to read over and over; may be given several times. Without it the demo's messages.")
  var texts: [String] = []

  @Option(help: "How many messages are read in a run, at least.")
  var messages = 300_000

  @Option(help: "How many hostile texts.")
  var hostile = 5_000

  private static let runs = 5

  func run() throws {
    Report.machine()
    let parser = MessageParser(catalog: BankCatalog.load(userDirectory: nil).catalog)
    Report.heading("Reading, one core")
    Report.table(["texts", "messages", "bytes a message", "messages/s", "messages/s of processor time"], [try rate(parser)])
    Report.heading("Hostile texts")
    Report.table(["µs per 100 characters", "characters", "begins with"], worst(parser))
  }

  /// The best of several runs.
  private func rate(_ parser: MessageParser) throws -> [String] {
    var lines: [UInt8] = []
    for path in texts { lines += try Data(contentsOf: URL(filePath: path)) }
    if lines.isEmpty { lines = try Self.demo() }
    let count = lines.count { $0 == UInt8(ascii: "\n") }
    let rounds = max(1, messages / max(1, count))
    var best = (wall: Double.infinity, processor: Double.infinity)
    for _ in 0..<Self.runs {
      var reading = Reading(parser)
      let start = (Self.seconds(CLOCK_MONOTONIC), Self.seconds(CLOCK_PROCESS_CPUTIME_ID))
      for _ in 0..<rounds { reading.read(lines) }
      best.wall = min(best.wall, Self.seconds(CLOCK_MONOTONIC) - start.0)
      best.processor = min(best.processor, Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - start.1)
    }
    let total = Double(rounds * count)
    return [
      texts.isEmpty ? "the demo's" : texts.map { URL(filePath: $0).lastPathComponent }.joined(separator: ", "), (rounds * count).grouped,
      "\(lines.count / max(1, count))", Int(total / best.wall).grouped, Int(total / best.processor).grouped,
    ]
  }

  /// The slowest texts: each is read several times, its best time counts.
  private func worst(_ parser: MessageParser) -> [[String]] {
    var slowest: [(time: Double, characters: Int, text: String)] = []
    let senders = ["", "900", "Tinkoff", "Raiffeisen", "VTB", "HDFCBK", "telebirr"]
    for (number, text) in HostileTexts(count: hostile, seed: 7).enumerated() {
      var line = Array("{\"sender\":\"\(senders[number % senders.count])\",\"text\":".utf8)
      line += (try? JSONEncoder().encode(text)) ?? Data()
      line += Array("}\n".utf8)
      var reading = Reading(parser)
      var best = Double.infinity
      for _ in 0..<Self.runs {
        let start = Self.seconds(CLOCK_MONOTONIC)
        reading.read(line)
        best = min(best, Self.seconds(CLOCK_MONOTONIC) - start)
      }
      let characters = text.unicodeScalars.count
      slowest.append((best * 1e6 * 100 / Double(characters), characters, text))
    }
    slowest.sort { $0.time > $1.time }
    return slowest.prefix(5).map { [String(format: "%.1f", $0.time), "\($0.characters)", "`\(Self.shown($0.text))`"] }
  }

  private static func shown(_ text: String) -> String {
    String(text.unicodeScalars.prefix(30).map { $0.properties.isEmoji || $0.value > 0x20 && $0 != "|" && $0 != "`" ? Character($0) : "·" })
  }

  /// A reader that keeps what a run of the program keeps.
  private struct Reading: ~Copyable {
    var stream: ParseStream
    var writer = MeaningWriter()

    init(_ parser: MessageParser) { stream = ParseStream(parser: parser) }

    mutating func read(_ lines: [UInt8]) {
      lines.withUnsafeBufferPointer { lines in stream.feed(lines) { writer.write($0) } }
      _ = writer.take()
    }
  }

  private static func demo() throws -> [UInt8] {
    var lines: [UInt8] = []
    let encoder = JSONEncoder()
    for delivery in DemoHistory(messages: 5_000, now: BenchmarkFiles.now).lazy.flatMap(\.deliveries) {
      lines += try encoder.encode(["sender": delivery.sender, "title": delivery.title ?? "", "text": delivery.text])
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
