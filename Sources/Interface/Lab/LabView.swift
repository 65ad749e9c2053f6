import Delivery
import Model
import Screen

/// Policies side by side as bars; beside or below them one opened: its cascade, what it breaks, the adversary's shortest path, or its fields.
struct LabView {
  let state: BellState

  /// The columns of the screen, the most telling first.
  static let columns: [LabColumn] = [
    .reachedSoon, .costPer1000, .lost, .kept, .exposed, .oneCode, .warnedFirst, .warned, .alert, .findings, .median, .costPerMonth,
  ]

  private var lab: LabStrings { state.strings.labStrings }

  func draw(into grid: inout Grid, at frame: ScreenFrame) {
    let body = frame.body
    guard !state.lab.rows.isEmpty else {
      grid.write(lab.computing, at: Point(x: 2, y: body.y + 1), style: Style(.muted))
      return
    }
    let isBeside = state.size.width >= 150
    let rows = state.lab.ordered
    let tableWidth = state.lab.showsDetail && isBeside ? body.width * 3 / 5 : body.width
    let detailBelow = state.lab.showsDetail && !isBeside
    let height = detailBelow ? max(min(rows.count + 1, body.height / 3), 3) : min(rows.count + 1, body.height)
    drawTable(rows, into: &grid, at: Rect(x: 0, y: body.y, width: tableWidth, height: height))
    if state.lab.showsDetail {
      let area =
        isBeside
        ? Rect(x: tableWidth + 1, y: body.y, width: body.width - tableWidth - 2, height: body.height)
        : Rect(x: 1, y: body.y + height + 1, width: body.width - 2, height: max(body.height - height - 1, 0))
      if isBeside {
        grid.verticalRule(at: Point(x: tableWidth, y: body.y), height: body.height)
      } else {
        grid.horizontalRule(at: Point(x: 0, y: body.y + height), width: body.width)
      }
      for (row, line) in details(width: area.width).prefix(area.height).enumerated() {
        grid.write(line, at: Point(x: area.x, y: area.y + row), width: area.width)
      }
    }
    grid.fill(frame.status, style: Style(.footer))
    grid.write(status, at: Point(x: 1, y: frame.status.y), width: frame.status.width - 2, style: Style(.footer))
  }

  private var status: String {
    if let edited = state.lab.edited { return lab.editing(lab.name(edited)) }
    return lab.comparisonOf(state.strings.number(LabState.clients), 30, 1) + (state.lab.isComputing ? "  " + lab.computing : "")
  }

  private func drawTable(_ rows: [LabRow], into grid: inout Grid, at rect: Rect) {
    let barWidth = rect.width >= 110 ? 10 : 6
    let table = Table(
      [Column(min: 15, max: 30, flex: 1, priority: 20)]
        + Self.columns.enumerated().map { place, column in
          let width = isBarred(column) ? barWidth + 8 : 9
          return Column(min: width, max: width, alignment: isBarred(column) ? .leading : .trailing, priority: 18 - place)
        }, width: rect.width - 2)
    let headings =
      [[Span("", Style())]]
      + Self.columns.map { column in
        let mark = state.lab.sorting == column ? state.surroundings.glyphs.triangleDown : ""
        return [Span(lab.column(column) + mark, Style(.title, bold: true))]
      }
    grid.write(row: headings, table: table, at: Point(x: 1, y: rect.y))
    let height = rect.height - 1
    let first = max(0, min(state.lab.cursor - height / 2, rows.count - height))
    for (offset, row) in rows.dropFirst(first).prefix(height).enumerated() {
      let y = rect.y + 1 + offset
      let name = [
        Span(lab.name(row.policy), Style(row.policy.id.hasSuffix("*") ? .accent : .bank, bold: first + offset == state.lab.cursor))
      ]
      grid.write(row: [name] + Self.columns.map { cell($0, row, rows, barWidth) }, table: table, at: Point(x: 1, y: y))
      if first + offset == state.lab.cursor {
        grid.restyle(Rect(x: 0, y: y, width: rect.width, height: 1), background: .selection)
      }
    }
  }

  private func isBarred(_ column: LabColumn) -> Bool { column == .reachedSoon || column == .costPer1000 }

  private func cell(_ column: LabColumn, _ row: LabRow, _ rows: [LabRow], _ barWidth: Int) -> [Span] {
    let text = state.strings.lab(column, of: row)
    let style: Style =
      switch column {
      case .oneCode: text == lab.operations(.unbounded) ? Style(.critical, bold: true) : Style(.text)
      case .warnedFirst: Style(row.search.isWarnedBeforeFirstLoss ? .good : .warning)
      case .exposed: row.result.exposedCodes.mean >= 0.05 ? Style(.warning) : Style(.good)
      default: Style(.text)
      }
    guard isBarred(column), let value = row.value(column) else { return [Span(text, style)] }
    let most = column == .reachedSoon ? 1 : rows.compactMap { $0.value(column) }.max() ?? 1
    let bar = Bar.horizontal(value: most > 0 ? value / most : 0, width: barWidth, glyphs: state.surroundings.glyphs)
    return [Span(bar, Style(.accent)), Span(" " + text, style)]
  }

  private func details(width: Int) -> [[Span]] {
    guard let row = state.lab.current else { return [] }
    var lines: [[Span]] = [[Span(lab.name(row.policy), Style(.bank, bold: true)), Span("  " + row.policy.id, Style(.muted))]]
    if let edited = state.lab.edited {
      lines += LabField.allCases.enumerated().map { place, field in
        let isChosen = place == state.lab.field
        return [
          Span(isChosen ? " " + state.surroundings.glyphs.triangleRight + " " : "   ", Style(.accent)),
          Span(lab.field(field) + ": ", Style(.muted)),
          Span(state.strings.lab(field, of: edited), Style(isChosen ? .accent : .text, bold: isChosen)),
        ]
      }
      lines.append([])
    }
    lines += path(lab.shortestPath, row.search.shortestPath, width)
    if row.searchWithSS7.unboundedFrom == 0 { lines += path(lab.withSS7, row.searchWithSS7.shortestPath, width) }
    lines += broken(row, width)
    lines.append([])
    lines += PolicyText(row.policy, strings: state.strings).lines.flatMap { line in
      line.isEmpty ? [[]] : wrap(line, width: max(width, 10), limit: 3).map { [Span($0, Style(.muted))] }
    }
    return lines
  }

  private func path(_ title: String, _ moves: [Move], _ width: Int) -> [[Span]] {
    [[Span(title + (moves.isEmpty ? ": " + lab.noPath : ""), Style(.title, bold: true))]]
      + moves.enumerated().flatMap { place, move in
        wrap("\(place + 1). " + lab.move(move), width: max(width - 2, 10), limit: 4).enumerated().map { row, text in
          [Span((row == 0 ? " " : "    ") + text, Style(move.isOperation ? .critical : .text))]
        }
      }
  }

  private func broken(_ row: LabRow, _ width: Int) -> [[Span]] {
    guard !row.search.broken.isEmpty else { return [[Span(lab.nothingBroken, Style(.good))]] }
    return [[Span(lab.brokenInvariants, Style(.title, bold: true))]]
      + row.search.broken.flatMap { broken in
        wrap(state.surroundings.glyphs.warning + " " + lab.invariant(broken.invariant), width: max(width - 1, 10), limit: 3)
          .map { [Span(" " + $0, Style(.warning))] }
      }
  }
}
