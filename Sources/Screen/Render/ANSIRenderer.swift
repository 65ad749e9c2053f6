extension Grid {
  /// The frame as text with ECMA-48 colour sequences, a line a row, for a terminal or a pager that passes colours.
  public func ansi(theme: Theme, depth: ColourDepth) -> String {
    var output = ""
    for y in 0..<size.height {
      var current: Style?
      for cell in row(y) {
        if cell.style != current {
          current = cell.style
          output += theme.paint(of: cell.style, depth: depth).escape
        }
        output += cell.text
      }
      output += "\u{1B}[0m\n"
    }
    return output
  }
}

extension Theme.Paint {
  /// Select Graphic Rendition (ECMA-48 8.3.117), everything else reset.
  fileprivate var escape: String {
    var codes = ["0"]
    let attributeCodes: [(Theme.Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7")]
    codes += attributeCodes.filter { attributes.contains($0.0) }.map(\.1)
    if let code = foreground.code(base: 30) { codes.append(code) }
    if let code = background.code(base: 40) { codes.append(code) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension Ink {
  /// The code of SGR; `base` is 30 for the foreground, 40 for the background.
  fileprivate func code(base: Int) -> String? {
    switch self {
    case .terminalDefault: nil
    case .palette(let index) where index < 8: "\(base + Int(index))"
    case .palette(let index) where index < 16: "\(base + 52 + Int(index))"
    case .palette(let index): "\(base + 8);5;\(index)"
    case .rgb(let rgb): "\(base + 8);2;\(rgb.red);\(rgb.green);\(rgb.blue)"
    }
  }
}
