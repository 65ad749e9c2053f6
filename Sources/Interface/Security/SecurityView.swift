import Model
import Screen
import Storage

/// The list of findings, under it the one that is chosen with its timeline, and how many came in which month.
struct SecurityView {
  let state: BellState

  private var security: SecurityState { state.security }
  private var strings: SecurityStrings { state.strings.securityStrings }
  private var words: SecurityScreenStrings { strings.screen }
  private var glyphs: Glyphs { state.surroundings.glyphs }

  func draw(into grid: inout Grid, at frame: ScreenFrame) {
    let layout = state.securityLayout
    guard let counts = security.counts else {
      grid.write(state.strings.loading, at: Point(x: 2, y: layout.list.y), style: Style(.muted))
      return
    }
    drawHeading(counts, into: &grid, at: layout.heading)
    if security.findings.isEmpty {
      let text = security.filter == FindingFilter() ? words.nothingOpen : words.nothingShown
      grid.write(text, at: Point(x: 2, y: layout.list.y), width: layout.list.width - 3, style: Style(.muted))
    } else {
      drawList(into: &grid, at: layout.list)
    }
    grid.horizontalRule(at: layout.divider.origin, width: layout.divider.width, style: Style(security.paneHasKeys ? .accent : .border))
    if layout.months != layout.pane { drawPane(into: &grid, at: layout.pane) }
    if let months = layout.months { drawMonths(counts, into: &grid, at: months) }
    drawStatus(into: &grid, at: frame.status)
  }

  private func drawHeading(_ counts: FindingCounts, into grid: inout Grid, at rect: Rect) {
    var spans = [Span(" ", Style())]
    for state in FindingState.allCases where state != .withdrawn {
      guard let count = counts.states[state], count > 0 else { continue }
      if spans.count > 1 { spans.append(Span(" " + glyphs.separator + " ", Style(.muted))) }
      spans.append(Span(words.count(state, count), state == .new ? Style(.text, bold: true) : Style(.muted)))
    }
    grid.write(spans, at: rect.origin, width: rect.width)
    let used = spans.reduce(0) { $0 + TextWidth.of($1.text) } + 2
    let filter = filterText
    let width = min(TextWidth.of(filter), max(rect.width - used - 1, 0))
    grid.write(filter, at: Point(x: rect.width - width - 1, y: rect.y), width: width, style: Style(.accent, bold: true))
  }

  private var filterText: String {
    let filter = security.filter
    return [
      words.stage(filter.stage), filter.severity.map { words.andUp(strings.severity($0)) },
      filter.bank.map(state.surroundings.name(ofBank:)),
    ].compactMap { $0 }.joined(separator: " " + glyphs.separator + " ")
  }

  // MARK: The list

  /// The finding in the first line of a list of that height.
  func firstRow(_ height: Int) -> Int {
    max(0, min(security.cursor - height / 2, security.findings.count - height))
  }

  private func drawList(into grid: inout Grid, at rect: Rect) {
    let table = Table(
      [
        .fixed(1, priority: 9), .fixed(11, priority: 7), .fixed(3, priority: 8), Column(min: 18, max: 34, flex: 3, priority: 8),
        Column(min: 8, max: 12, priority: 3), Column(min: 10, max: 22, flex: 2, priority: 4),
        Column(min: 12, max: 17, flex: 1, priority: 6),
        Column(min: 11, max: 28, flex: 2, priority: 5),
      ], width: rect.width - 2)
    let first = firstRow(rect.height)
    for (offset, stored) in security.findings.dropFirst(first).prefix(rect.height).enumerated() {
      let y = rect.y + offset
      grid.write(row: cells(stored), table: table, at: Point(x: 1, y: y))
      if first + offset == security.cursor {
        grid.restyle(Rect(x: 0, y: y, width: rect.width, height: 1), background: .selection)
      }
    }
  }

