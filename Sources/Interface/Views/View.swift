import Screen

extension BellState {
  /// The screen for this state. Pure: the same state always gives the same grid.
  public func view() -> Grid {
    var grid = Grid(size, glyphs: surroundings.glyphs)
    if isTooSmall {
      drawTooSmall(into: &grid)
    } else {
      HeaderBar(state: self).draw(into: &grid, at: frame.header)
      if let banner = frame.banner { AlertBanner(state: self).draw(into: &grid, at: banner) }
      drawBody(into: &grid)
      if let live = frame.live { LiveMark(state: self).draw(into: &grid, at: live) }
      Footer(state: self).draw(into: &grid, at: frame.footer)
      drawOverlay(into: &grid)
    }
    return surroundings.glyphs == .ascii ? grid.asciiOnly() : grid
  }

  /// What stands between header and footer.
  private func drawBody(into grid: inout Grid) {
    switch screen {
    case .inbox: drawInbox(into: &grid)
    case .channels: ChannelsView(state: self).draw(into: &grid, at: frame)
    case .devices: DevicesView(state: self).draw(into: &grid, at: frame)
    case .security: SecurityView(state: self).draw(into: &grid, at: frame)
    case .lab: LabView(state: self).draw(into: &grid, at: frame)
    }
  }

  private func drawInbox(into grid: inout Grid) {
    let layout = layout
    TabBar(state: self).draw(into: &grid, at: layout.tabs)
    if inbox.list.isEmpty {
      let body = Rect(x: 0, y: layout.list.y, width: size.width, height: frame.status.y - layout.list.y)
      EmptyView(state: self).draw(into: &grid, at: body)
    } else {
      ListView(state: self).draw(into: &grid, at: layout.list)
      drawDivider(layout, into: &grid)
      if let pane = layout.pane { ReadingPane(state: self, width: pane.width).draw(into: &grid, at: pane) }
    }
    StatusBar(state: self).draw(into: &grid, at: frame.status)
  }

  private func drawOverlay(into grid: inout Grid) {
    switch mode {
    case .help(let help): HelpView(state: self, help: help).draw(into: &grid)
    case .confirm(let question): ConfirmView(state: self, question: question).draw(into: &grid)
    case .spending(let spending): SpendingView(state: self, spending: spending).draw(into: &grid)
    case .sendMenu(let row): SendMenuView(state: self, row: row).draw(into: &grid)
    case .quietMenu(let row): QuietMenuView(state: self, row: row).draw(into: &grid)
    case .advice(let lines): AdviceView(state: self, lines: lines).draw(into: &grid)
    case .alert(let alert): AlertView(state: self, alert: alert).draw(into: &grid)
    case .triageMenu(let row): TriageMenu(state: self, row: row).draw(into: &grid)
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
