import Foundation
import Interface
import Parsing
import Screen

/// Prints what messages say, as JSON lines or for people.
struct ParsePrinter {
  let json: Bool
  let explains: Bool
  let revealsCodes: Bool
  let strings: Strings
  private var writer = MeaningWriter()
  private var lines: SafeText = ""

  init(json: Bool, explains: Bool, revealsCodes: Bool, strings: Strings) {
    self.json = json
    self.explains = explains
    self.revealsCodes = revealsCodes
    self.strings = strings
  }

  mutating func add(_ message: ReadMessage) {
    if json {
      writer.write(message, explains: explains)
    } else {
      lines += SafeText(line: strings.line(message, revealsCodes: revealsCodes)) + "\n"
      guard explains else { return }
      for line in strings.explanation(of: message, revealsCodes: revealsCodes) { lines += "    " + SafeText(line: line) + "\n" }
    }
  }

  /// Takes what there is to print.
  mutating func take() -> Printout {
    defer { lines = "" }
    return json ? Printout(meanings: writer.take()) : Printout(lines)
  }
}
