/// How a cell looks: the role of its text, the role whose background it stands on, and emphasis beyond what the theme gives the role.
public struct Style: Hashable, Sendable {
  /// Gives the text its colour and attributes, and its background unless `background` says otherwise.
  public var role: Role
  /// Whose background to stand on, for bars and selections; nil for the role's own.
  public var background: Role?
  public var bold: Bool
  public var dim: Bool
  public var underline: Bool
  public var reverse: Bool

  public init(
    _ role: Role = .text, background: Role? = nil, bold: Bool = false, dim: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.role = role
    self.background = background
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }

  /// The same text standing on another role's background.
  public func on(_ background: Role) -> Style {
    var style = self
    style.background = background
    return style
  }
}

/// A run of text in one style.
public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = Style()) {
    self.text = text
    self.style = style
  }
}

/// Where a text stands in the width it was given.
public enum Alignment: Hashable, Sendable {
  case leading
  case center
  case trailing

  /// The cells before something that takes `used` of `room`.
  func offset(of used: Int, in room: Int) -> Int {
    switch self {
    case .leading: 0
    case .center: (room - used) / 2
    case .trailing: room - used
    }
  }
}
