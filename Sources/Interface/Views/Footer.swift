import Screen

/// The last line: what is typed, else what just happened, else what the keys do.
struct Footer {
  let state: BellState

  private var strings: Strings { state.strings }

  /// Cells that the prompt of a typed filter takes.
  static let promptWidth = 1

  func draw(into grid: inout Grid, at rect: Rect) {
    switch state.mode {
    case .line(let line, _): draw(line, into: &grid, at: rect)
    default:
      if let notice = state.notice {
        grid.write(" " + notice.text, at: rect.origin, width: rect.width, style: style(of: notice))
      } else {
        drawHints(into: &grid, at: rect)
      }
    }
  }

  private func style(of notice: BellState.Notice) -> Style {
    switch notice.kind {
    case .done: Style(.good)
    case .hint: Style(.muted)
    case .problem: Style(.error, bold: true)
    }
  }

  /// The line scrolls sideways so that the cursor is always in it.
  private func draw(_ line: EditLine, into grid: inout Grid, at rect: Rect) {
    grid.fill(rect, style: Style(.input))
    let prompt =
      switch line.purpose {
      case .search: "/"
      case .filter: "\\"
      case .command: ":"
      case .comment: state.strings.securityStrings.screen.commentPrompt
      }
    let promptWidth = TextWidth.of(prompt)
    let room = max(rect.width - promptWidth - 1, 1)
    var start = 0
    while TextWidth.of(String(line.characters[start..<line.cursor])) > room { start += 1 }
    grid.write(prompt, at: rect.origin, style: Style(.accent, background: .input, bold: true))
    grid.write(
      String(line.characters[start...]), at: Point(x: rect.x + promptWidth, y: rect.y), width: room, style: Style(.input))
    if line.isSelected {
      let width = min(TextWidth.of(String(line.characters[start...])), room)
      grid.restyle(Rect(x: rect.x + promptWidth, y: rect.y, width: width, height: 1), background: .selection)
    }
    let cursor = TextWidth.of(String(line.characters[start..<line.cursor]))
    grid.cursor = Point(x: rect.x + promptWidth + cursor, y: rect.y)
    let hints = self.hints(of: line)
    let hintsWidth = TextWidth.of(hints)
    let used = TextWidth.of(line.text) + promptWidth + 2
    if used + hintsWidth < rect.width {
      grid.write(
        hints, at: Point(x: rect.x + rect.width - hintsWidth - 1, y: rect.y), style: Style(.muted, background: .input))
    }
  }

  private func hints(of line: EditLine) -> String {
    let complete = line.purpose == .search || line.purpose == .comment ? "" : "Tab " + strings.hintComplete + "  "
    return complete + "Enter " + strings.hintApply + "  Esc " + strings.hintCancel
  }

  /// What the keys of the screen do, or of the sums over it, the last one never left out.
  private var hints: [(String, String)] {
    if case .spending(let spending) = state.mode {
      return strings.spendingHints.filter { $0.0 != "Tab" || spending.currencies.count > 1 }
    }
    switch state.screen {
    case .inbox:
      return (state.inbox.visit.map { [("Esc", strings.screen($0.from))] } ?? []) + [
        ("/", strings.hintSearch), ("\\", strings.hintFilter), ("m", strings.hintRead), ("z", strings.hintUndo),
        ("←→", strings.hintBanks), ("?", strings.hintHelp),
      ]
    case .channels: return strings.deliveryStrings.channelHints
    case .devices: return strings.deliveryStrings.deviceHints
    case .security: return strings.securityStrings.screen.hints
    case .lab: return strings.labStrings.hints
    }
  }

  private func drawHints(into grid: inout Grid, at rect: Rect) {
    var hints = self.hints
    func width() -> Int { hints.reduce(1) { $0 + TextWidth.of($1.0) + TextWidth.of($1.1) + 3 } }
    while hints.count > 1, width() > rect.width { hints.remove(at: hints.count - 2) }
    var spans = [Span(" ", Style())]
    for (key, text) in hints {
      spans.append(Span(key, Style(.accent, bold: true)))
      spans.append(Span(" " + text + "  ", Style(.muted)))
    }
    grid.write(spans, at: rect.origin, width: rect.width)
  }
}
