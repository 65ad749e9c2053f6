import Delivery
import Model
import Screen

/// Policies side by side as bars, and below them the chosen one.
struct LabView {
  let state: BellState

  /// The columns of the screen, the most telling first.
  static let columns: [LabColumn] = [
    .reachedSoon, .costPer1000, .oneCode, .warnedFirst, .lost, .kept, .exposed, .warned, .alert, .findings, .costPerMonth, .median,
  ]

  private var lab: LabStrings { state.strings.labStrings }
  private var policies: [Policy] { state.labPolicies }

  func draw(into grid: inout Grid, at frame: ScreenFrame) {
    let body = frame.body
    drawTable(into: &grid, at: tableArea(in: body))
    if !state.lab.rows.isEmpty, let details = detailArea(in: body) {
      grid.horizontalRule(at: Point(x: 0, y: details.y - 1), width: body.width)
      LabDetails(state: state).draw(into: &grid, at: details)
    }
    grid.fill(frame.status, style: Style(.footer))
    grid.write(status, at: Point(x: 1, y: frame.status.y), width: frame.status.width - 2, style: Style(.footer))
  }

  /// Where the chosen policy is told of: below the table, always where there's room, else when it was asked for and the table can shrink.
  func detailArea(in body: Rect) -> Rect? {
    let rows = policies.count
    let hasRoom = body.height >= rows + 2 + 14
    guard hasRoom || state.lab.showsDetail else { return nil }
    let table = hasRoom ? rows + 1 : max(min(rows + 1, body.height / 3), 3)
    return Rect(x: 1, y: body.y + table + 1, width: body.width - 2, height: max(body.height - table - 1, 0))
  }

  private func tableArea(in body: Rect) -> Rect {
    let height = detailArea(in: body).map { $0.y - 1 - body.y } ?? min(policies.count + 1, body.height)
    return Rect(x: 0, y: body.y, width: body.width, height: height)
  }

  /// The policy under a point of the screen, counted in the order shown.
  func row(at point: Point, in body: Rect) -> Int? {
    let area = tableArea(in: body)
    guard area.contains(point), point.y > area.y else { return nil }
    let row = firstRow(area.height - 1) + point.y - area.y - 1
    return policies.indices.contains(row) ? row : nil
  }

  private func firstRow(_ height: Int) -> Int {
    max(0, min(state.lab.cursor - height / 2, policies.count - height))
  }

  private var status: String {
    if let edited = state.lab.edited { return lab.editing(lab.name(edited)) }
    if state.lab.rows.isEmpty { return state.lab.isComputing ? lab.computing : "" }
    let counted = state.lab.ordered.indices.contains(state.lab.cursor) ? state.lab.ordered[state.lab.cursor].result.clients : 0
    let counting = state.lab.counting.map { "  " + lab.countingOn(state.strings.number($0)) } ?? ""
    return lab.comparisonOf(state.strings.number(counted), 30, 1) + counting + "  " + lab.dimmed
  }

  /// While the policies are still counted their names stand there alone, so that one can choose already.
  private func drawTable(into grid: inout Grid, at rect: Rect) {
    let (policies, rows) = (policies, state.lab.ordered)
    let barWidth = rect.width >= 110 ? 10 : 4
    let headings = Self.columns.map { state.labHeading($0) + (state.lab.sorting == $0 ? state.surroundings.glyphs.triangleDown : "") }
    let columns = zip(Self.columns, headings).enumerated().map { place, column in
      let heading = TextWidth.of(column.1)
      let width = isBarred(column.0) ? max(barWidth + 6 + marginWidth(column.0), heading) : max(heading, 5 + marginWidth(column.0))
      return Column(min: width, max: width, alignment: isBarred(column.0) ? .leading : .trailing, priority: 18 - place)
    }
    let gap = rect.width >= 110 ? 2 : 1
    let table = Table([Column(min: rect.width >= 110 ? 24 : 16, max: 30, flex: 1, priority: 20)] + columns, width: rect.width - 2, gap: gap)
    let titles = [[Span("", Style())]] + headings.map { [Span($0, Style(.title, bold: true))] }
    grid.write(row: titles, table: table, at: Point(x: 1, y: rect.y))
    let height = rect.height - 1
    let first = firstRow(height)
    for (offset, policy) in policies.dropFirst(first).prefix(height).enumerated() {
      let y = rect.y + 1 + offset
      let isChosen = first + offset == state.lab.cursor
      let name = [Span(lab.name(policy), Style(policy.id.hasSuffix("*") ? .accent : .bank, bold: isChosen))]
      let values = rows.isEmpty ? [] : Self.columns.map { cell($0, rows[first + offset], rows, barWidth) }
      grid.write(row: [name] + values, table: table, at: Point(x: 1, y: y))
      if isChosen { grid.restyle(Rect(x: 0, y: y, width: rect.width, height: 1), background: .selection) }
    }
  }

  /// The cells that the widest half interval of a column takes.
  private func marginWidth(_ column: LabColumn) -> Int {
    (state.lab.rows.compactMap { state.strings.labMargin(column, of: $0) }.map(TextWidth.of).max() ?? 0) + (state.lab.rows.isEmpty ? 0 : 1)
  }

  /// Whether a value may be the chosen policy's by chance.
  private func isLikeChosen(_ column: LabColumn, _ row: LabRow) -> Bool {
    guard let chosen = state.lab.current, chosen.policy.id != row.policy.id, let value = row.estimate(column),
      let other = chosen.estimate(column)
    else { return false }
    return !value.isOther(than: other)
  }

  private func isBarred(_ column: LabColumn) -> Bool { column == .reachedSoon || column == .costPer1000 }

  private func cell(_ column: LabColumn, _ row: LabRow, _ rows: [LabRow], _ barWidth: Int) -> [Span] {
    let text = state.strings.lab(column, of: row)
    let margin = state.strings.labMargin(column, of: row).map { " " + $0 } ?? ""
    let isDim = isLikeChosen(column, row)
    let style: Style =
      switch column {
      case _ where isDim: Style(.faint)
      case .oneCode: text == lab.operations(.unbounded) ? Style(.critical, bold: true) : Style(.text)
      case .warnedFirst: Style(row.search.isWarnedBeforeFirstLoss ? .good : .warning)
      case .exposed: row.result.exposedCodes.mean >= 0.05 ? Style(.warning) : Style(.good)
      default: Style(.text)
      }
    guard isBarred(column), let value = row.value(column) else {
      return [Span(state.surroundings.glyphs.rewriting(text), style), Span(state.surroundings.glyphs.rewriting(margin), Style(.muted))]
    }
    let most = column == .reachedSoon ? 1 : rows.compactMap { $0.value(column) }.max() ?? 1
    let bar = Bar.horizontal(value: most > 0 ? value / most : 0, width: barWidth, glyphs: state.surroundings.glyphs)
    return [
      Span(bar, Style(isDim ? .faint : .accent)), Span(" " + text, style),
      Span(state.surroundings.glyphs.rewriting(margin), Style(.muted)),
    ]
  }
}

extension BellState {
  /// A column's heading, in signs that the terminal has.
  func labHeading(_ column: LabColumn) -> String { surroundings.glyphs.rewriting(strings.labStrings.column(column)) }
}
