import Foundation
import Screen

/// Standard output and standard error.
enum Console {
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line to standard error. Untrusted text in it is made safe.
  static func error(_ text: String) {
    FileHandle.standardError.write(Data((Visible.text(text) + "\n").utf8))
  }

  /// Replaces the last line on a terminal's standard error: progress.
  static func status(_ text: String) {
    FileHandle.standardError.write(Data(("\r" + Visible.line(text) + "\u{1B}[K").utf8))
  }

  static func clearStatus() {
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  /// Writes to standard output, for machines or already made safe.
  static func output(_ text: String) {
    output(Data(text.utf8))
  }

  /// Writes to standard output, for machines or already made safe.
  static func output(_ bytes: Data) {
    FileHandle.standardOutput.write(bytes)
  }
}
