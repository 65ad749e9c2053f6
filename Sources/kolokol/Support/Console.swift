import Foundation
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
    error(item(text, width: errorWidth))
  }

  /// An item of a list: on a terminal it breaks between words and goes on indented, so that one sees where each begins. Untrusted text in it is made
  /// safe.
  static func item(_ text: String, indent: String = "", width: Int?) -> String {
    guard let width, width > 20 else { return indent + Visible.line(text) }
    let hanging = indent + "  "
    return indent + wrap(Visible.line(text), width: width - hanging.count, limit: 20).joined(separator: "\n" + hanging)
  }

  /// Writes a line to standard error. Untrusted text in it is made safe.
  static func error(_ text: String) {
    trouble(Visible.text(text) + "\n")
  }

  /// Writes to standard error, already made safe; where that can't be written, there is nobody left to tell.
  static func trouble(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Replaces the last line on a terminal's standard error: progress.
  static func status(_ text: String) {
    trouble("\r" + Visible.line(text) + "\u{1B}[K")
  }

  static func clearStatus() {
    trouble("\r\u{1B}[K")
  }

  /// Writes to standard output, for machines or already made safe.
  static func output(_ text: String) {
    output(Data(text.utf8))
  }

  /// Writes to standard output, for machines or already made safe. Where nothing more can be written, the program says why and ends.
  static func output(_ bytes: Data) {
    bytes.withUnsafeBytes { raw in
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
