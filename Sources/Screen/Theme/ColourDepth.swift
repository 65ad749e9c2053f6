/// How many colours a terminal shows.
public enum ColourDepth: Int, Comparable, CaseIterable, Sendable {
  /// Bold, underline and reverse only.
  case none = 1
  case eight = 8
  case sixteen = 16
  /// The 256 colours of xterm's palette.
  case indexed = 256
  case trueColour = 16_777_216

  public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }

  /// What the environment promises. NO_COLOR (no-color.org) wins; then what terminfo knows to be impossible; then COLORTERM and TERM.
  /// `terminfoColours` is `max_colors` of the terminal's description, nil when there is none to ask.
  public static func detect(environment: [String: String], terminfoColours: Int? = nil) -> ColourDepth {
    if let noColour = environment["NO_COLOR"], !noColour.isEmpty { return .none }
    let term = environment["TERM"] ?? ""
    if term.isEmpty || term == "dumb" { return .none }
    if let terminfoColours, terminfoColours < 8 { return .none }
    if term.hasSuffix("-direct") { return .trueColour }
    // GNU screen hands on the COLORTERM of the terminal around it, but not the colours.
    let isScreen = environment["STY"].map { !$0.isEmpty } ?? false
    if !isScreen, ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return .trueColour }
    return terminfoColours.map { ColourDepth(colours: $0) } ?? ColourDepth(term: term)
  }

  /// The deepest that needs no more than `colours`.
  public init(colours: Int) {
    self = Self.allCases.last { $0.rawValue <= colours } ?? .none
  }

  private init(term: String) {
    if term.contains("256color") {
      self = .indexed
    } else if term.contains("16color") {
      self = .sixteen
    } else if term.hasPrefix("vt") || term.hasSuffix("-mono") || term.hasSuffix("-m") {
      self = .none
    } else {
      self = .eight
    }
  }
}
