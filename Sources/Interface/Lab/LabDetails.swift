import Delivery
import Model
import Screen

/// One policy opened: while a copy is edited its fields, then the adversary's shortest path, what it breaks, and its rules in words.
struct LabDetails {
  let state: BellState

  private typealias Line = [Span]
  private var lab: LabStrings { state.strings.labStrings }

  /// In two columns where they are wide enough to read.
  func draw(into grid: inout Grid, at area: Rect) {
    guard let row = state.lab.current else { return }
    let columns = columns(of: row, in: area)
    let width = columns.count > 1 ? (area.width - 3) / 2 : area.width
    for (place, lines) in columns.enumerated() {
      let x = area.x + place * (width + 3)
      if place > 0 { grid.verticalRule(at: Point(x: x - 2, y: area.y), height: area.height) }
      write(lines.dropFirst(state.lab.detailTop), into: &grid, at: Rect(x: x, y: area.y, width: width, height: area.height))
    }
  }

  /// The furthest the details can be scrolled.
  func lastTop(in area: Rect) -> Int {
    guard let row = state.lab.current else { return 0 }
    return max((columns(of: row, in: area).map(\.count).max() ?? 0) - area.height, 0)
  }

  private func columns(of row: LabRow, in area: Rect) -> [[Line]] {
    guard area.width >= 118 else { return [attack(row, area.width) + [[]] + rules(row, area.width)] }
    let width = (area.width - 3) / 2
    return [attack(row, width), rules(row, width)]
  }

  private func write(_ lines: ArraySlice<Line>, into grid: inout Grid, at rect: Rect) {
    for (row, line) in lines.prefix(rect.height).enumerated() {
      grid.write(line, at: Point(x: rect.x, y: rect.y + row), width: rect.width)
    }
  }

  private func attack(_ row: LabRow, _ width: Int) -> [Line] {
    var lines: [Line] = [[Span(lab.name(row.policy), Style(.bank, bold: true)), Span("  " + row.policy.id, Style(.muted))]]
    if let edited = state.lab.edited { lines += fields(of: edited) + [[]] }
    lines += path(lab.shortestPath, row.search.shortestPath, width)
    if row.searchWithSS7.unboundedFrom == 0 { lines += path(lab.withSS7, row.searchWithSS7.shortestPath, width) }
    return lines + broken(row, width)
  }

  private func fields(of edited: Policy) -> [Line] {
    LabField.allCases.enumerated().map { place, field in
      let isChosen = place == state.lab.field
      return [
        Span(isChosen ? " " + state.surroundings.glyphs.triangleRight + " " : "   ", Style(.accent)),
        Span(lab.field(field) + ": ", Style(.muted)),
        Span(state.strings.lab(field, of: edited), Style(isChosen ? .accent : .text, bold: isChosen)),
      ]
    }
  }

  private func path(_ title: String, _ moves: [Move], _ width: Int) -> [Line] {
    [[Span(title + (moves.isEmpty ? ": " + lab.noPath : ""), Style(.title, bold: true))]]
      + moves.enumerated().flatMap { place, move in
        wrap("\(place + 1). " + lab.move(move), width: max(width - 4, 10), limit: 4).enumerated().map { row, text in
          [Span((row == 0 ? " " : "    ") + text, Style(move.isOperation ? .critical : .text))]
        }
      }
  }

  private func broken(_ row: LabRow, _ width: Int) -> [Line] {
    guard !row.search.broken.isEmpty else { return [[Span(lab.nothingBroken, Style(.good))]] }
    return [[Span(lab.brokenInvariants, Style(.title, bold: true))]]
      + row.search.broken.flatMap { broken in
        wrap(lab.invariant(broken.invariant), width: max(width - 3, 10), limit: 3).enumerated().map { row, text in
          [Span(row == 0 ? " " + state.surroundings.glyphs.warning + " " : "   ", Style(.warning)), Span(text, Style(.warning))]
        }
      }
  }

  private func rules(_ row: LabRow, _ width: Int) -> [Line] {
    PolicyText(row.policy, strings: state.strings).lines.flatMap { line -> [Line] in
      line.isEmpty ? [[]] : wrap(line, width: max(width, 10), limit: 3).map { [Span($0, Style(.muted))] }
    }
  }
}
