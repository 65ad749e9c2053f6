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
    Report.table(
      ["file", "size", "into an empty bell", "messages/s", "the same again", "most memory"],
      [
        try row("SMS Backup & Restore, XML", try files.backup(messages: messages), messages, options),
        try row("JSON lines", try files.jsonLines(messages: messages), messages, options),
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
      name, "\((Double(size) / 1_048_576).rounded(toDigits: 0)) MB", "\(first.duration.seconds.rounded(toDigits: 2)) s",
      Int(Double(messages) / first.duration.seconds).grouped, "\(again.duration.seconds.rounded(toDigits: 2)) s",
      "\((Double(first.memory) / 1024).rounded(toDigits: 0)) MB",
    ]
  }
}
