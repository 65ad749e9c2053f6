import Screen

/// The first line: the bell with what is unread, the program, where one is, and what narrows the list.
struct HeaderBar {
  let state: BellState

  func draw(into grid: inout Grid, at rect: Rect) {
    grid.fill(rect, style: Style(.header))
    let style = Style(.header)
    var spans = [Span(" " + state.surroundings.glyphs.bell, style)]
    if let unread = state.counters?.inbox.unread, unread > 0 {
      spans.append(Span(" " + state.strings.number(unread), Style(.header, bold: true)))
    }
    spans.append(Span("  Kolokol", Style(.header, bold: true)))
    spans.append(Span("   1 " + state.strings.inbox, style))
    if state.surroundings.isDemo { spans.append(Span("   " + state.strings.demoBadge, Style(.warning, background: .header))) }
    let used = grid.write(spans, at: rect.origin, width: rect.width)
    let narrowing = narrowing
    let room = rect.width - used - 3
    guard !narrowing.isEmpty, room > 8 else { return }
    let text = narrowing.joined(separator: "  ")
    let width = min(TextWidth.of(text), room)
    grid.write(
      text, at: Point(x: rect.x + rect.width - width - 1, y: rect.y), width: width, style: Style(.accent, background: .header, bold: true))
  }

  /// What makes the list shorter or other than usual, in words.
  private var narrowing: [String] {
    let query = state.inbox.query
    var parts: [String] = []
    if !query.search.isEmpty { parts.append(state.strings.searchLabel + " " + query.search) }
    if let filter = query.filter { parts.append(state.strings.filterLabel + " " + filter.text) }
    if query.order != .newest { parts.append(state.strings.sortedBy(state.strings.order(query.order))) }
    return parts
  }
}
