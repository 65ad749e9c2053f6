import ArgumentParser
import Delivery
import Interface

/// `kolokol lab simulate`: what a bank sends one client, as JSON lines.
struct LabSimulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Write what a bank sends one invented client, as the JSON lines that import reads.",
    discussion: """
      The same seed writes the same bytes on every machine. The texts are invented, and so are the codes in them. \
      kolokol demo --live --story FILE plays what was written.
      """)

  @Argument(help: ArgumentHelp("The id of a policy, or a TOML file.", valueName: "policy"))
  var policy: String
  @Option(help: ArgumentHelp("How many everyday messages, 1 to 1 000 000.", valueName: "n"))
  var messages = 42
  @Option(help: ArgumentHelp("Over how many days, 1 to 3 660.", valueName: "n"))
  var days = 30
  @Option(help: ArgumentHelp("Another seed simulates another client.", valueName: "n"))
  var seed: UInt64 = 1
  @Flag(help: "In the middle of it the adversary takes his shortest path, as kolokol lab check finds it.")
  var attack = false
  @Option(help: ArgumentHelp("A new file; - for the standard output.", valueName: "file"))
  var out = "-"

  func validate() throws {
    guard (1...1_000_000).contains(messages) else { throw ValidationError("--messages \(messages): expected 1 to 1000000.") }
    guard (1...3_660).contains(days) else { throw ValidationError("--days \(days): expected 1 to 3660.") }
  }

  func run() throws {
    let setting = Setting()
    let policy = try PolicyArguments.load(policy, setting)
    let path = attack ? try TracePath(name: TracePath.shortest).moves(policy, depth: AdversarySearch.standardDepth, setting) : []
    let history = SimulatedHistory(policy, messages: messages, days: days, seed: seed, attack: path)
    try LinesFile.write(history.items.lazy.flatMap(\.json), to: out, setting: setting)
  }
}
