/// The part of a long list that is in memory, with the cursor and the first visible row.
///
/// The logic is generic over its rows: it knows nothing of databases and screens, and asks for more rows by `wanted`.
public struct ListWindow<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// The loaded rows, in the list's order, without gaps.
  public private(set) var rows: [Row] = []
  /// Index of the row under the cursor; 0 when there are no rows.
  public private(set) var cursor = 0
  /// Index of the first row on the screen.
  public private(set) var top = 0
  /// Whether the first loaded row is the list's first, and the last one its last.
  public private(set) var reachesStart = true
  public private(set) var reachesEnd = true

  /// Rows kept in memory at most; a page far from the cursor is let go and read again when needed.
  static var capacity: Int { 1_200 }

  public init() {}

  /// Which side of the window wants more rows.
  public enum Side: Hashable, Sendable { case start, end }

  /// The row under the cursor; nil in an empty list.
  public var current: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }
  /// Whether nothing is loaded.
  public var isEmpty: Bool { rows.isEmpty }

  /// Replaces everything; the cursor goes to `id` if it's there, else to the first row (or the last, where `atEnd`).
  public mutating func replace(_ rows: [Row], reachesStart: Bool, reachesEnd: Bool, cursor id: Row.ID? = nil, atEnd: Bool = false) {
    self.rows = rows
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
    let fallback = atEnd ? max(rows.count - 1, 0) : 0
    cursor = id.flatMap { id in rows.firstIndex { $0.id == id } } ?? fallback
    top = min(top, cursor)
  }

  /// Adds the rows that come before the first one; the cursor stays on its row, and what is on the screen stays where it is.
  public mutating func prepend(_ earlier: [Row], reachesStart: Bool) {
    rows.insert(contentsOf: earlier, at: 0)
    cursor += rows.count == earlier.count ? 0 : earlier.count
    top += rows.count == earlier.count ? 0 : earlier.count
    self.reachesStart = reachesStart
    let excess = rows.count - Self.capacity
    if excess > 0, rows.count - excess > cursor + 200 {
      rows.removeLast(excess)
      reachesEnd = false
    }
  }

  /// Adds the rows that come after the last one.
  public mutating func append(_ later: [Row], reachesEnd: Bool) {
    rows.append(contentsOf: later)
    self.reachesEnd = reachesEnd
    let excess = rows.count - Self.capacity
    if excess > 0, min(top, cursor) > excess + 200 {
      rows.removeFirst(excess)
      cursor -= excess
      top -= excess
      reachesStart = false
    }
  }

  /// Puts newer copies in the place of rows that are loaded.
  public mutating func refresh(_ newer: [Row]) where Row.ID: Hashable {
    let byID = Dictionary(newer.map { ($0.id, $0) }) { _, last in last }
    for index in rows.indices {
      if let row = byID[rows[index].id] { rows[index] = row }
    }
  }

  /// Takes in what the same stretch of the list looks like now: new rows find their places, rows that no longer match stay until the list is loaded again.
  public mutating func merge(_ fresh: [Row], reachesStart: Bool, reachesEnd: Bool, precedes: (Row, Row) -> Bool) where Row.ID: Hashable {
    let anchor = current?.id
    let offset = cursor - top
    let freshIDs = Set(fresh.map(\.id))
    let sticky = rows.filter { !freshIDs.contains($0.id) }
    var merged: [Row] = []
    merged.reserveCapacity(fresh.count + sticky.count)
    var index = 0
    for row in fresh {
      while index < sticky.count, precedes(sticky[index], row) {
        merged.append(sticky[index])
        index += 1
      }
      merged.append(row)
    }
    merged.append(contentsOf: sticky[index...])
    rows = merged
    cursor = anchor.flatMap { id in rows.firstIndex { $0.id == id } } ?? min(cursor, max(rows.count - 1, 0))
    top = top == 0 ? 0 : max(cursor - offset, 0)
    self.reachesStart = reachesStart
    self.reachesEnd = reachesEnd
  }

  /// Takes rows out of what is loaded; the cursor stays on its row, or in its place where that one goes.
  public mutating func remove(_ gone: Set<Row.ID>) where Row.ID: Hashable {
    guard !gone.isEmpty else { return }
    let above = rows[..<min(cursor, rows.count)].count { gone.contains($0.id) }
    rows.removeAll { gone.contains($0.id) }
    cursor = min(max(cursor - above, 0), max(rows.count - 1, 0))
    top = min(top, cursor)
  }

  /// Moves the cursor by rows; it stops at the ends of what is loaded.
  /// - Returns: whether it moved.
  @discardableResult
  public mutating func move(by rowCount: Int) -> Bool {
    let target = min(max(cursor + rowCount, 0), max(rows.count - 1, 0))
    defer { cursor = target }
    return target != cursor
  }

  /// Puts the cursor on a loaded row.
  /// - Returns: whether the row is loaded.
  @discardableResult
  public mutating func moveCursor(to id: Row.ID) -> Bool {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
    cursor = index
    return true
  }

  /// Puts the cursor on the row at `index`, if it's loaded.
  public mutating func moveCursor(toIndex index: Int) {
    if rows.indices.contains(index) { cursor = index }
  }

  /// The sides that should be loaded: those nearer to the cursor or the screen than `margin` rows and not at the list's end.
  public func wanted(margin: Int) -> Set<Side> {
    var sides: Set<Side> = []
    if !reachesStart, min(top, cursor) < margin { sides.insert(.start) }
    if !reachesEnd, rows.count - 1 - cursor < margin { sides.insert(.end) }
    return sides
  }
}