  private func cells(_ stored: StoredFinding) -> [[Span]] {
    let finding = stored.finding
    let isNew = finding.state == .new
    let role: Role = isNew ? finding.severity.role : .muted
    let mark = security.picked.contains(finding.id) ? glyphs.selected : isNew && finding.severity >= .high ? glyphs.warning : " "
    let base = Style(isNew ? .text : .muted, bold: isNew)
    return [
      [Span(mark, Style(security.picked.contains(finding.id) ? .accent : .critical, bold: true))],
      [Span(strings.severity(finding.severity), Style(role, bold: finding.severity >= .high && isNew))],
      [Span(finding.rule.description, Style(.muted))], [Span(strings.name(of: finding.rule), base)],
      [Span(finding.bank.map(state.surroundings.name(ofBank:)) ?? "", Style(.bank))],
      [Span(DeliveryTable.masked((finding.device?.label ?? "").oneLine), base)], [Span(state.moment(finding.time), Style(.muted))],
      [Span(stateText(stored), Style(.muted))],
    ]
  }

  private func stateText(_ stored: StoredFinding) -> String {
    var text = stored.resolution.map(words.resolution) ?? strings.state(stored.finding.state)
    if let until = stored.until { text += " " + words.until(state.timeText.dayAndMonth(until)) }
    if let comment = stored.comment { text += ": \"\(comment.oneLine)\"" }
    return text
  }

  // MARK: The pane

  /// The line at the top of a pane of that height.
  func firstLine(_ height: Int) -> Int {
    security.paneHasKeys ? max(0, min(security.line - height / 2, state.findingLines.count - height)) : 0
  }

  private func drawPane(into grid: inout Grid, at rect: Rect) {
    let lines = state.findingLines
    let first = firstLine(rect.height)
    for (offset, line) in lines.dropFirst(first).prefix(rect.height).enumerated() {
      let y = rect.y + offset
      grid.write(line.spans, at: Point(x: rect.x, y: y), width: rect.width)
      if security.paneHasKeys, first + offset == security.line {
        grid.restyle(Rect(x: rect.x - 1, y: y, width: rect.width + 2, height: 1), background: .selection)
      }
    }
    if lines.count > first + rect.height, rect.height > 1 {
      let more = " " + state.strings.moreBelow + " "
      let point = Point(x: rect.x + max(rect.width - TextWidth.of(more), 0), y: rect.y + rect.height - 1)
      grid.write(more, at: point, style: Style(.accent))
    }
  }

  /// A bar a month, the gravest part first.
  private func drawMonths(_ counts: FindingCounts, into grid: inout Grid, at rect: Rect) {
    grid.write(words.months, at: rect.origin, width: rect.width, style: Style(.title, bold: true))
    let months = counts.months.suffix(max(rect.height - 1, 0))
    let most = months.map { $0.counts.values.reduce(0, +) }.max() ?? 1
    let room = max(rect.width - 13, 4)
    for (offset, month) in months.reversed().enumerated() {
      let total = month.counts.values.reduce(0, +)
      var spans = [Span(month.month + "  ", Style(.muted))]
      for severity in Severity.allCases.reversed() {
        guard let count = month.counts[severity], count > 0 else { continue }
        let cells = most <= room ? count : max(count * room / most, 1)
        spans.append(Span(String(repeating: glyphs.barSteps.last ?? "#", count: cells), Style(severity.role)))
      }
      spans.append(Span(" \(total)", Style(.text)))
      grid.write(spans, at: Point(x: rect.x, y: rect.y + 1 + offset), width: rect.width)
    }
  }

  private func drawStatus(into grid: inout Grid, at rect: Rect) {
    grid.fill(rect, style: Style(.footer))
    if case .line = state.mode, let notice = state.notice {
      grid.write(notice.text, at: Point(x: 1, y: rect.y), width: rect.width - 2, style: Style(.error, background: .footer, bold: true))
      return
    }
    let picked = security.picked.count
    let text = picked > 0 ? words.picked(picked) : security.findings.isEmpty ? "" : "\(security.cursor + 1)/\(security.findings.count)"
    grid.write(text, at: Point(x: 1, y: rect.y), width: rect.width - 2, style: Style(.footer))
  }
}

extension BellState {
  /// `today 14:02`, `2 May`, `16 Dec 2017`.
  func moment(_ time: Timestamp) -> String {
    let day = timeText.day(time)
    return day == strings.today || day == strings.yesterday
      ? timeText.dayWithinLine(time) + " " + timeText.clock(time) : timeText.dayAndMonth(time)
  }
}
