extension Grid {
  /// The frame as a picture that needs nothing but a monospace font, in the theme's true colours.
  /// The title tells what the picture shows to those who can't see it.
  public func svg(theme: Theme, title: String) -> String {
    SVGRenderer(grid: self, theme: theme).render(title: title)
  }
}

/// Cells are as wide as the characters of DejaVu Sans Mono, and as high as its line-drawing characters, so that lines join.
private struct SVGRenderer {
  /// In whole pixels, so that blocks side by side show no seams.
  private static let cellWidth = 9
  private static let cellHeight = 17
  private static let baseline = 13.5
  /// In DejaVu Sans Mono a character is 1233 of 2048 units of an em wide; its line-drawing characters are 2384 high, 17.4 pixels at this
  /// size.
  private static let fontSize = Double(cellWidth) * 2048 / 1233

  let grid: Grid
  let theme: Theme
  /// What a terminal shows where a theme leaves the colours to it.
  private let ownForeground = RGB(0xD0, 0xD0, 0xD0)
  private let ownBackground = RGB(0x10, 0x10, 0x10)

  func render(title: String) -> String {
    let width = grid.size.width * Self.cellWidth
    let height = grid.size.height * Self.cellHeight
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="\(number(Self.fontSize))" role="img">
      <title>\(escape(title))</title>
      <rect width="100%" height="100%" fill="\(colours(of: Style()).background.hex)"/>

      """
    for y in 0..<grid.size.height { svg += row(y) }
    return svg + "</svg>\n"
  }

  private func row(_ y: Int) -> String {
    var backgrounds = ""
    var texts = ""
    var x = 0
    while x < grid.size.width {
      let style = grid[x, y].style
      var end = x
      while end < grid.size.width, grid[end, y].style == style { end += 1 }
      let colours = colours(of: style)
      if colours.background != self.colours(of: Style()).background {
        backgrounds += """
          <rect x="\(x * Self.cellWidth)" y="\(y * Self.cellHeight)" \
          width="\((end - x) * Self.cellWidth)" height="\(Self.cellHeight)" fill="\(colours.background.hex)"/>

          """
      }
      for word in words(in: x..<end, y) { texts += text(word.text, x: word.x, y: y, fill: colours.foreground, style: style) }
      x = end
    }
    return backgrounds + texts
  }

  /// Runs of ASCII between spaces, and every other character for itself, so that each stands in its cell whatever the font.
  private func words(in columns: Range<Int>, _ y: Int) -> [(x: Int, text: String)] {
    var words: [(x: Int, text: String)] = []
    var isOpen = false
    for x in columns {
      let text = grid[x, y].text
      if text == " " || text.isEmpty {
        isOpen = false
      } else if isOpen, text.utf8.count <= 2, let last = words.indices.last {
        words[last].text += text
      } else {
        words.append((x, text))
        isOpen = text.utf8.count <= 2
      }
    }
    return words
  }

  private func text(_ text: String, x: Int, y: Int, fill: RGB, style: Style) -> String {
    let attributes = theme.paint(of: style, depth: .trueColour).attributes
    var extra = ""
    if attributes.contains(.bold) { extra += " font-weight=\"bold\"" }
    if attributes.contains(.italic) { extra += " font-style=\"italic\"" }
    if attributes.contains(.underline) { extra += " text-decoration=\"underline\"" }
    if attributes.contains(.dim) { extra += " fill-opacity=\"0.6\"" }
    return """
      <text x="\(x * Self.cellWidth)" y="\(number(Double(y * Self.cellHeight) + Self.baseline))" \
      fill="\(fill.hex)"\(extra)>\(escape(text))</text>

      """
  }

  private func colours(of style: Style) -> (foreground: RGB, background: RGB) {
    let paint = theme.paint(of: style, depth: .trueColour)
    let foreground = paint.foreground.rgb ?? ownForeground
    let background = paint.background.rgb ?? ownBackground
    return paint.attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
  }

  /// Two places after the point.
  private func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    if fraction == 0 { return "\(hundredths / 100)" }
    return "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)"
  }

  private func escape(_ text: String) -> String {
    var escaped = ""
    for character in Visible.line(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
