import Model
import Screen

extension BellState {
  /// The wheel scrolls what is under the pointer; a click puts the cursor there, a second one opens.
  mutating func take(_ mouse: Mouse) -> [Effect] {
    // Of the header's words each click is one of its own, however soon after another.
    let isClick = mouse.kind == .press || mouse.kind == .doubleClick
    if isClick, frame.header.contains(mouse.at) {
      let clicked = HeaderBar(state: self).tabs.first { $0.columns.contains(mouse.at.x) }
      return clicked.map { turn(to: $0.screen) } ?? []
    }
    if isClick, frame.banner?.contains(mouse.at) == true { return askAboutAlert() }
    switch screen {
    case .inbox: return takeInInbox(mouse)
    case .channels: return takeInChannels(mouse)
    case .devices: return takeInDevices(mouse)
    case .security: return takeInSecurity(mouse)
    case .lab: return takeInLab(mouse)
    }
  }

  private mutating func takeInInbox(_ mouse: Mouse) -> [Effect] {
    let layout = layout
    let isInPane = layout.pane?.contains(mouse.at) ?? false
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let step = mouse.kind == .wheelUp ? -3 : 3
      if isInPane { return scrollPane(by: step) }
      inbox.list.scroll(by: step, height: layout.list.height, group: dayOfRow)
      return []
    case .press:
      if layout.tabs.contains(mouse.at) { return clickTab(atX: mouse.at.x) }
      if isInPane {
        inbox.paneHasKeys = true
        return []
      }
      return clickList(at: mouse.at, in: layout.list)
    case .doubleClick:
      let effects = clickList(at: mouse.at, in: layout.list)
      return layout.list.contains(mouse.at) ? effects + perform(.open) : effects
    default: return []
    }
  }

  private mutating func scrollPane(by step: Int) -> [Effect] {
    let hadKeys = inbox.paneHasKeys
    inbox.paneHasKeys = true
    for _ in 0..<abs(step) { _ = perform(step < 0 ? .up : .down) }
    inbox.paneHasKeys = hadKeys
    return []
  }

  private mutating func clickTab(atX x: Int) -> [Effect] {
    guard let placed = TabBar(state: self).placed.first(where: { $0.columns.contains(x) }) else { return [] }
    return choose(placed.tab.kind)
  }

  private mutating func clickList(at point: Point, in rect: Rect) -> [Effect] {
    guard rect.contains(point) else { return [] }
    inbox.paneHasKeys = false
    let lines = inbox.list.lines(height: rect.height, group: dayOfRow)
    let line = point.y - rect.y
    guard lines.indices.contains(line), case .row(let index) = lines[line] else { return [] }
    inbox.list.moveCursor(toIndex: index)
    return []
  }
}
