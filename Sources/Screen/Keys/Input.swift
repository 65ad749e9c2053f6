/// What the user, or the terminal around the program, did.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// The terminal has this size now; also the first thing after coming back from a suspension, when all must be drawn anew.
  case resize(Size)
  /// Text pasted as one piece, as it came: raw, with line ends as `\n`.
  case paste(String)
  /// The program was asked to end: by SIGTERM, SIGINT, or SIGHUP when its terminal went away.
  case terminate
}

/// A key, as the terminal tells it.
public enum Key: Hashable, Sendable {
  /// A printable character, Shift included.
  case character(Character)
  /// A letter held with Ctrl, in lower case: "d" for ^D. Tab, Enter, Escape and Backspace have cases of their own.
  case control(Character)
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  case tab
  case backTab
  case enter
  case escape
  case backspace
  case delete
  case insert
  /// F1 is 1.
  case function(Int)
}

/// What the mouse did, and in which cell.
public struct Mouse: Hashable, Sendable {
  /// What happened, of the left button and the wheel.
  public enum Kind: Hashable, Sendable {
    case press
    case release
    case doubleClick
    case wheelUp
    case wheelDown
  }

  /// What happened.
  public var kind: Kind
  /// The cell under the pointer.
  public var at: Point

  public init(_ kind: Kind, at: Point) {
    self.kind = kind
    self.at = at
  }
}
