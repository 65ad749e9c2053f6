/// Text that may be printed on a terminal: `Visible` made it safe, and nothing else makes one, so that raw text can't be taken for it.
///
/// In a literal, what stands in the program is taken as it is, and what is put into it is made safe.
public struct SafeText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The text; safe.
  public private(set) var text: String

  /// Makes text safe; its line ends stay.
  public init(_ raw: String) { text = Visible.text(raw) }

  /// Makes text safe, on one line.
  public init(line raw: String) { text = Visible.line(raw) }

  /// What the program itself says.
  public init(stringLiteral words: StaticString) { text = words.description }

  /// What the program says with what is put into it.
  public init(stringInterpolation parts: Parts) { text = parts.text }

  private init(safe: String) { text = safe }

  /// A literal as it is put together.
  public struct Parts: StringInterpolationProtocol {
    fileprivate var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Takes what stands in the program as it is.
    public mutating func appendLiteral(_ words: StaticString) { text += words.description }

    /// Makes safe what is put in.
    public mutating func appendInterpolation(_ raw: String) { text += Visible.text(raw) }

    /// Takes what is safe already.
    public mutating func appendInterpolation(_ safe: SafeText) { text += safe.text }
  }

  /// One behind the other.
  public static func + (first: SafeText, second: SafeText) -> SafeText { SafeText(safe: first.text + second.text) }

  /// Adds more behind it.
  public static func += (text: inout SafeText, more: SafeText) { text.text += more.text }

  /// In exactly so many cells: what is too long is cut, what is too short gets blanks.
  public func fitted(to width: Int, _ alignment: Alignment) -> SafeText {
    var cut = text
    while TextWidth.of(cut) > width { cut.removeLast() }
    let padding = String(repeating: " ", count: width - TextWidth.of(cut))
    return SafeText(safe: alignment == .trailing ? padding + cut : cut + padding)
  }
}

extension Sequence where Element == SafeText {
  /// One behind the other, with something between them.
  public func joined(separator: SafeText = "") -> SafeText {
    var all: SafeText = ""
    var isFirst = true
    for text in self {
      if !isFirst { all += separator }
      all += text
      isFirst = false
    }
    return all
  }
}
