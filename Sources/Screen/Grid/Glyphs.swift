/// The marks of the program: a set for UTF-8 terminals with the usual fonts, one for the Linux console, whose fonts hold little more than
/// code page 437, and one in ASCII. Each is one cell wide except `bell`, `infinity` and `perMille`.
public struct Glyphs: Hashable, Sendable {
  public let bell: String
  public let unreadDot: String
  public let pinned: String
  public let selected: String
  public let warning: String
  public let check: String
  public let cross: String
  /// Stands for each character of a masked code.
  public let mask: String
  public let bullet: String
  /// Between short items on one line.
  public let separator: String
  public let ellipsis: String
  public let arrowRight: String
  public let arrowLeft: String
  public let arrowUp: String
  public let arrowDown: String
  /// Before what is new above, or opens.
  public let triangleRight: String
  public let triangleDown: String
  public let rule: String
  public let vertical: String
  public let cornerTopLeft: String
  public let cornerTopRight: String
  public let cornerBottomLeft: String
  public let cornerBottomRight: String
  /// A vertical rule meeting a horizontal one from below, from above, from the right, from the left, and both crossing.
  public let teeDown: String
  public let teeUp: String
  public let teeRight: String
  public let teeLeft: String
  public let crossing: String
  /// A lane of a timeline.
  public let lane: String
  public let scrollThumb: String
  public let scrollTrack: String
  /// From the thinnest bar to a full cell: eight steps, or one where the font has no parts of a block.
  public let barSteps: [String]
  /// Without bound.
  public let infinity: String
  /// Parts of a thousand.
  public let perMille: String

  /// For UTF-8 terminals.
  public static let unicode = Glyphs(
    bell: "🔔", unreadDot: "●", pinned: "★", selected: "◆", warning: "▲", check: "✓", cross: "✗", mask: "•", bullet: "•", separator: "·",
    ellipsis: "…", arrowRight: "→", arrowLeft: "←", arrowUp: "↑", arrowDown: "↓", triangleRight: "▸", triangleDown: "▾", rule: "─",
    vertical: "│", cornerTopLeft: "┌", cornerTopRight: "┐", cornerBottomLeft: "└", cornerBottomRight: "┘", teeDown: "┬", teeUp: "┴",
    teeRight: "├", teeLeft: "┤", crossing: "┼", lane: "▬", scrollThumb: "┃", scrollTrack: "│",
    barSteps: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], infinity: "∞", perMille: "‰")

  /// For the Linux console.
  public static let console = Glyphs(
    bell: "♪", unreadDot: "•", pinned: "*", selected: "+", warning: "!", check: "√", cross: "x", mask: "•", bullet: "•", separator: "·",
    ellipsis: "~", arrowRight: "→", arrowLeft: "←", arrowUp: "↑", arrowDown: "↓", triangleRight: "►", triangleDown: "▼", rule: "─",
    vertical: "│", cornerTopLeft: "┌", cornerTopRight: "┐", cornerBottomLeft: "└", cornerBottomRight: "┘", teeDown: "┬", teeUp: "┴",
    teeRight: "├", teeLeft: "┤", crossing: "┼", lane: "═", scrollThumb: "█", scrollTrack: "│",
    barSteps: ["▌", "█"], infinity: "∞", perMille: "/1000")

  /// For terminals without UTF-8.
  public static let ascii = Glyphs(
    bell: "(!)", unreadDot: "*", pinned: "^", selected: "+", warning: "!", check: "v", cross: "x", mask: "*", bullet: "*", separator: "-",
    ellipsis: "~", arrowRight: ">", arrowLeft: "<", arrowUp: "^", arrowDown: "v", triangleRight: ">", triangleDown: "v", rule: "-",
    vertical: "|", cornerTopLeft: "+", cornerTopRight: "+", cornerBottomLeft: "+", cornerBottomRight: "+", teeDown: "+", teeUp: "+",
    teeRight: "+", teeLeft: "+", crossing: "+", lane: "=", scrollThumb: "#", scrollTrack: "|",
    barSteps: ["#"], infinity: "inf", perMille: "/1000")

  /// A text in letters that the terminal has: in ASCII spelled out, so that no sound is lost.
  public func spelling(_ text: String) -> String { self == .ascii ? Transliteration.spelled(text) : text }

  /// A text with this set's signs for what has no bound, for parts of a thousand and for more or less.
  public func rewriting(_ text: String) -> String {
    text.replacing(Self.unicode.infinity, with: infinity).replacing(Self.unicode.perMille, with: perMille)
      .replacing("±", with: self == .ascii ? "+-" : "±")
  }
}
