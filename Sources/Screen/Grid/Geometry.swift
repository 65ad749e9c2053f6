/// A number of columns and rows, in terminal cells; never negative.
public struct Size: Hashable, Sendable {
  public var width: Int
  public var height: Int

  /// Negative numbers count as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A cell's place: column and row, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells. Its width and height are never negative; it may reach beyond a grid, which then clips it.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  /// Its first column and row, and its extent; negative extents count as 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a grid of that size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The extent.
  public var size: Size { Size(width: width, height: height) }
  /// The cell at the top left.
  public var origin: Point { Point(x: x, y: y) }
  /// Whether it covers no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The columns covered.
  public var columns: Range<Int> { x..<(x + width) }
  /// The rows covered.
  public var rows: Range<Int> { y..<(y + height) }

  /// Whether the cell at `point` is covered.
  public func contains(_ point: Point) -> Bool {
    columns.contains(point.x) && rows.contains(point.y)
  }

  /// What both rectangles cover; empty when they don't meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top,
      width: min(columns.upperBound, other.columns.upperBound) - left,
      height: min(rows.upperBound, other.rows.upperBound) - top)
  }

  /// The rectangle without `dx` columns on either side and `dy` rows above and below.
  public func inset(_ dx: Int, _ dy: Int) -> Rect {
    Rect(x: x + min(dx, width), y: y + min(dy, height), width: width - 2 * dx, height: height - 2 * dy)
  }

  /// The first `count` columns, or all there are.
  public func leading(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: min(max(0, count), width), height: height)
  }

  /// The last `count` columns, or all there are.
  public func trailing(_ count: Int) -> Rect {
    let kept = min(max(0, count), width)
    return Rect(x: x + width - kept, y: y, width: kept, height: height)
  }

  /// The first `count` rows, or all there are.
  public func top(_ count: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: min(max(0, count), height))
  }

  /// The last `count` rows, or all there are.
  public func bottom(_ count: Int) -> Rect {
    let kept = min(max(0, count), height)
    return Rect(x: x, y: y + height - kept, width: width, height: kept)
  }

  /// What is left when `leading` columns, `top` rows and so on are taken off the sides.
  public func dropping(leading: Int = 0, trailing: Int = 0, top: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + min(leading, width), y: y + min(top, height),
      width: width - leading - trailing, height: height - top - bottom)
  }
}
