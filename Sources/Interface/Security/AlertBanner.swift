import Model
import Screen
import Storage

/// The gravest finding that nobody has answered, in a line under the header of every screen.
struct AlertBanner {
  let state: BellState

  func draw(into grid: inout Grid, at rect: Rect) {
    guard let alert = state.security.alerts.first else { return }
    let strings = state.strings.securityStrings
    let key = "! " + strings.screen.answerHint + " "
    grid.fill(rect, style: Style(.critical))
    let width = TextWidth.of(key)
    grid.write(text(alert.finding), at: rect.origin, width: max(rect.width - width - 1, 0))
    grid.write(key, at: Point(x: rect.x + rect.width - width, y: rect.y), width: width, style: Style(.accent, bold: true))
  }

  private func text(_ finding: Finding) -> [Span] {
    let strings = state.strings.securityStrings
    let name = strings.name(of: finding.rule)
    let device = finding.device.map { "\"\(DeliveryTable.masked($0.label.oneLine))\"" }
    let details = [device, finding.bank.map(state.surroundings.name(ofBank:)), state.moment(finding.time)].compactMap { $0 }
    let others = state.security.alerts.count - 1
    return [
      Span(" " + state.surroundings.glyphs.warning + " " + name, Style(.critical, bold: true)),
      Span("  " + details.joined(separator: ", "), Style(.text)),
      Span(others > 0 ? "  " + strings.screen.more(others) : "", Style(.muted)),
    ]
  }
}

/// The finding of the banner with its two answers.
struct AlertView {
  let state: BellState
  let alert: StoredFinding

  func draw(into grid: inout Grid) {
    let strings = state.strings.securityStrings
    let width = min(state.size.width - 8, 72)
    let lines = lines(width: width)
    let title = strings.severity(alert.finding.severity) + ": " + strings.name(of: alert.finding.rule)
    let inside = OverlayBox(title: title, size: Size(width: width, height: lines.count)).draw(into: &grid)
    for (place, line) in lines.prefix(inside.height).enumerated() {
      grid.write(line, at: Point(x: inside.x, y: inside.y + place), width: inside.width)
    }
  }

  private func lines(width: Int) -> [[Span]] {
    let words = state.strings.securityStrings.screen
    var lines: [[Span]] = []
    if let detail = state.security.detail, detail.stored.id == alert.id {
      for event in detail.events.suffix(4) {
        let text = state.moment(event.time) + "  " + EventText(event: event, strings: state.strings).text.oneLine
        lines += wrap(text, width: width, limit: 2).map { [Span($0, Style())] }
      }
      lines.append([])
    }
    let why = words.why + ": " + state.strings.securityStrings.rule(alert.finding.rule, state.surroundings.limits).condition
    lines += wrap(why, width: width, limit: 3).map { [Span($0, Style(.muted))] }
    let answers = words.answers.flatMap { [Span($0.0, Style(.accent, bold: true)), Span(" " + $0.1 + "   ", Style())] }
    return lines + [[], answers]
  }
}

extension BellState {
  /// Opens the question of the banner.
  mutating func askAboutAlert() -> [Effect] {
    guard let alert = security.alerts.first else {
      notice = Notice(kind: .hint, text: strings.securityStrings.screen.noAlert)
      return []
    }
    mode = .alert(alert)
    return [.security(.detail(alert.id))]
  }

  /// A key while the question is open. On a Russian layout the keys of "y" and "n" type "н" and "т".
  mutating func take(_ key: Key, inAlert alert: StoredFinding) -> [Effect] {
    mode = .browse
    switch key {
    case .character("y"), .character("Y"), .character("н"), .character("Н"): return answerFinding(alert, wasMe: true)
    case .character("n"), .character("N"), .character("т"), .character("Т"): return answerFinding(alert, wasMe: false)
    case .enter: return showFinding(alert.id)
    default: return []
    }
  }
}
