import Screen

/// A table printed as text. On a terminal too narrow for it the widest columns are narrowed, and what doesn't fit goes on in the line below.
struct TextTable {
  /// Which side of its column a cell stands at, but for the first column, whose cells always stand on the left.
  enum Side { case left, right }

  private var rows: [[String]] = []
  private let side: Side

  /// Without headings the first row that is added is the first line.
  init(headings: [String] = [], side: Side = .right) {
    self.side = side
    if !headings.isEmpty { add(headings) }
  }

  /// Untrusted text in cells is made safe, on one line.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { Visible.line($0) })
  }

  /// The table in as many cells as it takes.
  var text: SafeText { text(width: nil) }

  /// The table in so many cells where it can be done; nil for as many as it takes.
  func text(width: Int?) -> SafeText {
    let widths = self.widths(within: width)
    let lines = rows.flatMap { row in
      let cells = row.enumerated().map { column, cell in
        TextWidth.of(cell) <= widths[column] ? [cell] : wrap(cell, width: widths[column], limit: Self.lineLimit)
      }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        self.line(cells.map { line < $0.count ? $0[line] : "" }, widths)
      }
    }
    return "\(lines.joined(separator: "\n"))\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let padding = String(repeating: " ", count: max(widths[column] - TextWidth.of(cell), 0))
      line += (column == 0 ? "" : Self.gap) + (column == 0 || side == .left ? cell + padding : padding + cell)
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  /// As wide as the widest cell of each; where that is too much in all, the widest give way, none below a word's width.
  private func widths(within limit: Int?) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0 }
    guard let limit else { return widths }
    let gaps = Self.gap.count * max(count - 1, 0)
    while widths.reduce(gaps, +) > limit, let widest = widths.max(), widest > Self.narrowest, let place = widths.lastIndex(of: widest) {
      widths[place] -= 1
    }
    return widths
  }

  private static let gap = "  "
  /// A column isn't narrowed below this.
  private static let narrowest = 10
  /// Lines that one cell may take.
  private static let lineLimit = 12
}
