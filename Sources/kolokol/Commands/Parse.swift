import ArgumentParser
import Foundation
import Interface
import Parsing
import Screen

/// `kolokol parse`: texts → what they say.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Read what texts of messages say.",
    discussion: """
      Input, from files or the standard input: a text a line, or JSON lines {"id", "sender", "title", "text"}. \
      docs/parsing.md lists what is read. A line that can't be read is left out and reported; the status is then 2.
      """)

  @Argument(help: ArgumentHelp("Files of messages; none, or -, for the standard input.", valueName: "file"))
  var files: [String] = []
  @Flag(help: "One JSON object a line, with codes in the open.")
  var json = false
  @Flag(help: "Say which template fits, and where each value stands.")
  var explain = false
  @Flag(help: "Print one-time codes in the open.")
  var revealCodes = false

  func run() throws {
    let setting = Setting()
    for problem in setting.problems { Console.error(problem) }
    let parser = MessageParser(catalog: setting.catalog)
    var isWhole = true
    for file in files.isEmpty ? ["-"] : files {
      if file == "-", isatty(STDIN_FILENO) == 1 { Console.error(setting.strings.parseStrings.typeHint) }
      isWhole = try read(file, parser: parser, strings: setting.strings) && isWhole
    }
    if !isWhole { throw ExitCode(ExitStatus.badUsage) }
  }

  private static let blockSize = 1 << 18

  /// Reads a file block by block and prints what each holds.
  ///
  /// - Returns: whether every line could be read.
  private func read(_ file: String, parser: MessageParser, strings: Strings) throws -> Bool {
    let input = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    defer { if input > STDIN_FILENO { close(input) } }
    var stream = ParseStream(parser: parser)
    var printer = ParsePrinter(json: json, explains: explain, revealsCodes: revealCodes, strings: strings)
    var buffer = [UInt8](repeating: 0, count: Self.blockSize)
    var isWhole = true
    while true {
      let count = input < 0 ? -1 : buffer.withUnsafeMutableBytes { Foundation.read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        Console.error(strings.parseStrings.cannotRead(file, errno))
        return false
      }
      if count == 0 {
        stream.finish { printer.add($0) }
      } else {
        buffer.withUnsafeBufferPointer { stream.feed(UnsafeBufferPointer(rebasing: $0[..<count])) { printer.add($0) } }
      }
      Console.output(printer.take())
      for problem in stream.takeProblems() {
        Console.error(strings.parseStrings.problem(file, problem))
        isWhole = false
      }
      if count == 0 { return isWhole }
    }
  }
}
