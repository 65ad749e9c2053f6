import Model
import Screen
import Storage

/// The line above the footer: counts; while a filter is typed, its error under the place it's about, or what could stand there.
struct StatusBar {
  let state: BellState

  private var strings: Strings { state.strings }

  func draw(into grid: inout Grid, at rect: Rect) {
    grid.fill(rect, style: Style(.footer))
    switch state.mode {
    case .line(_, let error?): draw(error, into: &grid, at: rect)
    case .line(let line, nil) where line.purpose != .search && line.purpose != .comment: drawCompletions(of: line, into: &grid, at: rect)
    default: drawCounts(into: &grid, at: rect)
    }
  }

  private func draw(_ error: FilterError, into grid: inout Grid, at rect: Rect) {
    let marker = state.surroundings.glyphs.triangleDown
    let x = min(rect.x + Footer.promptWidth + error.column, rect.x + max(rect.width - 1, 0))
    let text = state.strings.filterError(error)
    let textWidth = TextWidth.of(text)
    let style = Style(.error, background: .footer)
    grid.write(marker, at: Point(x: x, y: rect.y), style: Style(.error, background: .footer, bold: true))
    if x + 2 + textWidth <= rect.width {
      grid.write(text, at: Point(x: x + 2, y: rect.y), style: style)
    } else if textWidth + 1 <= x {
      grid.write(text, at: Point(x: x - 1 - textWidth, y: rect.y), style: style)
    } else {
      grid.write(text, at: Point(x: rect.x, y: rect.y), width: rect.width, style: style)
    }
  }

  private func drawCompletions(of line: EditLine, into grid: inout Grid, at rect: Rect) {
    let completions = state.completions(of: line)
    var x = rect.x + 1
    for (index, completion) in completions.enumerated() {
      let label = completion.text + (completion.note.isEmpty ? "" : " " + completion.note)
      let width = TextWidth.of(label)
      guard x + width < rect.width else { break }
      let style = index == 0 ? Style(.accent, background: .footer, bold: true) : Style(.footer)
      grid.write(label, at: Point(x: x, y: rect.y), style: style)
      x += width + 3
    }
  }

  private func drawCounts(into grid: inout Grid, at rect: Rect) {
    let right = self.right
    let rightWidth = TextWidth.of(right)
    let room = max(rect.width - rightWidth - 3, 0)
    grid.write(" " + left(room: room), at: rect.origin, width: room, style: Style(.footer))
    guard rightWidth < rect.width else { return }
    grid.write(
      right, at: Point(x: rect.x + rect.width - rightWidth - 1, y: rect.y), style: Style(.accent, background: .footer, bold: true))
  }

  /// As many of the counts as fit.
  private func left(room: Int) -> String {
    if let hits = state.inbox.hits { return hits.count.map(found) ?? "" }
    guard let counters = state.counters else { return "" }
    let inbox = counters.inbox
    var parts = [strings.unread(strings.number(inbox.unread), inbox.unread)]
    if let oldest = counters.oldest {
      let kept = inbox.total + counters.archive.total
      parts.append(strings.kept(strings.number(kept), kept, state.timeText.year(oldest)))
    }
    if counters.others.total > 0, state.inbox.query.place != .others {
      parts.append(strings.hiddenOthers(strings.number(counters.others.total), counters.others.total))
    }
    while parts.count > 1, TextWidth.of(parts.joined(separator: " · ")) > room { parts.removeLast() }
    return parts.joined(separator: " · ")
  }

  /// Of what a search or a filter lets through: which one is under the cursor, as long as the list is known from its start, of how many.
  private func found(_ count: Int) -> String {
    let limit = InboxState.Hits.limit
    let all = count > limit ? strings.number(limit) + "+" : strings.number(count)
    let list = state.inbox.list
    guard count > 0, list.reachesStart, list.current != nil else { return strings.hitCount(all, min(count, limit)) }
    return strings.hitOf(strings.number(list.cursor + 1), all)
  }

  private var right: String {
    if let importing = state.importing {
      return strings.importing(importing.file, importing.percent, strings.number(importing.messages), importing.messages)
    }
    let selected = state.inbox.selection.count
    return selected > 0 ? strings.selected(strings.number(selected), selected) : ""
  }
}
