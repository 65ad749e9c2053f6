import ArgumentParser

/// Measures Kolokol and prints tables in Markdown; docs/performance.md says what the numbers mean.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kolokol-bench",
    abstract: "Measure Kolokol; print tables in Markdown.",
    subcommands: [
      Everything.self, BellBenchmark.self, StoreBenchmark.self, ImportBenchmark.self, AddingBenchmark.self, MergingBenchmark.self,
      DetectionBenchmark.self, ParseBenchmark.self, LedgerBenchmark.self,
    ],
    defaultSubcommand: Everything.self)
}

/// What every benchmark is told.
struct BenchmarkOptions: ParsableArguments {
  @Option(help: "How many messages; may be given several times.")
  var messages: [Int] = [100_000]

  @Option(help: "Where databases and files are made and kept for the next run.")
  var directory = ".build/benchmarks"

  @Option(help: "The program to measure.")
  var kolokol = ".build/release/kolokol"

  var files: BenchmarkFiles {
    get throws { try BenchmarkFiles(directory: directory) }
  }
}

/// All benchmarks, one after the other.
struct Everything: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "all", abstract: "Run every benchmark.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    Report.machine()
    for messages in options.messages {
      try BellBenchmark.measure(messages: messages, options)
      try StoreBenchmark.measure(messages: messages, options)
      try ImportBenchmark.measure(messages: messages, options)
      try AddingBenchmark.measure(messages: messages, batch: AddingBenchmark.usualBatch, options)
      try MergingBenchmark.measure(messages: messages, options)
    }
  }
}
