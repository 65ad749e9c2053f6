extension Grid {
  /// The columns of a row from the first to the last that differ from `other`, widened so that no wide character of either is cut; nil
  /// when none does. A grid of another size differs in all.
  public func changedColumns(from other: Grid, row y: Int) -> Range<Int>? {
    guard other.size == size else { return 0..<size.width }
    let start = y * size.width
    let end = start + size.width
    var first = start
    while first < end, isSame(slots[first], other.slots[first], in: other) { first += 1 }
    guard first < end else { return nil }
    var last = end - 1
    while isSame(slots[last], other.slots[last], in: other) { last -= 1 }
    while first > start, slots[first].isRightHalf || other.slots[first].isRightHalf { first -= 1 }
    while last + 1 < end, slots[last + 1].isRightHalf || other.slots[last + 1].isRightHalf { last += 1 }
    return (first - start)..<(last + 1 - start)
  }
}
