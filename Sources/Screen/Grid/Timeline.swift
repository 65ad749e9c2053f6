/// Lanes side by side, one under the other, each a line from where it begins to where it ends, with marks on it.
public struct Timeline: Hashable, Sendable {
  /// One lane.
  public struct Lane: Hashable, Sendable {
    public var label: Span
    /// The columns in which the line is drawn, counted from the lanes' left edge; several where it has gaps.
    public var extents: [Range<Int>]
    public var style: Style
    public var marks: [Mark]

    public init(label: Span, extents: [Range<Int>], style: Style, marks: [Mark] = []) {
      self.label = label
      self.extents = extents
      self.style = style
      self.marks = marks
    }
  }

  /// A sign on a lane; a later one covers an earlier one in the same column.
  public struct Mark: Hashable, Sendable {
    public var column: Int
    public var sign: Span

    public init(column: Int, sign: Span) {
      self.column = column
      self.sign = sign
    }
  }

  /// What stands over a column of the axis.
  public struct Tick: Hashable, Sendable {
    public var column: Int
    public var label: String

    public init(column: Int, label: String) {
      self.column = column
      self.label = label
    }
  }

  /// The lanes from top to bottom, and what stands on the axis above them, from left to right.
  public var lanes: [Lane]
  public var ticks: [Tick]
  /// Cells for the labels at the left.
  public var labelWidth: Int

  /// Lanes under an axis with ticks.
  public init(lanes: [Lane], ticks: [Tick], labelWidth: Int) {
    self.lanes = lanes
    self.ticks = ticks
    self.labelWidth = labelWidth
  }
}

extension Grid {
  /// Draws the axis and as many lanes as there is room for. A tick whose label would touch the one before it is left out.
  public mutating func draw(_ timeline: Timeline, at rect: Rect) {
    guard rect.height > 0 else { return }
    let left = rect.x + timeline.labelWidth + 1
    let width = max(rect.columns.upperBound - left, 0)
    horizontalRule(at: rect.origin, width: rect.width)
    var free = 0
    for tick in timeline.ticks {
      let label = " " + tick.label + " "
      let labelWidth = TextWidth.of(label)
      let start = max(tick.column - 1, 0)
      guard start >= free, start + labelWidth <= width else { continue }
      write(label, at: Point(x: left + start, y: rect.y), style: Style(.muted))
      free = start + labelWidth + 1
    }
    for (place, lane) in timeline.lanes.prefix(rect.height - 1).enumerated() {
      let y = rect.y + 1 + place
      write([lane.label], at: Point(x: rect.x, y: y), width: timeline.labelWidth)
      for extent in lane.extents {
        let columns = extent.clamped(to: 0..<width)
        fill(Rect(x: left + columns.lowerBound, y: y, width: columns.count, height: 1), style: lane.style, with: glyphs.lane)
      }
      for mark in lane.marks where (0..<width).contains(mark.column) {
        write([mark.sign], at: Point(x: left + mark.column, y: y), width: 1)
      }
    }
  }
}
