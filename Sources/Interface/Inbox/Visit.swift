import Storage

extension BellState {
  /// Opens messages in the inbox from another screen; Esc leads back to that, and the inbox is then as it was.
  mutating func visitInbox(_ query: ListQuery, opensPane: Bool = false) {
    inbox.visit = InboxState.Visit(
      from: screen, query: query, before: InboxState.Place(query: inbox.query, id: inbox.list.current?.id), lastSearch: inbox.lastSearch,
      opensPane: opensPane)
    inbox.query = query
    inbox.paneHasKeys = opensPane
    inbox.picked = []
    inbox.rangeStart = nil
  }

  /// Whether Esc leaves the pane for the list first.
  var leavesPaneFirst: Bool {
    guard let visit = inbox.visit, visit.opensPane else { return inbox.paneHasKeys }
    return inbox.paneHasKeys && inbox.query != visit.query
  }

  /// Esc during a visit: first back to what it opened, if the user went on from there, then to where it came from.
  mutating func back(from visit: InboxState.Visit) -> [Effect] {
    guard inbox.query == visit.query else {
      inbox.query = visit.query
      return [reloadHere()]
    }
    inbox.visit = nil
    inbox.paneHasKeys = false
    inbox.query = visit.before.query
    inbox.lastSearch = visit.lastSearch
    return show(visit.from) + [visit.before.id.map { load(around: $0) } ?? loadFirstPage()]
  }
}
