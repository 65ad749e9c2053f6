/// A frame: cells in rows, and where the cursor stands. Everything a screen draws goes through here, and everything written here is safe
/// to show.
public struct Grid: Sendable {
  public let size: Size
  /// Where the terminal's cursor stands; nil hides it.
  public var cursor: Point?
  /// The marks to draw rules, frames and ellipses with.
  public var glyphs: Glyphs
  /// Row by row.
  var slots: [Slot]
  /// The texts that are more than one scalar, by the order in which they were written.
  private(set) var clusters: [String] = []

  /// A cell as it is stored, so that frames are drawn and compared fast.
  struct Slot: Hashable, Sendable {
    /// A Unicode scalar; `rightHalf`; or, from `firstCluster`, a place in `clusters`.
    var code: UInt32
    var style: Style

    static let rightHalf: UInt32 = 0
    static let space: UInt32 = 0x20
    static let firstCluster: UInt32 = 0x110000

    var isRightHalf: Bool { code == Self.rightHalf }
    var isCluster: Bool { code >= Self.firstCluster }
  }

  /// A grid of spaces in `style`.
  public init(_ size: Size, style: Style = Style(), glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    slots = Array(repeating: Slot(code: Slot.space, style: style), count: size.width * size.height)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size) }

  /// The cell in column `x` of row `y`; a blank one outside the grid.
  public subscript(x: Int, y: Int) -> Cell {
    guard bounds.contains(Point(x: x, y: y)) else { return Cell() }
    let slot = slots[y * size.width + x]
    return Cell(text(of: slot), style: slot.style)
  }

  /// The cells of a row, from left to right.
  public func row(_ y: Int) -> [Cell] {
    0..<size.height ~= y ? slots[(y * size.width)..<((y + 1) * size.width)].map { Cell(text(of: $0), style: $0.style) } : []
  }

  /// Goes through the cells of a row that lie in `columns`, from left to right, without right halves of wide characters. Of a cell whose text is
  /// one scalar, as nearly all are, it makes no string.
  public func forEachCell(inRow y: Int, columns: Range<Int>, _ body: (CellContent, _ isWide: Bool, Style) -> Void) {
    guard 0..<size.height ~= y else { return }
    let start = y * size.width
    for index in columns.clamped(to: 0..<size.width) {
      let slot = slots[start + index]
      if slot.isRightHalf { continue }
      let isWide = index + 1 < size.width && slots[start + index + 1].isRightHalf
      if !slot.isCluster, let scalar = Unicode.Scalar(slot.code) {
        body(.scalar(scalar), isWide, slot.style)
      } else {
        body(.cluster(text(of: slot)), isWide, slot.style)
      }
    }
  }

  func text(of slot: Slot) -> String {
    if slot.isRightHalf { return "" }
    if slot.isCluster { return clusters[Int(slot.code - Slot.firstCluster)] }
    return Unicode.Scalar(slot.code).map { String($0) } ?? ""
  }

  /// Writes text on one line, made safe (see `Visible`), cut to `width` cells with an ellipsis when it is longer, and clipped at the
  /// grid's edges. A wide character is never split. A `width` of nil means all the room to the right edge.
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
    if spans.count == 1, at.x >= 0, let used = writePlain(spans[0], at: at, room: room, alignment: alignment) { return used }
    guard let used = Self.width(of: spans, limit: room) else { return writeCut(spans, at: at, room: room) }
    let start = at.x + alignment.offset(of: used, in: room)
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
        slots[y * size.width + x].style.background = background
      }
    }
  }

  /// Replaces the text of every cell; a wide character becomes a narrow one and a space.
  mutating func replaceTexts(_ replacement: (String) -> String) {
    for index in slots.indices where !(0x20...0x7E ~= slots[index].code) {
      slots[index].code = slots[index].isRightHalf ? Slot.space : code(of: replacement(text(of: slots[index])))
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
    var reader = PieceReader(span.text)
    while let item = reader.nextItem() {
      switch item {
      case .plain(let scalar):
        guard x < end else { return x }
        set(Slot(code: scalar.value, style: span.style), x: x, y: y)
        x += 1
      case .piece(let piece):
        guard x + piece.width <= end else { return x }
        put(piece, style: span.style, x: x, y: y)
        x += piece.width
      }
    }
    return x
  }

  private mutating func put(_ piece: Piece, style: Style, x: Int, y: Int) {
    switch piece.shape {
    case .character:
      set(Slot(code: code(of: piece.text), style: style), x: x, y: y)
      if piece.width == 2 { set(Slot(code: Slot.rightHalf, style: style), x: x + 1, y: y) }
    case .padded:
      set(Slot(code: code(of: piece.text), style: style), x: x, y: y)
      set(Slot(code: Slot.space, style: style), x: x + 1, y: y)
    case .run:
      for (offset, scalar) in piece.text.unicodeScalars.enumerated() {
        set(Slot(code: scalar.value, style: style), x: x + offset, y: y)
      }
    }
  }

  /// Replaces a cell; the other half of a wide character that was there becomes a space.
  private mutating func set(_ slot: Slot, x: Int, y: Int) {
    guard 0..<size.width ~= x else { return }
    let index = y * size.width + x
    if slot.isRightHalf {
      slots[index] = Slot(code: x == 0 ? Slot.space : slot.code, style: slot.style)
    } else {
      if slots[index].isRightHalf { slots[index - 1].code = Slot.space }
      slots[index] = slot
    }
    if x + 1 < size.width, slots[index + 1].isRightHalf { slots[index + 1].code = Slot.space }
  }

  private mutating func code(of text: String) -> UInt32 {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return Slot.space }
    guard scalars.next() != nil else { return first.value }
    clusters.append(text)
    return Slot.firstCluster + UInt32(clusters.count - 1)
  }
}

extension Grid: Hashable {
  public static func == (left: Grid, right: Grid) -> Bool {
    left.size == right.size && left.cursor == right.cursor && left.glyphs == right.glyphs
      && left.slots.indices.allSatisfy { left.isSame(left.slots[$0], right.slots[$0], in: right) }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(cursor)
    for slot in slots { hasher.combine(slot.style) }
  }

  func isSame(_ slot: Slot, _ otherSlot: Slot, in other: Grid) -> Bool {
    if slot.isCluster, otherSlot.isCluster { return slot.style == otherSlot.style && text(of: slot) == other.text(of: otherSlot) }
    return slot == otherSlot
  }
}
