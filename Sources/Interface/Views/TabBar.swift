import Model
import Screen

/// The second line: a tab for each bank, and at its end the category shown.
struct TabBar {
  let state: BellState

  /// A tab with the columns it takes.
  struct Placed {
    var tab: Tab
    var label: String
    var columns: Range<Int>
  }

  /// The tabs that fit, scrolled so that the current one is among them.
  var placed: [Placed] {
    let room = max(state.size.width - TextWidth.of(category) - 3, 10)
    let tabs = state.tabs
    let current = tabs.firstIndex { $0.kind == state.currentTab } ?? 0
    var first = 0
    while first < current, width(of: tabs[first...current]) > room { first += 1 }
    var placed: [Placed] = []
    var x = 1
    for tab in tabs[first...] {
      let label = label(of: tab)
      let end = x + TextWidth.of(label)
      guard end <= room + 1 || placed.isEmpty else { break }
      placed.append(Placed(tab: tab, label: label, columns: x..<end))
      x = end + 1
    }
    return placed
  }

  func draw(into grid: inout Grid, at rect: Rect) {
    for placed in placed {
      let isCurrent = placed.tab.kind == state.currentTab
      let style = isCurrent ? Style(.selection, bold: true) : Style(placed.tab.count > 0 ? .text : .muted)
      grid.write(placed.label, at: Point(x: placed.columns.lowerBound, y: rect.y), style: style)
    }
    let width = TextWidth.of(category)
    let style = state.inbox.query.category == nil ? Style(.muted) : Style(.accent, bold: true)
    grid.write(category, at: Point(x: rect.x + rect.width - width - 1, y: rect.y), style: style)
  }

  private var category: String {
    "< " + (state.inbox.query.category.map(state.strings.category) ?? state.strings.allCategories) + " >"
  }

  private func label(of tab: Tab) -> String {
    " " + tab.title + (tab.count > 0 ? " " + state.strings.number(tab.count) : "") + " "
  }

  private func width(of tabs: ArraySlice<Tab>) -> Int {
    tabs.reduce(0) { $0 + TextWidth.of(label(of: $1)) + 1 }
  }
}
