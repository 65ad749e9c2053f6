import Foundation
import Model
import Screen

/// What may be written to the standard output: text that was made safe, or what the writer of a format for machines made, which escapes control
/// characters itself. Raw text is neither.
struct Printout {
  private(set) var bytes = Data()

  init() {}

  init(_ text: SafeText) { bytes = Data(text.text.utf8) }

  /// A line of JSON.
  init(_ object: JSONObject) {
    object.withUTF8 { bytes = Data($0) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A row of CSV. Every field is quoted; what a spreadsheet would take for a formula gets an apostrophe in front, and control characters are marks, as
  /// on the screen.
  init(csv fields: [String]) {
    let row = fields.map { field in
      let isFormula = field.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
      return "\"" + ((isFormula ? "'" : "") + Visible.text(field)).replacing("\"", with: "\"\"") + "\""
    }
    bytes = Data((row.joined(separator: ",") + "\r\n").utf8)
  }

  /// What was read from messages, as JSON lines that Parsing wrote.
  init(meanings: [UInt8]) { bytes = Data(meanings) }

  /// A frame with its colours. Cells hold nothing but what was made safe.
  init(_ grid: Grid, ansi theme: Theme) { bytes = Data(grid.ansi(theme: theme, depth: .trueColour).utf8) }

  /// A frame as a picture.
  init(_ grid: Grid, svg theme: Theme) { bytes = Data(grid.svg(theme: theme, title: "Kolokol").utf8) }

  static func + (first: Printout, second: Printout) -> Printout {
    var both = first
    both += second
    return both
  }

  static func += (printout: inout Printout, more: Printout) { printout.bytes += more.bytes }
}
