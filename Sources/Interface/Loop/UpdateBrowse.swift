import Model
import Screen
import Storage

extension BellState {
  /// Does what a key, a row of the help or the command line asks for.
  mutating func perform(_ operation: Operation) -> [Effect] {
    if let shown = BellScreen(shownBy: operation) { return turn(to: shown) }
    switch operation {
    case .command, .importFile: return openLine(operation)
    case .theme: return nextTheme()
    case .redraw: return [.redraw]
    case .demo: return [.openDemo]
    case .help:
      mode = .help(HelpState(strings: strings, keyMap: screen.keyMap))
      return []
    case .suspend: return [.suspend]
    case .livePause, .liveStep, .liveFaster, .liveSlower: return performLive(operation)
    case .answerAlert: return askAboutAlert()
    case .quitAtOnce:
      endProgram()
      return []
    default: break
    }
    switch screen {
    case .inbox: return performInInbox(operation)
    case .channels: return performInChannels(operation)
    case .devices: return performInDevices(operation)
    case .security: return performInSecurity(operation)
    case .lab: return performInLab(operation)
    }
  }

  private mutating func performInInbox(_ operation: Operation) -> [Effect] {
    switch operation {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last:
      return inbox.paneHasKeys ? scrollPane(operation) : move(operation)
    case .nextUnread: return findUnread(forward: true)
    case .previousUnread: return findUnread(forward: false)
    case .open: return open()
    case .back: return back()
    case .switchPane:
      if layout.pane != nil || !inbox.list.isEmpty { inbox.paneHasKeys.toggle() }
      return []
    case .nextBank: return moveTab(by: 1)
    case .previousBank: return moveTab(by: -1)
    case .nextCategory: return moveCategory(by: 1)
    case .previousCategory: return moveCategory(by: -1)
    case .search, .filter: return openLine(operation)
    case .nextHit: return findHit(forward: true)
    case .previousHit: return findHit(forward: false)
    case .sort: return sort(by: inbox.query.order.next)
    case .toggleRead, .pin, .archive: return mark(operation)
    case .markAllRead: return [.countUnread(inbox.query)]
    case .select, .selectRange: return select(operation)
    case .splitOrJoin: return splitOrJoin()
    case .showRelated: return showRelatedFindings()
    case .undo: return [.undo]
    case .redo: return [.redo]
    case .copy: return copy()
    case .revealCode: return revealCode()
    case .rawText:
      inbox.showsRawText.toggle()
      return []
    case .spending: return [.loadSpending(inbox.query)]
    case .reload: return reload()
    case .quit: return leave()
    default: return []
    }
  }

  private mutating func move(_ operation: Operation) -> [Effect] {
    let page = max(layout.list.height - 2, 1)
    switch operation {
    case .down: inbox.list.move(by: 1)
    case .up: inbox.list.move(by: -1)
    case .pageDown: inbox.list.move(by: page)
    case .pageUp: inbox.list.move(by: -page)
    case .halfPageDown: inbox.list.move(by: max(page / 2, 1))
    case .halfPageUp: inbox.list.move(by: -max(page / 2, 1))
    case .first:
      guard inbox.list.reachesStart else { return [loadFirstPage()] }
      inbox.list.move(by: -inbox.list.rows.count)
    case .last:
      guard inbox.list.reachesEnd else { return [loadLastPage()] }
      inbox.list.move(by: inbox.list.rows.count)
    default: break
    }
    return []
  }

  private mutating func scrollPane(_ operation: Operation) -> [Effect] {
    let height = layout.pane?.height ?? 1
    let step =
      switch operation {
      case .down: 1
      case .up: -1
      case .pageDown: height - 1
      case .pageUp: 1 - height
      case .halfPageDown: height / 2
      case .halfPageUp: -height / 2
      case .first: -inbox.paneTop
      default: Self.paneLineLimit
      }
    let target = max(inbox.paneTop + step, 0)
    inbox.paneTop = min(target, max(paneLineCount(upTo: target + height) - height, 0))
    return []
  }

  /// How many lines the pane would have if it were high enough, counted as far as they matter.
  private func paneLineCount(upTo limit: Int) -> Int {
    guard let pane = layout.pane else { return 0 }
    return ReadingPane(state: self, width: pane.width).lines(limit: min(limit, Self.paneLineLimit)).count
  }

  /// Lines of a notification that can be scrolled to.
  static let paneLineLimit = 20_000

