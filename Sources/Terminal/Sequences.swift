import CNcurses
import Foundation

/// Control sequences that ncurses doesn't send by itself.
enum Sequences {
  /// Pasted text comes between `ESC [ 200 ~` and `ESC [ 201 ~` (xterm's control sequences, DECSET 2004).
  static let bracketedPasteOn = Array("\u{1B}[?2004h".utf8)
  static let bracketedPasteOff = Array("\u{1B}[?2004l".utf8)

  /// What undoes all that was sent to take the terminal over, for when ncurses can't be asked any more: paste and mouse off, plain text,
  /// keypad and cursor back, main screen.
  static var farewell: [UInt8] {
    var bytes = bracketedPasteOff
    if text("kmous") != nil { bytes += "\u{1B}[?1006l\u{1B}[?1000l".utf8 }
    for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] { bytes += text(name) ?? [] }
    return bytes
  }

  /// A string of the terminal's description, without the padding marks (`$<5>`) that only slow terminals need.
  static func text(_ name: String) -> [UInt8]? {
    guard let text = Description.text(name) else { return nil }
    return withoutPadding(text)
  }

  static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
    var bytes = text
    while let start = bytes.firstRange(of: "$<".utf8)?.lowerBound, let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) {
      bytes.removeSubrange(start...end)
    }
    return bytes
  }

  /// Sends bytes after what ncurses has sent, past its idea of the screen.
  static func send(_ bytes: [UInt8]) {
    send(bytes[...])
  }

  static func send(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR, errno != EAGAIN { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
