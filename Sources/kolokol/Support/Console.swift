import Foundation
import Model
import Screen

/// Standard output and standard error.
enum Console {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many cells a line of standard output has; nil where it is no terminal, and lines may be as long as they are.
  static var outputWidth: Int? { outputIsTerminal ? width(of: STDOUT_FILENO) : nil }
  /// The same for standard error.
  static var errorWidth: Int? { errorIsTerminal ? width(of: STDERR_FILENO) : nil }

  private static func width(of file: Int32) -> Int? {
    var window = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }

  /// Writes an item of a list to standard error.
  static func listError(_ text: String) {
    error(item(text, width: errorWidth).text)
  }

  /// An item of a list: on a terminal it breaks between words and goes on indented, so that one sees where each begins.
  static func item(_ text: String, indent: String = "", width: Int?) -> SafeText {
    guard let width, width > 20 else { return SafeText(indent + Visible.line(text)) }
    let hanging = indent + "  "
    return SafeText(indent + wrap(Visible.line(text), width: width - hanging.count, limit: 20).joined(separator: "\n" + hanging))
  }

  /// Writes a line to standard error, made safe here.
  static func error(_ text: String) {
    trouble(SafeText(text) + "\n")
  }

  /// Asks something on standard error; the answer comes behind it.
  static func ask(_ question: String) {
    trouble(SafeText(question) + " ")
  }

  /// Replaces the last line on a terminal's standard error: progress.
  static func status(_ text: String) {
    trouble("\r" + SafeText(line: text) + "\u{1B}[K")
  }

  static func clearStatus() {
    trouble("\r\u{1B}[K")
  }

  /// Writes to standard error; where that can't be written, there is nobody left to tell.
  private static func trouble(_ text: SafeText) {
    try? FileHandle.standardError.write(contentsOf: Data(text.text.utf8))
  }

  /// Writes text for people to standard output.
  static func output(_ text: SafeText) {
    output(Printout(text))
  }

  /// Writes a line of JSON to standard output.
  static func output(_ object: JSONObject) {
    output(Printout(object))
  }

  /// Writes to standard output. Where nothing more can be written, the program says why and ends.
  static func output(_ printout: Printout) {
    printout.bytes.withUnsafeBytes { raw in
      var rest = raw[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        let reason = errno
        if written < 0, reason == EINTR { continue }
        guard written > 0 else {
          Self.error(Setting().strings.cannotWriteOutput(String(cString: strerror(reason))))
          exit(ExitStatus.badUsage)
        }
        rest = rest[(rest.startIndex + written)...]
      }
    }
  }
}
