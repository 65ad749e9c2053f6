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
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
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
  public static let plain = Theme(
    name: "plain",
    looks: [
      .title: Look(attributes: .bold), .header: Look(attributes: .reverse), .footer: Look(attributes: .reverse),
      .selection: Look(attributes: .reverse), .unread: Look(attributes: .bold), .critical: Look(attributes: [.bold, .reverse]),
      .warning: Look(attributes: .bold), .match: Look(attributes: .underline), .error: Look(attributes: .bold),
    ])

  /// The colours and attributes of a style. Text that its background would swallow gets the most readable of the theme's text colours instead.
  public func paint(of style: Style, depth: ColourDepth) -> Paint {
    let text = looks[.text] ?? Look()
    let look = looks[style.role] ?? Look()
    let behind = style.background.flatMap { looks[$0] }
    let isBar = style.background != nil && style.background != .text
    let foreground = (look.foreground ?? text.foreground)?.ink(depth) ?? .terminalDefault
    let bar = isBar ? behind?.bar ?? behind?.background ?? (behind?.attributes.contains(.reverse) == true ? nil : behind?.foreground) : nil
    let own = style.background == nil ? look.background : nil
    let background = (bar ?? own ?? text.background)?.ink(depth) ?? .terminalDefault
    var attributes = depth == .none ? look.mono ?? look.attributes : look.attributes
    if isBar, let behind { attributes.formUnion(depth == .none ? behind.mono ?? behind.attributes : behind.attributes) }
    if style.bold { attributes.insert(.bold) }
    if style.dim { attributes.insert(.dim) }
    if style.underline { attributes.insert(.underline) }
    if style.reverse { attributes.insert(.reverse) }
    let readable = readable(foreground, on: background, instead: [behind?.foreground, text.foreground, text.background], depth: depth)
    return Paint(foreground: readable, background: background, attributes: attributes)
  }

  /// Below this contrast text can't be told from its background; well below what WCAG asks for text (4.5), so that faint may be faint.
  private static let leastContrast = 2.0

  private func readable(_ ink: Ink, on background: Ink, instead: [Colour?], depth: ColourDepth) -> Ink {
    guard let behind = background.rgb, let front = ink.rgb, front.contrast(with: behind) < Self.leastContrast else { return ink }
    let inks =
      instead.compactMap { $0?.ink(depth) } + (depth == .none ? [] : [.palette(0), .palette(15)].filter { _ in depth >= .sixteen })
    return inks.max { ($0.rgb?.contrast(with: behind) ?? 0) < ($1.rgb?.contrast(with: behind) ?? 0) } ?? ink
  }
}
