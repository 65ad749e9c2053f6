import Model
import Screen

/// What stands in the list's place when it has no rows: why, and what to do.
struct EmptyView {
  let state: BellState

  private var strings: Strings { state.strings }

  func draw(into grid: inout Grid, at rect: Rect) {
    let lines = lines
    var y = rect.y + max((rect.height - lines.count) / 3, 0)
    for line in lines where y < rect.y + rect.height {
      let width = line.reduce(0) { $0 + TextWidth.of($1.text) }
      let x = rect.x + max((rect.width - width) / 2, 0)
      grid.write(line, at: Point(x: x, y: y), width: rect.width)
      y += 1
    }
  }

  private var lines: [[Span]] {
    let query = state.inbox.query
    if state.inbox.isLoading { return [[Span(strings.loading, Style(.muted))]] }
    if !query.search.isEmpty {
      return [[Span(strings.noHits(query.search), Style(.title))], [], hint("Esc", strings.hintCancel)]
    }
    if query.filter != nil || query.bank != nil || query.category != nil {
      return [[Span(strings.noMatches, Style(.title))], [], hint("Esc", strings.noMatchesHint)]
    }
    guard query.place == .inbox, state.counters?.archive.total ?? 0 == 0 else {
      return [[Span(strings.nothingHere, Style(.title))], [], hint("Esc", strings.noMatchesHint)]
    }
    return welcome
  }

  private var welcome: [[Span]] {
    var lines: [[Span]] = [
      [Span(state.surroundings.glyphs.bell + "  Kolokol", Style(.accent, bold: true))], [],
      [Span(strings.welcome, Style(.title))], [],
      hint("d", strings.welcomeDemo), hint("i", strings.welcomeImport), hint("?", strings.welcomeHelp), [],
      [Span(strings.importCommand, Style(.muted))],
    ]
    if let others = state.counters?.others.total, others > 0 {
      lines += [[], [Span(strings.welcomeOthers(strings.number(others), others), Style(.warning))]]
    }
    return lines
  }

  private func hint(_ key: String, _ text: String) -> [Span] {
    [Span(key, Style(.accent, bold: true)), Span("  " + text, Style(.text))]
  }
}
