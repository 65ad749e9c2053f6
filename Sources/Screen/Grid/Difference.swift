extension Grid {
  /// The cells of a row, from left to right.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    0..<size.height ~= y ? cells[(y * size.width)..<((y + 1) * size.width)] : []
  }

  /// The columns of a row from the first to the last that differ from `other`, widened so that no wide character of either is cut; nil when none does.
  /// A grid of another size differs in all.
  public func changedColumns(from other: Grid, row y: Int) -> Range<Int>? {
    guard other.size == size else { return 0..<size.width }
    let start = y * size.width
    let end = start + size.width
    var first = start
    while first < end, cells[first] == other.cells[first] { first += 1 }
    guard first < end else { return nil }
    var last = end - 1
    while cells[last] == other.cells[last] { last -= 1 }
    while first > start, cells[first].isRightHalf || other.cells[first].isRightHalf { first -= 1 }
    while last + 1 < end, cells[last + 1].isRightHalf || other.cells[last + 1].isRightHalf { last += 1 }
    return (first - start)..<(last + 1 - start)
  }
}
