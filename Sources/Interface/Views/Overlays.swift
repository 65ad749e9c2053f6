import Model
import Screen

/// A framed box in the middle of the screen, or of a part of it, with a title.
struct OverlayBox {
  let title: String
  let size: Size
  /// What it stays within; the whole screen unless told otherwise.
  var area: Rect?

  /// Draws the frame.
  /// - Returns: the inside.
  func draw(into grid: inout Grid) -> Rect {
    let area = area ?? Rect(x: 0, y: 0, width: grid.size.width, height: grid.size.height)
    let width = min(size.width + 4, area.width)
    let height = min(size.height + 2, area.height)
    let rect = Rect(x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width, height: height)
    grid.fill(rect, style: Style())
    grid.box(rect, style: Style(.accent), title: Span(title, Style(.title, bold: true)))
    return rect.inset(2, 1)
  }
}

/// The help: typed words search it, Enter runs the chosen row.
struct HelpView {
  let state: BellState
  let help: HelpState

  func draw(into grid: inout Grid) {
    let size = Size(width: min(state.size.width - 8, 76), height: state.size.height - 6)
    let inside = OverlayBox(title: state.strings.helpTitle, size: size).draw(into: &grid)
    let entries = help.entries
    let room = max(inside.height - 2, 1)
    let first = max(0, min(help.cursor - room / 2, entries.count - room))
    let input = help.search.isEmpty ? state.strings.helpHint : help.search
    grid.write("/ " + input, at: inside.origin, width: inside.width, style: Style(help.search.isEmpty ? .muted : .input))
    if entries.isEmpty {
      grid.write(state.strings.helpNothing, at: Point(x: inside.x, y: inside.y + 2), width: inside.width, style: Style(.muted))
    }
    if first + room < entries.count {
      let more = " " + state.strings.moreBelow + " "
      let below = Point(x: inside.x + max(inside.width - TextWidth.of(more), 0), y: inside.y + inside.height)
      grid.write(more, at: below, style: Style(.accent))
    }
    for (offset, entry) in entries.dropFirst(first).prefix(room).enumerated() {
      let y = inside.y + 2 + offset
      grid.write(entry.keys, at: Point(x: inside.x, y: y), width: 11, style: Style(.accent, bold: true))
      grid.write(entry.text, at: Point(x: inside.x + 12, y: y), width: max(inside.width - 12, 0), style: Style())
      if first + offset == help.cursor {
        grid.restyle(Rect(x: inside.x, y: y, width: inside.width, height: 1), background: .selection)
      }
    }
  }
}

/// A question before something large happens.
struct ConfirmView {
  let state: BellState
  let question: BellState.Confirmation

  func draw(into grid: inout Grid) {
    let strings = state.strings
    let text =
      switch question {
      case .markAllRead(_, let count): strings.confirmMarkAll(strings.number(count), count)
      case .split(let detail):
        strings.merging.askSplit(detail.copies.map { strings.channel($0.channel) + " " + state.timeText.clockWithSeconds($0.time) })
      case .join(let rows): strings.merging.askJoin(rows.map(brief))
      }
    let width = min(max(TextWidth.of(text), TextWidth.of(strings.confirmKeys)), min(state.size.width - 6, Self.widest))
    let lines = wrap(text, width: width, limit: 4)
    let box = OverlayBox(title: "?", size: Size(width: width, height: lines.count + 2))
    let inside = box.draw(into: &grid)
    for (offset, line) in lines.enumerated() {
      grid.write(line, at: Point(x: inside.x, y: inside.y + offset), width: inside.width, style: Style(.text, bold: true))
    }
    grid.write(strings.confirmKeys, at: Point(x: inside.x, y: inside.y + lines.count + 1), width: inside.width, style: Style(.accent))
  }
  /// Wider questions are read more easily in several lines.
  private static let widest = 72

  /// A row in a few words: channels, time, and the amount or how the text begins.
  private func brief(_ row: NotificationRow) -> String {
    let channels = Channel.allCases.filter(row.channels.contains).map(state.strings.channel).joined(separator: "+")
    let text = (row.title.map { $0 + " " } ?? "") + row.text
    let what =
      row.facts.amount.map { state.strings.money($0, signed: true) } ?? String(state.readable(text, of: row).oneLine.prefix(24)) + "…"
    return "\(channels) \(state.timeText.clockWithSeconds(row.time)) \(what)"
  }
}