  /// Enter: the row is read now, and the keys go to its text.
  private mutating func open() -> [Effect] {
    guard let row = inbox.list.current else { return [] }
    inbox.paneHasKeys = true
    return row.isUnread ? [.change(.read, [row.id])] : []
  }

  /// Esc: one step back, in the order in which the steps were taken.
  private mutating func back() -> [Effect] {
    if leavesPaneFirst {
      inbox.paneHasKeys = false
      return []
    }
    if inbox.rangeStart != nil || !inbox.picked.isEmpty {
      inbox.rangeStart = nil
      inbox.picked = []
      return []
    }
    if let visit = inbox.visit { return back(from: visit) }
    if !inbox.query.search.isEmpty {
      inbox.query.search = ""
      return [reloadHere()]
    }
    if inbox.query.filter != nil {
      inbox.query.filter = nil
      return [reloadHere()]
    }
    if inbox.query.bank != nil || inbox.query.category != nil || inbox.query.place != .inbox {
      inbox.query.bank = nil
      inbox.query.category = nil
      inbox.query.place = .inbox
      return [reloadHere()]
    }
    return []
  }

  /// q: back while there's something to go back from, else the end.
  private mutating func leave() -> [Effect] {
    let isAtRoot =
      !inbox.paneHasKeys && inbox.selection.isEmpty && inbox.query.search.isEmpty && inbox.query.filter == nil && inbox.visit == nil
    guard isAtRoot else { return back() }
    isFinished = true
    return []
  }

  /// The current query from the row under the cursor on.
  mutating func reloadHere() -> Effect {
    inbox.list.current.map { load(around: $0.id) } ?? loadFirstPage()
  }

  private mutating func reload() -> [Effect] {
    inbox.detail = nil
    inbox.wantedDetail = nil
    return [reloadHere(), .loadCounters]
  }

  private mutating func findUnread(forward: Bool) -> [Effect] {
    guard let row = inbox.list.current else { return [] }
    let cursor = Cursor(row: row, order: inbox.query.order)
    return [.findUnread(inbox.query, from: cursor, forward: forward, generation: inbox.generation)]
  }

  private mutating func findHit(forward: Bool) -> [Effect] {
    guard inbox.query.search.isEmpty else {
      if !inbox.list.move(by: forward ? 1 : -1) { notice = Notice(kind: .hint, text: strings.noMoreHits) }
      return []
    }
    guard !inbox.lastSearch.isEmpty, let row = inbox.list.current else {
      notice = Notice(kind: .hint, text: strings.noSearchYet)
      return []
    }
    var query = inbox.query
    query.search = inbox.lastSearch
    let cursor = Cursor(row: row, order: query.order)
    return [.findHit(query, from: cursor, forward: forward, generation: inbox.generation)]
  }

  mutating func sort(by order: ListQuery.Order) -> [Effect] {
    inbox.query.order = order
    return [order == .amount ? loadFirstPage() : reloadHere()]
  }

  private mutating func mark(_ operation: Operation) -> [Effect] {
    let targets = inbox.targets
    guard !targets.isEmpty else { return [] }
    let chosen = Set(targets)
    let rows = inbox.list.rows.filter { chosen.contains($0.id) }
    let change: Change =
      switch operation {
      case .toggleRead: rows.contains(where: \.isUnread) ? .read : .unread
      case .pin: rows.allSatisfy { $0.flags.contains(.pinned) } ? .unpin : .pin
      default: rows.allSatisfy { $0.flags.contains(.archived) } ? .unarchive : .archive
      }
    inbox.picked = []
    inbox.rangeStart = nil
    return [.change(change, targets)]
  }

  private mutating func select(_ operation: Operation) -> [Effect] {
    guard let row = inbox.list.current else { return [] }
    if operation == .selectRange {
      if inbox.rangeStart == nil {
        inbox.rangeStart = row.id
        notice = Notice(kind: .hint, text: strings.rangeSelecting)
      } else {
        inbox.picked = inbox.selection
        inbox.rangeStart = nil
      }
      return []
    }
    if inbox.picked.remove(row.id) == nil { inbox.picked.insert(row.id) }
    inbox.list.move(by: 1)
    return []
  }

  private mutating func nextTheme() -> [Effect] {
    let themes = surroundings.themes
    guard !themes.isEmpty else { return [] }
    let index = themes.firstIndex(of: theme).map { ($0 + 1) % themes.count } ?? 0
    return useTheme(themes[index])
  }

  mutating func useTheme(_ name: String) -> [Effect] {
    theme = name
    notice = Notice(kind: .done, text: strings.themeNow(name))
    return [.useTheme(name)]
  }
}
