import ArgumentParser
import Foundation

/// The whole program in a terminal: how long until its first screen, how long from a key to the frame it leads to, how much memory.
struct BellBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bell", abstract: "Measure opening, key presses and memory in a terminal.")

  @OptionGroup var options: BenchmarkOptions

  func run() throws {
    Report.machine()
    for messages in options.messages { try Self.measure(messages: messages, options) }
  }

  private static let width = 120
  private static let height = 40

  /// What is typed, and how often.
  private static let journeys: [(name: String, keys: String, runs: Int)] = [
    ("j, one row down", "j", 300),
    ("k, one row up", "k", 200),
    ("^D, half a page down", "\u{04}", 200),
    ("^U, half a page up", "\u{15}", 100),
    ("], next unread", "]", 20),
    ("G, the oldest; g, the newest", "Gg", 20),
    ("Tab, the next tab", "\t", 20),
  ]

  static func measure(messages: Int, _ options: BenchmarkOptions) throws {
    let path = try options.files.database(messages: messages)
    Report.heading("The bell in a terminal of \(width)×\(height), \(messages.grouped) messages")

    var opening = Answers()
    for _ in 0..<20 {
      let bell = try open(path, options)
      opening.add(try bell.firstScreen(quiet: .milliseconds(300)))
      bell.stop()
    }

    let bell = try open(path, options)
    _ = try bell.firstScreen(quiet: .milliseconds(300))
    let atFirst = memory(of: bell)
    var rows = [["open to first screen"] + opening.cells]
    var all = Answers()
    for journey in journeys {
      var answers = Answers()
      for _ in 0..<journey.runs {
        for key in journey.keys {
          guard let answer = try bell.type(String(key), quiet: .milliseconds(40)) else { continue }
          answers.add(answer)
          all.add(answer)
        }
      }
      rows.append([journey.name] + answers.cells)
    }
    rows.append(["all these keys"] + all.cells)
    rows.append(["a letter of a search"] + (try search(in: bell)).cells)
    Report.table(["from key to frame"] + Answers.heading, rows)

    let after = memory(of: bell)
    bell.stop()
    Report.line("")
    Report.table(["memory", "resident", "of it the program's own"], [["first screen"] + atFirst, ["after all these keys"] + after])
  }

  private static func open(_ database: String, _ options: BenchmarkOptions) throws -> PseudoTerminal {
    let home = FileManager.default.temporaryDirectory.path
    return try PseudoTerminal(
      options.kolokol, ["--database", database], width: width, height: height,
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home, "PATH": "/usr/bin:/bin", "TZ": "Europe/Moscow"])
  }

  /// Types words letter by letter, as somebody does who looks for something.
  private static func search(in bell: PseudoTerminal) throws -> Answers {
    var answers = Answers()
    for word in ["карта", "баланс", "код", "pyaterochka"] {
      _ = try bell.type("/", quiet: .milliseconds(100))
      for letter in word {
        guard let answer = try bell.type(String(letter), quiet: .milliseconds(100)) else { continue }
        answers.add(answer)
      }
      _ = try bell.type("\u{1B}", quiet: .milliseconds(300))
    }
    return answers
  }

  /// All that is resident, and the share that isn't mapped from files.
  private static func memory(of bell: PseudoTerminal) -> [String] {
    ["VmRSS", "RssAnon"].map { key in
      bell.memory(key).map { "\((Double($0) / 1024).rounded(toDigits: 1)) MB" } ?? "unknown"
    }
  }
}

/// What the program answered: until everything was painted, and until the first byte of it.
private struct Answers {
  private var whole = Samples()
  private var first = Samples()

  mutating func add(_ answer: PseudoTerminal.Answer) {
    whole.add(answer.whole)
    first.add(answer.first)
  }

  static let heading = Samples.heading + ["first byte: median", "p99"]

  var cells: [String] {
    whole.cells + [first.quantile(0.5).inMilliseconds, first.quantile(0.99).inMilliseconds]
  }
}
