/// A frame: cells in rows, and where the cursor stands. Everything a screen draws goes through here, and everything written here is safe to show.
public struct Grid: Hashable, Sendable {
  public let size: Size
  /// Where the terminal's cursor stands; nil hides it.
  public var cursor: Point?
  /// The marks to draw rules, frames and ellipses with.
  public var glyphs: Glyphs
  /// Row by row.
  private(set) var cells: [Cell]

  /// A grid of spaces in `style`.
  public init(_ size: Size, style: Style = Style(), glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: Cell(style: style), count: size.width * size.height)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell in column `x` of row `y`; a blank one outside the grid.
  public subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : Cell()
  }

  /// Writes text on one line, made safe (see `Visible`), cut to `width` cells with an ellipsis when it is longer, and clipped at the grid's edges.
  /// A wide character is never split. A `width` of nil means all the room to the right edge.
  ///
  /// Returns the cells used, counted from `at`; with another alignment than leading the room before the text counts, too.
  @discardableResult
  public mutating func write(
    _ text: String, at: Point, width: Int? = nil, style: Style = Style(), alignment: Alignment = .leading
  ) -> Int {
    write([Span(text, style)], at: at, width: width, alignment: alignment)
  }

  /// Writes runs of text one after another on one line, together cut to `width`.
  @discardableResult
  public mutating func write(_ spans: [Span], at: Point, width: Int? = nil, alignment: Alignment = .leading) -> Int {
    let room = min(width ?? Int.max, size.width - at.x)
    guard room > 0, 0..<size.height ~= at.y else { return 0 }
    guard let used = Self.width(of: spans, limit: room) else { return writeCut(spans, at: at, room: room) }
    let start =
      switch alignment {
      case .leading: at.x
      case .center: at.x + (room - used) / 2
      case .trailing: at.x + room - used
      }
    var x = start
    for span in spans {
      x = put(span, x: x, y: at.y, end: start + used)
    }
    return start + used - at.x
  }

  /// Puts `text`, one character wide, in every cell of the rectangle.
  public mutating func fill(_ rect: Rect, style: Style = Style(), with text: String = " ") {
    let area = rect.intersection(bounds)
    guard !area.isEmpty, let piece = PieceReader(text).first(where: { _ in true }) else { return }
    for y in area.rows {
      var x = area.x
      while x + piece.width <= area.columns.upperBound {
        put(piece, style: style, x: x, y: y)
        x += piece.width
      }
    }
  }

  /// Puts another background behind what stands in the rectangle.
  public mutating func restyle(_ rect: Rect, background: Role) {
    let area = rect.intersection(bounds)
    for y in area.rows {
      for x in area.columns {
        cells[y * size.width + x].style.background = background
      }
    }
  }

  /// Replaces the text of every cell; a wide character becomes a narrow one and a space.
  mutating func replaceTexts(_ replacement: (String) -> String) {
    for index in cells.indices {
      cells[index].text = cells[index].isRightHalf ? " " : replacement(cells[index].text)
    }
  }

  private static func width(of spans: [Span], limit: Int) -> Int? {
    var width = 0
    for span in spans {
      guard let more = TextWidth.of(span.text, limit: limit - width) else { return nil }
      width += more
    }
    return width
  }

  private mutating func writeCut(_ spans: [Span], at: Point, room: Int) -> Int {
    let ellipsis = Span(glyphs.ellipsis, spans.last?.style ?? Style())
    let end = at.x + room - TextWidth.of(ellipsis.text)
    var x = at.x
    var style = ellipsis.style
    for span in spans where x < end {
      style = span.style
      let next = put(span, x: x, y: at.y, end: end)
      let isWhole = next - x == TextWidth.of(span.text, limit: end - x)
      x = next
      if !isWhole { break }
    }
    x = put(Span(ellipsis.text, style), x: x, y: at.y, end: at.x + room)
    return x - at.x
  }

  /// Draws what fits before column `end`; returns the column after it.
  private mutating func put(_ span: Span, x: Int, y: Int, end: Int) -> Int {
    var x = x
    for piece in PieceReader(span.text) {
      guard x + piece.width <= end else { break }
      put(piece, style: span.style, x: x, y: y)
      x += piece.width
    }
    return x
  }

  private mutating func put(_ piece: Piece, style: Style, x: Int, y: Int) {
    switch piece.shape {
    case .character:
      set(Cell(piece.text, style: style), x: x, y: y)
      if piece.width == 2 { set(Cell("", style: style), x: x + 1, y: y) }
    case .padded:
      set(Cell(piece.text, style: style), x: x, y: y)
      set(Cell(" ", style: style), x: x + 1, y: y)
    case .run:
      for (offset, character) in piece.text.enumerated() {
        set(Cell(String(character), style: style), x: x + offset, y: y)
      }
    }
  }

  /// Replaces a cell; the other half of a wide character that was there becomes a space.
  private mutating func set(_ cell: Cell, x: Int, y: Int) {
    guard 0..<size.width ~= x else { return }
    if x == 0, cell.isRightHalf { return set(Cell(style: cell.style), x: x, y: y) }
    let index = y * size.width + x
    if cells[index].isRightHalf, !cell.isRightHalf, x > 0 { cells[index - 1].text = " " }
    cells[index] = cell
    if x + 1 < size.width, cells[index + 1].isRightHalf { cells[index + 1].text = " " }
  }
}