/// One line of a list on the screen.
public enum ListLine: Hashable, Sendable {
  /// The heading of the group that the row at this index belongs to.
  case heading(rowIndex: Int)
  case row(index: Int)
}

extension ListWindow {
  /// The lines on a screen of `height` lines, from `top` on. The first line is always a heading, so that the group of what is seen is known.
  public func lines<Group: Equatable>(height: Int, group: ((Row) -> Group)?) -> [ListLine] {
    var lines: [ListLine] = []
    var last: Group?
    var index = top
    while index < rows.count, lines.count < height {
      if let group {
        let current = group(rows[index])
        if last != current {
          lines.append(.heading(rowIndex: index))
          last = current
          guard lines.count < height else { break }
        }
      }
      lines.append(.row(index: index))
      index += 1
    }
    return lines
  }

  /// Moves `top` as little as needed for the cursor to be on the screen.
  public mutating func showCursor<Group: Equatable>(height: Int, group: ((Row) -> Group)?) {
    guard height > 0, !rows.isEmpty else {
      top = 0
      return
    }
    if cursor < top { top = cursor }
    top = max(top, cursor - height + 1)
    top = max(top, firstTop(height: height, group: group))
  }

  /// The first `top` from which the cursor is on a screen of `height` lines, found from the cursor upwards: no row is looked at twice.
  private func firstTop<Group: Equatable>(height: Int, group: ((Row) -> Group)?) -> Int {
    guard let group else { return max(cursor - height + 1, 0) }
    var last = group(rows[cursor])
    // The cursor's row with a heading, which the first line always is.
    var lines = 2
    var index = cursor
    while index > top {
      let current = group(rows[index - 1])
      lines += current == last ? 1 : 2
      guard lines <= height else { break }
      last = current
      index -= 1
    }
    return index
  }

  /// Moves the screen by rows (the wheel); the cursor follows only where it would leave the screen.
  public mutating func scroll<Group: Equatable>(by rowCount: Int, height: Int, group: ((Row) -> Group)?) {
    guard !rows.isEmpty else { return }
    top = min(max(top + rowCount, 0), rows.count - 1)
    let visible = lines(height: height, group: group).compactMap { line -> Int? in
      if case .row(let index) = line { index } else { nil }
    }
    guard let first = visible.first, let last = visible.last else { return }
    if rowCount > 0, last == rows.count - 1, reachesEnd {
      let before = top
      while top > 0, top > before - rowCount {
        top -= 1
        if !lines(height: height, group: group).contains(.row(index: rows.count - 1)) {
          top += 1
          break
        }
      }
    }
    cursor = min(max(cursor, max(first, top)), last)
  }
}
