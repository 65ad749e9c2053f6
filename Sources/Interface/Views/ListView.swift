import Model
import Screen

/// The list: rows under the headings of their days.
struct ListView {
  let state: BellState

  func draw(into grid: inout Grid, at rect: Rect) {
    let list = state.inbox.list
    let columns = RowColumns(width: rect.width, showsDate: state.inbox.query.order == .amount)
    let selection = state.inbox.selection
    let highlighter = Highlighter(search: state.surroundings.glyphs.spelling(state.inbox.query.search))
    let timeText = state.timeText
    for (offset, line) in list.lines(height: rect.height, group: state.dayOfRow).enumerated() {
      let y = rect.y + offset
      switch line {
      case .heading(let index):
        drawHeading(timeText.day(list.rows[index].time), isFirst: offset == 0, into: &grid, at: Point(x: rect.x, y: y), width: rect.width)
      case .row(let index):
        let row = list.rows[index]
        let view = RowView(
          row: row, state: state, columns: columns, highlighter: highlighter, timeText: timeText, isPicked: selection.contains(row.id))
        view.draw(into: &grid, at: Point(x: rect.x, y: y))
        if index == list.cursor {
          grid.restyle(Rect(x: rect.x, y: y, width: rect.width, height: 1), background: .selection)
        }
      }
    }
  }

  private func drawHeading(_ day: String, isFirst: Bool, into grid: inout Grid, at point: Point, width: Int) {
    grid.horizontalRule(at: point, width: width, style: Style(.border))
    grid.write(" " + day + " ", at: Point(x: point.x + 1, y: point.y), style: Style(.title, bold: true))
    if isFirst, state.inbox.newAbove > 0 {
      let text = " " + state.strings.newAbove(state.strings.number(state.inbox.newAbove), state.inbox.newAbove) + " "
      let textWidth = TextWidth.of(text)
      grid.write(text, at: Point(x: point.x + max(width - textWidth - 1, 0), y: point.y), style: Style(.unread, bold: true))
    }
  }
}

/// Where the columns of a row stand in a list of some width.
struct RowColumns: Hashable {
  var time: Range<Int>
  var bank: Range<Int>
  var category: Range<Int>
  var channels: Range<Int>
  var amount: Range<Int>
  var text: Range<Int>

  init(width: Int, showsDate: Bool) {
    var x = 3
    func column(_ columnWidth: Int, gap: Int = 1) -> Range<Int> {
      defer { x += columnWidth + gap }
      return x..<(x + columnWidth)
    }
    time = column(showsDate ? 10 : 5)
    bank = column(width >= 100 ? 11 : 8)
    category = column(width >= 60 ? 9 : 0, gap: width >= 60 ? 1 : 0)
    channels = column(3)
    amount = column(width >= 76 ? 14 : width >= 50 ? 12 : 0, gap: width >= 50 ? 2 : 0)
    text = x..<max(width - 1, x)
  }
}
