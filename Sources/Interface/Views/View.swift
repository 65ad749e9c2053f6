import Screen

extension BellState {
  /// The screen for this state. Pure: the same state always gives the same grid.
  public func view() -> Grid {
    var grid = Grid(size, glyphs: surroundings.glyphs)
    if isTooSmall {
      drawTooSmall(into: &grid)
    } else {
      drawInbox(into: &grid)
    }
    return surroundings.glyphs == .ascii ? grid.asciiOnly() : grid
  }

  private func drawInbox(into grid: inout Grid) {
    let layout = layout
    HeaderBar(state: self).draw(into: &grid, at: layout.header)
    TabBar(state: self).draw(into: &grid, at: layout.tabs)
    if inbox.list.isEmpty {
      let body = Rect(x: 0, y: layout.list.y, width: size.width, height: layout.status.y - layout.list.y)
      EmptyView(state: self).draw(into: &grid, at: body)
    } else {
      ListView(state: self).draw(into: &grid, at: layout.list)
      drawDivider(layout, into: &grid)
      if let pane = layout.pane { ReadingPane(state: self, width: pane.width).draw(into: &grid, at: pane) }
    }
    StatusBar(state: self).draw(into: &grid, at: layout.status)
    Footer(state: self).draw(into: &grid, at: layout.footer)
    switch mode {
    case .help(let help): HelpView(state: self, help: help).draw(into: &grid)
    case .confirm(let question): ConfirmView(state: self, question: question).draw(into: &grid)
    case .spending(let spending): SpendingView(state: self, spending: spending).draw(into: &grid)
    case .browse, .line: break
    }
  }

  private func drawDivider(_ layout: InboxLayout, into grid: inout Grid) {
    guard let divider = layout.divider else { return }
    let style = Style(inbox.paneHasKeys ? .accent : .border)
    if layout.isPaneBeside {
      grid.verticalRule(at: divider.origin, height: divider.height, style: style)
    } else {
      grid.horizontalRule(at: divider.origin, width: divider.width, style: style)
    }
  }

  private func drawTooSmall(into grid: inout Grid) {
    let text = strings.tooSmall(Self.smallestSize.width, Self.smallestSize.height)
    for (row, line) in wrap(text, width: max(size.width, 1), limit: size.height).enumerated() {
      grid.write(line, at: Point(x: 0, y: row), style: Style(.warning))
    }
  }
}
