import CNcurses
import Foundation
import Screen

/// Reads keys, mouse and pasted text from ncurses, without waiting for them.
struct InputReader {
  /// Codes for the brackets around pasted text, above all that ncurses gives out (from KEY_MAX, 511, one for each extended key of the
  /// terminal's description).
  private static let pasteStart: Int32 = 0x7001
  private static let pasteEnd: Int32 = 0x7002
  /// Characters. What is pasted beyond this is dropped: it goes into lines that hold a search or a comment.
  private static let pasteLimit = 1_000_000
  /// In milliseconds: how late the rest of pasted text may come.
  private static let pastePatience: Int32 = 500

  /// A window that is never shown: reading from the one on the screen would refresh it.
  private let window: UnsafeMutablePointer<WINDOW>?
  private var mouse = MouseDecoder()
  /// Read ahead, and to be read again.
  private var pending: [Raw] = []
  /// What the mouse did and nobody took yet.
  private var mouseEvents: [Mouse] = []

  /// What one call of ncurses gave.
  private enum Raw {
    case character(UInt32)
    case code(Int32)
  }

  init(mouse: Bool) {
    window = newpad(1, 1)
    keypad(window, true)
    nodelay(window, true)
    // Escape alone is told from a key's sequence by waiting this long, in milliseconds, for more.
    set_escdelay(25)
    define_key("\u{1B}[200~", Self.pasteStart)
    define_key("\u{1B}[201~", Self.pasteEnd)
    guard mouse else { return }
    // Clicks are put together by MouseDecoder; ncurses would hold every press back to see whether it becomes one.
    mouseinterval(0)
    mousemask(KOLOKOL_PRESSED | KOLOKOL_CLICKED | KOLOKOL_RELEASED | KOLOKOL_WHEEL_UP | KOLOKOL_WHEEL_DOWN, nil)
  }

  /// The next input that is there already; nil when there is none. What means nothing is skipped.
  mutating func read() -> Input? {
    if !mouseEvents.isEmpty { return .mouse(mouseEvents.removeFirst()) }
    while let raw = next() {
      if let input = input(raw) { return input }
    }
    return nil
  }

  private mutating func input(_ raw: Raw) -> Input? {
    switch raw {
    case .character(0x1B): escape().map { .key($0) }
    case .character(let character): KeyDecoder.key(character: character).map { .key($0) }
    case .code(KEY_MOUSE): mouseInput()
    case .code(Self.pasteStart): .paste(paste())
    case .code(let code): KeyDecoder.key(code: code).map { .key($0) }
    }
  }

  /// The Escape key, or a key whose sequence ncurses doesn't know. A sequence is there as a whole by the time its ESC is.
  private mutating func escape() -> Key? {
    var sequence = EscapeSequence()
    var read: [Raw] = []
    while let raw = next() {
      read.append(raw)
      guard case .character(let character) = raw else { break }
      switch sequence.read(character) {
      case .more: continue
      case .done(let key): return key
      case .none: break
      }
      break
    }
    pending = read + pending
    return .escape
  }

  private mutating func next() -> Raw? {
    if !pending.isEmpty { return pending.removeFirst() }
    var character: wint_t = 0
    return switch wget_wch(window, &character) {
    case OK: .character(character)
    case KEY_CODE_YES: .code(Int32(bitPattern: character))
    default: nil
    }
  }

  /// Of what came at once ncurses tells the last first, and tells of it once.
  private mutating func mouseInput() -> Input? {
    var events: [MEVENT] = []
    var event = MEVENT()
    while events.count < Self.mouseLimit, getmouse(&event) == OK { events.append(event) }
    for event in events.reversed() {
      let point = Point(x: Int(event.x), y: Int(event.y))
      if let done = mouse.mouse(buttons: event.bstate, at: point, now: .now) { mouseEvents.append(done) }
    }
    return mouseEvents.isEmpty ? nil : .mouse(mouseEvents.removeFirst())
  }

  /// More than ncurses keeps, which is eight.
  private static let mouseLimit = 16

  /// Everything up to the closing bracket, or until nothing more comes.
  private mutating func paste() -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    while let raw = next() ?? patiently() {
      switch raw {
      case .code(Self.pasteEnd): return PastedText.normalised(String(text))
      case .character(let character):
        count += 1
        if count <= Self.pasteLimit, let scalar = Unicode.Scalar(character) { text.append(scalar) }
      case .code: continue
      }
    }
    return PastedText.normalised(String(text))
  }

  private mutating func patiently() -> Raw? {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, Self.pastePatience) > 0 ? next() : nil
  }
}

/// Pasted text as other text is: terminals send the line ends as carriage returns.
enum PastedText {
  static func normalised(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
