/// The colours and attributes of every role, at every depth. Themes are read from TOML by `ThemeLibrary`.
public struct Theme: Hashable, Sendable {
  /// The name of its file without `.toml`.
  public let name: String
  private let looks: [Role: Look]

  /// How a role looks.
  struct Look: Hashable, Sendable {
    var foreground: Colour?
    /// Behind the role's own text.
    var background: Colour?
    /// Behind other text, when the role serves as a background.
    var bar: Colour?
    var attributes: Attributes = []
    /// The attributes where there are no colours.
    var mono: Attributes?
  }

  /// What the text itself looks like, beside its colours.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each.
    public let rawValue: UInt8

    /// A set of the attributes whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier, or brighter where there are 8 colours.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter, where the terminal knows how.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted, where the terminal knows how.
    public static let italic = Attributes(rawValue: 4)
    /// Underlined.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// What to tell a terminal for a style.
  public struct Paint: Hashable, Sendable {
    public var foreground: Ink
    public var background: Ink
    public var attributes: Attributes
  }

  init(name: String, looks: [Role: Look]) {
    self.name = name
    self.looks = looks
  }

  /// The theme of last resort: no colours, attributes only.
  static let plain = Theme(
    name: "plain",
    looks: [
      .title: Look(attributes: .bold), .header: Look(attributes: .reverse), .footer: Look(attributes: .reverse),
      .selection: Look(attributes: .reverse), .unread: Look(attributes: .bold), .critical: Look(attributes: [.bold, .reverse]),
      .warning: Look(attributes: .bold), .match: Look(attributes: .underline), .error: Look(attributes: .bold),
    ])

  /// The colours and attributes of a style. Text that its background would swallow gets the most readable of the theme's colours instead.
  public func paint(of style: Style, depth: ColourDepth) -> Paint {
    let text = looks[.text] ?? Look()
    let look = looks[style.role] ?? Look()
    let bar = style.background.flatMap { $0 == .text ? nil : looks[$0] }
    let foreground = look.foreground ?? text.foreground
    let own = style.background == nil ? look.background : nil
    let background = bar?.bar ?? bar?.background ?? bar?.foreground ?? own ?? text.background
    var attributes = look.attributes(depth).union(bar?.attributes(depth) ?? [])
    if style.bold { attributes.insert(.bold) }
    if style.dim { attributes.insert(.dim) }
    if style.underline { attributes.insert(.underline) }
    if style.reverse { attributes.insert(.reverse) }
    let paint = Paint(
      foreground: foreground?.ink(depth) ?? .terminalDefault, background: background?.ink(depth) ?? .terminalDefault, attributes: attributes
    )
    return readable(paint, instead: [bar?.foreground, text.foreground, text.background], depth: depth)
  }

  /// The contrast that WCAG 2.2 asks for large text and marks; for text it asks for 4.5, but faint may be faint.
  private static let leastContrast = 3.0

  /// Where the contrast is too small to tell text from its background, another colour.
  private func readable(_ paint: Paint, instead colours: [Colour?], depth: ColourDepth) -> Paint {
    guard let behind = paint.background.rgb, let front = paint.foreground.rgb, front.contrast(with: behind) < Self.leastContrast else {
      return paint
    }
    let inks = colours.compactMap { $0?.ink(depth) }
    let best = inks.max { ($0.rgb?.contrast(with: behind) ?? 0) < ($1.rgb?.contrast(with: behind) ?? 0) }
    var readable = paint
    readable.foreground = best ?? paint.foreground
    return readable
  }
}

extension Theme.Look {
  func attributes(_ depth: ColourDepth) -> Theme.Attributes {
    depth == .none ? mono ?? attributes : attributes
  }
}
