/// Makes one line after another out of a text, reading no further than it must.
struct LineBreaker: Sequence, IteratorProtocol {
  private let text: String
  private let width: Int
  private var pieces: PieceReader
  /// How far the text was read.
  private var position: String.Index
  private var lineStart: String.Index
  /// Cells from the line's start to `position`, hanging spaces included.
  private var used = 0
  private var hasWord = false
  private var lastBreak: Break?

  /// A place where the line may end at `kept` and the next one begin at `next`.
  private struct Break {
    var kept: String.Index
    var next: String.Index
    /// Cells from the line's start to `next`.
    var cells: Int
  }

  init(_ text: String, width: Int) {
    self.text = text
    self.width = Swift.max(1, width)
    pieces = PieceReader(text)
    position = text.startIndex
    lineStart = text.startIndex
  }

  /// The next line, without its line end and the spaces it was broken at.
  mutating func next() -> Range<String.Index>? {
    while let item = pieces.nextItem() {
      let start = position
      position = text.utf8.index(start, offsetBy: item.length)
      if item.kind == .lineEnd {
        return endLine(at: trimmed(start), next: position)
      }
      let line = used + item.width > width ? breakLine(before: item, at: start) : nil
      add(item, at: start)
      if let line { return line }
    }
    guard lineStart < position else { return nil }
    return endLine(at: trimmed(position), next: position)
  }

  private mutating func add(_ item: PieceReader.Item, at start: String.Index) {
    used += item.width
    if item.mayBreak {
      guard hasWord else { return }
      let kept = lastBreak.flatMap { $0.next == start ? $0.kept : nil } ?? start
      lastBreak = Break(kept: kept, next: position, cells: used)
    } else {
      hasWord = true
      if item.kind == .wide { lastBreak = Break(kept: position, next: position, cells: used) }
    }
  }

  /// Ends the line because `item` has no room on it. Spaces after a word need none: they hang over the line's end.
  private mutating func breakLine(before item: PieceReader.Item, at start: String.Index) -> Range<String.Index>? {
    if item.mayBreak, hasWord { return nil }
    if let lastBreak, used - lastBreak.cells + item.width <= width {
      let rest = used - lastBreak.cells
      let line = endLine(at: lastBreak.kept, next: lastBreak.next)
      used = rest
      hasWord = rest > 0
      return line
    }
    return used > 0 ? endLine(at: trimmed(start), next: start) : nil
  }

  private mutating func endLine(at end: String.Index, next: String.Index) -> Range<String.Index> {
    let line = lineStart..<end
    lineStart = next
    used = 0
    hasWord = false
    lastBreak = nil
    return line
  }

  /// `end`, or where the spaces before it begin.
  private func trimmed(_ end: String.Index) -> String.Index {
    if let lastBreak, lastBreak.next == end { return lastBreak.kept }
    return end
  }
}

extension PieceReader.Item {
  /// Whether a line may end here, the space left out.
  fileprivate var mayBreak: Bool {
    switch self {
    case .plain(let scalar): scalar == " "
    case .piece(let piece): piece.kind == .space && ![0xA0, 0x2007, 0x202F].contains(piece.first.value)
    }
  }
}
