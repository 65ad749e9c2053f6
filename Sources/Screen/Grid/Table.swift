/// A column of a table: how wide it may be, and how its cells stand.
public struct Column: Hashable, Sendable {
  /// Cells. A table that can't give a column its least width leaves the column out.
  public var min: Int
  public var max: Int
  /// Its share of the room left when every column has its least width; 0 takes none.
  public var flex: Int
  public var alignment: Alignment
  /// When there isn't room for all, the columns of the lowest priority go first, from the right.
  public var priority: Int

  /// A column of `min` cells that grows to `max` if it has a share. Numbers below 0 count as 0, a `max` below `min` as `min`.
  public init(min: Int, max: Int = .max, flex: Int = 0, alignment: Alignment = .leading, priority: Int = 1) {
    self.min = Swift.max(0, min)
    self.max = Swift.max(self.min, max)
    self.flex = Swift.max(0, flex)
    self.alignment = alignment
    self.priority = priority
  }

  /// A column of exactly that width.
  public static func fixed(_ width: Int, alignment: Alignment = .leading, priority: Int = 1) -> Column {
    Column(min: width, max: width, alignment: alignment, priority: priority)
  }
}

/// Columns laid out in a given width. Lay out once a frame, then draw each row with `Grid.write(row:)`.
public struct Table: Hashable, Sendable {
  public let columns: [Column]
  /// The width of each column; nil for one left out.
  public let widths: [Int?]
  /// Spaces between columns.
  public let gap: Int

  /// Lays out the columns in `width` cells.
  public init(_ columns: [Column], width: Int, gap: Int = 1) {
    self.columns = columns
    self.gap = gap
    widths = Self.layout(columns, width: width, gap: gap)
  }

  /// Where each column begins, counted from the table's left edge, and how wide it is; nil for one left out.
  public var places: [Range<Int>?] {
    var x = 0
    return widths.map { width in
      guard let width else { return nil }
      defer { x += width + gap }
      return x..<(x + width)
    }
  }

  private static func layout(_ columns: [Column], width: Int, gap: Int) -> [Int?] {
    var widths: [Int?] = columns.map(\.min)
    func needed() -> Int { widths.reduce(-gap) { $0 + ($1.map { $0 + gap } ?? 0) } }
    while needed() > width {
      let shown = columns.indices.filter { widths[$0] != nil }
      guard let victim = shown.min(by: { (columns[$0].priority, -$0) < (columns[$1].priority, -$1) }) else { break }
      widths[victim] = nil
    }
    share(width - needed(), among: columns, widths: &widths)
    return widths
  }

  /// Gives the room left to the flexible columns by their shares; what one can't take goes to the others.
  private static func share(_ room: Int, among columns: [Column], widths: inout [Int?]) {
    var room = room
    while room > 0 {
      let open = columns.indices.filter { index in widths[index].map { columns[index].flex > 0 && $0 < columns[index].max } ?? false }
      var shares = open.reduce(0) { $0 + columns[$1].flex }
      if shares == 0 { return }
      for index in open {
        let part = room * columns[index].flex / shares
        shares -= columns[index].flex
        let old = widths[index] ?? 0
        let new = Swift.min(columns[index].max - old, part) + old
        widths[index] = new
        room -= new - old
      }
    }
  }
}

extension Grid {
  /// Draws a row of a table: for each column its runs of text, cut to the column. Columns left out of the table are skipped.
  public mutating func write(row: [[Span]], table: Table, at: Point) {
    for (index, place) in table.places.enumerated() where index < row.count {
      guard let place else { continue }
      write(row[index], at: Point(x: at.x + place.lowerBound, y: at.y), width: place.count, alignment: table.columns[index].alignment)
    }
  }
}
