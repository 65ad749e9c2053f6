import ArgumentParser
import Foundation

/// `kolokol import` from end to end: read, parsed, merged, indexed, committed.
struct ImportBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: "Measure importing.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    Report.machine()
    for messages in options.messages { try Self.measure(messages: messages, options) }
  }

  static func measure(messages: Int, _ options: BenchmarkOptions) throws {
    let files = try options.files
    Report.heading("Import, \(messages.grouped) messages")
    let lines = try files.jsonLines(messages: messages)
    Report.table(
      [
        "file", "messages", "size", "into an empty bell", "messages/s", "messages/s of the busiest thread", "of all threads",
        "the same again", "most memory",
      ],
      [
        try row("SMS Backup & Restore, XML", try files.backup(messages: messages), messages, options),
        try row("JSON lines", lines, try Self.lines(of: lines), options),
      ])
  }

  private static func row(_ name: String, _ file: String, _ messages: Int, _ options: BenchmarkOptions) throws -> [String] {
    let database = options.directory + "/import.db"
    let environment = ["HOME": options.directory, "PATH": "/usr/bin:/bin"]
    defer { BenchmarkFiles.remove(database: database) }
    BenchmarkFiles.remove(database: database)
    let first = try ChildProcess.run(options.kolokol, ["import", "--database", database, file], environment: environment)
    let again = try ChildProcess.run(options.kolokol, ["import", "--database", database, file], environment: environment)
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    return [
      name, messages.grouped, "\((Double(size) / 1_048_576).rounded(toDigits: 0)) MB", "\(first.duration.seconds.rounded(toDigits: 2)) s",
      rate(messages, first.duration.seconds), rate(messages, first.busiestThread), rate(messages, first.processor),
      "\(again.duration.seconds.rounded(toDigits: 2)) s",
      "\((Double(first.memory) / 1024).rounded(toDigits: 0)) MB",
    ]
  }

  /// How many lines a file has: where a push and an SMS tell the same there are two.
  private static func lines(of file: String) throws -> Int {
    // Piece by piece: what this process has in memory when it starts another counts as that one's.
    let handle = try FileHandle(forReadingFrom: URL(filePath: file))
    var count = 0
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { count += piece.count { $0 == UInt8(ascii: "\n") } }
    try handle.close()
    return count
  }

  private static func rate(_ messages: Int, _ seconds: Double) -> String {
    Int(Double(messages) / seconds).grouped
  }
}
