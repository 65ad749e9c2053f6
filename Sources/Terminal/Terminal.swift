import CNcurses
import Foundation
import Screen

/// The terminal, taken over through ncursesw: grids go out, inputs come in. There is one at a time, and one thread talks to it.
public final class Terminal {
  /// In cells, as of the last resize.
  public private(set) var size: Size
  /// How many colours it shows.
  public let depth: ColourDepth
  /// Whether it speaks UTF-8; without it, everything is drawn in ASCII.
  public let isUTF8: Bool
  /// The marks it can show.
  public let glyphs: Glyphs

  private let environment: [String: String]
  private let screen: OpaquePointer
  private let output: FrameOutput
  private let signals: Signals
  private var painter: Painter
  private var reader: InputReader
  private var queue: [Input] = []
  private var cursorIsShown = true
  private var isOpen = true

  /// Takes over the terminal on standard input and output: alternate screen, no echo, every key as it is pressed (also ^C, ^Z, ^S, ^Q),
  /// mouse, bracketed paste.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment, mouse: Bool = true) throws(TerminalError) {
    self.environment = environment
    var settings = termios()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else { throw .notATerminal }
    guard let term = environment["TERM"], !term.isEmpty else { throw .noTerm }
    guard let description = Description(of: term) else { throw .unknownTerm(term) }
    guard description.placesCursor else { throw .cannotMoveCursor(term) }
    let wanted = ColourDepth.detect(environment: environment, terminfoColours: description.colours)
    isUTF8 = TerminalLocale.adopt(environment: environment)
    glyphs = isUTF8 ? (term.hasPrefix("linux") ? .console : .unicode) : .ascii
    signals = Signals()
    let direct = wanted == .trueColour && !description.isDirect ? description.takingColoursDirectly() : nil
    output = FrameOutput()
    guard let screen = Self.open(term, instead: direct, output) else {
      signals.end()
      throw .unknownTerm(term)
    }
    self.screen = screen
    size = Size(width: Int(getmaxx(kolokol_screen())), height: Int(getmaxy(kolokol_screen())))
    let colours = Colours(wanted: wanted)
    depth = colours.depth
    painter = Painter(colours: colours, isUTF8: isUTF8)
    reader = InputReader(mouse: mouse)
    Rescue.arm(settings: settings, farewell: Sequences.farewell)
    takeOver()
  }

  /// Shows a grid: only what differs from the last one goes out.
  public func present(_ grid: Grid, theme: Theme) {
    painter.paint(grid, theme: theme)
    show(cursor: grid.cursor)
    wnoutrefresh(kolokol_screen())
    output.inOnePiece { doupdate() }
  }

  /// Sends everything anew with the next grid, for a screen that something else wrote on.
  public func redraw() {
    painter.forget()
    clearok(kolokol_screen(), true)
  }

  /// The next thing the user does. Waits at most `timeout` (nil: for ever), and no longer than until the file descriptor `wake` can be
  /// read, which is left to the caller; nil in both cases.
  public func nextInput(timeout: Duration? = nil, wake: Int32? = nil) -> Input? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      if let input = reader.read() { return input }
      let event = Waiting.wait(signals: signals.readEnd, wake: wake, until: deadline)
      switch event {
      case .input: continue
      case .signal: signals.take().forEach(handle)
      case .wake, .timeout: return nil
      case .gone: return .terminate
      }
    }
  }

  /// Stops the program as ^Z does elsewhere, the terminal as it was before; returns when the user brings it back, with a resize as the
  /// next input.
  public func suspend() {
    giveBack()
    signals.stop()
    signals.take().filter { $0 != SIGCONT }.forEach(handle)
    resume()
  }

  /// Asks the terminal to put `text` on the clipboard (OSC 52); whether it does, it doesn't tell. False when the text is too long to get
  /// through.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    guard let sequence = Clipboard.sequence(for: text, environment: environment) else { return false }
    Sequences.send(sequence)
    return true
  }

  /// Gives the terminal back as it was. Nothing else may be called afterwards.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    giveBack()
    Rescue.disarm()
    signals.end()
    delscreen(screen)
  }

  /// Starts ncurses, for a description that isn't in the machine's database by way of the variable TERMINFO, which may hold one as base64
  /// (ncurses 6.1).
  private static func open(_ term: String, instead description: Description?, _ output: FrameOutput) -> OpaquePointer? {
    guard let description else { return kolokol_newterm(term, output.descriptor) }
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", "b64:" + Data(description.compiled).base64EncodedString(), 1)
    defer { if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") } }
    return kolokol_newterm(term, output.descriptor)
  }

  private func takeOver() {
    raw()
    noecho()
    nonl()
    leaveok(kolokol_screen(), false)
    Sequences.send(Sequences.bracketedPasteOn)
  }

  private func giveBack() {
    Sequences.send(Sequences.bracketedPasteOff)
    if !cursorIsShown { curs_set(1) }
    cursorIsShown = true
    endwin()
  }

  /// After the program was stopped: everything may have changed meanwhile.
  private func resume() {
    reset_prog_mode()
    Sequences.send(Sequences.bracketedPasteOn)
    redraw()
    resize()
  }

  private func resize() {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
      resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    }
    size = Size(width: Int(getmaxx(kolokol_screen())), height: Int(getmaxy(kolokol_screen())))
    painter.forget()
    queue.removeAll { if case .resize = $0 { true } else { false } }
    queue.append(.resize(size))
  }

  private func handle(signal: Int32) {
    switch signal {
    case SIGWINCH: resize()
    case SIGTSTP: suspend()
    case SIGCONT: resume()
    default: queue.append(.terminate)
    }
  }

  private func show(cursor: Point?) {
    if (cursor != nil) != cursorIsShown {
      cursorIsShown = cursor != nil
      curs_set(cursorIsShown ? 1 : 0)
    }
    if let cursor { wmove(kolokol_screen(), Int32(cursor.y), Int32(cursor.x)) }
  }
}
