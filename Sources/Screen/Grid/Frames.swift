extension Grid {
  /// A rule from `at` to the right.
  public mutating func horizontalRule(at: Point, width: Int, style: Style = Style(.border)) {
    fill(Rect(x: at.x, y: at.y, width: width, height: 1), style: style, with: glyphs.rule)
  }

  /// A rule from `at` downwards.
  public mutating func verticalRule(at: Point, height: Int, style: Style = Style(.border)) {
    fill(Rect(x: at.x, y: at.y, width: 1, height: height), style: style, with: glyphs.vertical)
  }

  /// A frame along the inside of the rectangle; what it surrounds stays. With `title`, that stands in the upper edge.
  public mutating func box(_ rect: Rect, style: Style = Style(.border), title: Span? = nil) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.columns.upperBound - 1
    let bottom = rect.rows.upperBound - 1
    for y in [rect.y, bottom] { horizontalRule(at: Point(x: rect.x, y: y), width: rect.width, style: style) }
    for x in [rect.x, right] { verticalRule(at: Point(x: x, y: rect.y), height: rect.height, style: style) }
    let corners = [
      (glyphs.cornerTopLeft, rect.x, rect.y), (glyphs.cornerTopRight, right, rect.y),
      (glyphs.cornerBottomLeft, rect.x, bottom), (glyphs.cornerBottomRight, right, bottom),
    ]
    for (corner, x, y) in corners {
      fill(Rect(x: x, y: y, width: 1, height: 1), style: style, with: corner)
    }
    if let title, rect.width > 6 {
      let padded = Span(" " + title.text + " ", title.style)
      write([padded], at: Point(x: rect.x + 2, y: rect.y), width: rect.width - 4)
    }
  }
}
