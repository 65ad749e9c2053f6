import Testing

@testable import Screen

@Suite("The built-in themes")
struct BuiltInThemeTests {
  private static let names = ["kolokol", "colour-blind", "high-contrast", "light", "mono"]
  private static let bars: [Role] = [.text, .header, .footer, .selection, .input, .critical, .warning]

  @Test("there are five, the green one first, and all can be read")
  func load() {
    let library = ThemeLibrary()
    #expect(library.names == Self.names)
    let (themes, problems) = library.all()
    #expect(themes.map(\.name) == Self.names)
    #expect(problems.isEmpty)
  }

  @Test("every role can be read on the screen and on every bar, at every depth", arguments: names, ColourDepth.allCases)
  func contrast(name: String, depth: ColourDepth) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for background in Self.bars {
      for role in Role.allCases {
        let paint = theme.paint(of: Style(role, background: background), depth: depth)
        guard let front = paint.foreground.rgb, let behind = paint.background.rgb else { continue }
        let contrast = front.contrast(with: behind)
        #expect(contrast >= 3, "\(role) on \(background): \(contrast)")
      }
    }
  }

  @Test("text and what matters on it has the contrast that WCAG asks for", arguments: names, [ColourDepth.trueColour, .indexed])
  func textContrast(name: String, depth: ColourDepth) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for role in Role.allCases {
      let paint = theme.paint(of: Style(role), depth: depth)
      guard let front = paint.foreground.rgb, let behind = paint.background.rgb else { continue }
      let contrast = front.contrast(with: behind)
      #expect(contrast >= 4.5, "\(role): \(contrast)")
      if name == "high-contrast" { #expect(contrast >= 7, "\(role): \(contrast)") }
    }
  }

  @Test("nothing is said by colour alone: without colours the selection, unread, critical and matches still stand out", arguments: names)
  func withoutColours(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    func attributes(_ style: Style) -> Theme.Attributes { theme.paint(of: style, depth: .none).attributes }
    let text = attributes(Style(.text))
    for role in [Role.header, .selection, .unread, .critical, .match, .input, .error, .title] {
      #expect(attributes(Style(role)) != text, "\(role)")
    }
    #expect(attributes(Style(.text, background: .selection)) != text)
    #expect(attributes(Style(.critical)) != attributes(Style(.warning)))
  }

  @Test("without colours no colour is sent", arguments: names)
  func noColour(name: String) throws {
    let theme = try ThemeLibrary().theme(named: name)
    for role in Role.allCases {
      let paint = theme.paint(of: Style(role, background: .selection), depth: .none)
      #expect(paint.foreground == .terminalDefault && paint.background == .terminalDefault)
    }
  }

  @Test("in the colour-blind theme good and bad stay apart for those who don't see red or green")
  func colourBlind() throws {
    let theme = try ThemeLibrary().theme(named: "colour-blind")
    let pairs: [(Role, Role)] = [(.good, .critical), (.good, .warning), (.moneyIn, .moneyOut), (.moneyIn, .critical), (.bank, .warning)]
    for (one, other) in pairs {
      let first = try #require(theme.paint(of: Style(one), depth: .trueColour).foreground.rgb)
      let second = try #require(theme.paint(of: Style(other), depth: .trueColour).foreground.rgb)
      #expect(Self.distance(Self.deuteranopia(first), Self.deuteranopia(second)) > 60, "\(one), \(other)")
      #expect(Self.distance(Self.protanopia(first), Self.protanopia(second)) > 60, "\(one), \(other)")
    }
  }

  /// What is left of a colour without the cones for green, and without those for red (Machado, Oliveira and Fernandes 2009, severity 1;
  /// applied to sRGB values as they are, which is near enough to tell colours apart).
  private static func deuteranopia(_ colour: RGB) -> [Double] {
    seen(colour, [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]])
  }

  private static func protanopia(_ colour: RGB) -> [Double] {
    seen(colour, [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]])
  }

  private static func seen(_ colour: RGB, _ matrix: [[Double]]) -> [Double] {
    let parts = [colour.red, colour.green, colour.blue].map(Double.init)
    return matrix.map { row in zip(row, parts).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private static func distance(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }
}
