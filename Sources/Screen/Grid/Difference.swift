extension Grid {
  /// The columns of a row from the first to the last that differ from `other`, widened so that no wide character of either is cut; nil
  /// when none does. A grid of another size differs in all.
  public func changedColumns(from other: Grid, row y: Int) -> Range<Int>? {
    guard other.size == size else { return 0..<size.width }
    let start = y * size.width
    let end = start + size.width
    if clusters.isEmpty, other.clusters.isEmpty { return changedSlots(from: other, start..<end) }
    var first = start
    while first < end, isSame(slots[first], other.slots[first], in: other) { first += 1 }
    guard first < end else { return nil }
    var last = end - 1
    while isSame(slots[last], other.slots[last], in: other) { last -= 1 }
    while first > start, slots[first].isRightHalf || other.slots[first].isRightHalf { first -= 1 }
    while last + 1 < end, slots[last + 1].isRightHalf || other.slots[last + 1].isRightHalf { last += 1 }
    return (first - start)..<(last + 1 - start)
  }

  /// The same for a row that begins at `row.lowerBound`, in frames in which every cell is one scalar.
  private func changedSlots(from other: Grid, _ row: Range<Int>) -> Range<Int>? {
    slots.withUnsafeBufferPointer { new in
      other.slots.withUnsafeBufferPointer { old in
        var first = row.lowerBound
        while first < row.upperBound, new[first] == old[first] { first += 1 }
        guard first < row.upperBound else { return nil }
        var last = row.upperBound - 1
        while new[last] == old[last] { last -= 1 }
        while first > row.lowerBound, new[first].isRightHalf || old[first].isRightHalf { first -= 1 }
        while last + 1 < row.upperBound, new[last + 1].isRightHalf || old[last + 1].isRightHalf { last += 1 }
        return (first - row.lowerBound)..<(last + 1 - row.lowerBound)
      }
    }
  }
}
