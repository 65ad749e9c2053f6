/// Why the screen can't be taken over.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output isn't a terminal.
  case notATerminal
  /// TERM isn't set.
  case noTerm
  /// There is no description of this TERM on the machine. Mostly helped by installing ncurses-term, or by TERM=xterm-256color.
  case unknownTerm(String)
  /// The terminal can't place its cursor, so that nothing can be drawn on it: dumb, a printer.
  case cannotMoveCursor(String)
}
