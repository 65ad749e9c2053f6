import Model
import Screen
import Storage

extension BellState {
  /// What an effect brought back.
  mutating func takeAnswer(_ action: Action) -> [Effect] {
    switch action {
    case .loaded(let page): show(page)
    case .loadedMore(let page, let side, let generation): extend(with: page, on: side, generation)
    case .merged(let stretch, let generation): return merge(stretch, generation)
    case .detail(let id, let detail):
      if id == inbox.list.current?.id { inbox.detail = detail }
    case .refreshed(let rows): refresh(rows)
    case .counters(let counters): self.counters = counters
    case .changeToken(let token): return noticeChange(token)
    case .found(let found, let generation): return goTo(found, generation)
    case .hits(let query, let count): if inbox.hits?.query == query { inbox.hits?.count = count }
    case .counted(let query, let count): ask(aboutMarkingAll: query, count)
    case .changed(let change, let count, let ids):
      notice = Notice(kind: .done, text: strings.changed(change, strings.number(count), count) + " · " + strings.undoHint)
      return rereadVisible(ids)
    case .regrouped(let regrouped, let deed, let count): return take(regrouped, of: deed, count: count)
    case .undone(let undone): return report(undone, strings.undone, strings.merging.undone, otherwise: strings.nothingToUndo)
    case .redone(let redone): return report(redone, strings.redone, strings.merging.redone, otherwise: strings.nothingToRedo)
    case .spending(let spending): mode = .spending(SpendingState(spending))
    case .delivery(let sources):
      showPicture(sources)
      tellUntold()
    case .arranged(let step): return tell(step)
    case .arrangementUndone(let step): return tellUndone(step)
    case .deviceAnswered(let answered): return tell(answered)
    case .deviceAnswerUndone(let answer): return tellUndone(answer)
    case .stored: return [.checkForChanges, .loadCounters, loadDelivery]
    case .sealed(let seal): show(seal)
    case .compared(let rows, let generation): return takeInLab(rows, generation)
    case .recounted(let results, let generation): return takeInLab(results, generation)
    case .security(let answer): return take(answer)
    case .importProgress(let status): importing = status
    case .imported(let added, let merged, let alreadyThere, let refused):
      importing = nil
      notice = Notice(
        kind: refused > 0 ? .problem : .done,
        text: strings.imported(
          strings.number(added), strings.number(merged), strings.number(alreadyThere), strings.number(refused)))
      return [.checkForChanges]
    case .importFailed(let failure):
      importing = nil
      show(failure)
      return [.checkForChanges]
    case .opened(let surroundings, let story): return open(surroundings, story)
    case .returned(let size, let time, let theme): return comeBack(size, time, theme)
    case .failed(let failure): show(failure)
    case .started, .input, .operation, .tick: break
    }
    return []
  }

  /// A broken seal is told once at length; the header goes on showing it.
  private mutating func show(_ seal: LedgerSeal) {
    if case .broken(let fault) = seal, self.seal != seal {
      notice = Notice(kind: .problem, text: strings.ledgerStrings.fault(fault))
    }
    self.seal = seal
    lastSeal = now
  }

  private mutating func show(_ page: Action.LoadedPage) {
    guard page.generation == inbox.generation else { return }
    inbox.isLoading = false
    inbox.list.replace(
      page.rows, reachesStart: page.reachesStart, reachesEnd: page.reachesEnd, cursor: page.cursor, atEnd: page.atEnd)
    if page.rows.isEmpty { inbox.detail = nil }
  }

  private mutating func extend(with page: Page, on side: ListWindow<NotificationRow>.Side, _ generation: Int) {
    guard generation == inbox.generation else { return }
    inbox.pending.remove(side)
    switch side {
    case .start: inbox.list.prepend(page.rows, reachesStart: page.reachesEnd)
    case .end: inbox.list.append(page.rows, reachesEnd: page.reachesEnd)
    }
  }

  private mutating func merge(_ stretch: Action.MergedStretch, _ generation: Int) -> [Effect] {
    guard generation == inbox.generation else { return [] }
    let known = Set(inbox.list.rows.map(\.id))
    let topRow = inbox.list.rows.indices.contains(inbox.list.top) ? inbox.list.rows[inbox.list.top] : nil
    let order = inbox.query.order
    if inbox.list.top > 0, let topRow {
      inbox.newAbove += stretch.rows.count { !known.contains($0.id) && order.places($0, before: topRow) }
    }
    inbox.list.merge(
      stretch.rows, reachesStart: stretch.reachesStart, reachesEnd: stretch.reachesEnd,
      precedes: { order.places($0, before: $1) })
    inbox.list.refresh(stretch.others)
    let current = inbox.list.current?.id
    inbox.list.remove(stretch.gone)
    if let current, stretch.gone.contains(current) { replaceCursor(of: current) }
    // A copy may have come to the row in the pane.
    return inbox.list.current.map { [.loadDetail($0.id)] } ?? []
  }

  private mutating func refresh(_ rows: [NotificationRow]) {
    inbox.list.refresh(rows)
    if let detail = inbox.detail, let row = rows.first(where: { $0.id == detail.row.id }) { inbox.detail?.row = row }
  }

  /// The database is another one than at the last look: read what is on the screen and around it once more.
  private mutating func noticeChange(_ token: Int64) -> [Effect] {
    defer { changeToken = token }
    guard let changeToken, changeToken != token else { return [] }
    security.related = nil
    return countHits(anew: true) + [mergeAround(), .loadCounters, .security(.alerts)] + rereadScreen
  }

  /// What the screen that is shown reads of the database, besides the list.
  private var rereadScreen: [Effect] {
    switch screen {
    case .security: [listFindings]
    case .channels, .devices: [loadDelivery]
    case .inbox, .lab: []
    }
  }

  private func mergeAround() -> Effect {
    let list = inbox.list
    let from = list.reachesStart ? nil : list.rows.first.map { Cursor(row: $0, order: inbox.query.order) }
    return .merge(
      inbox.query, from: from, rowIDs: list.rows.map(\.id), limit: max(list.rows.count + 200, pageLimit), generation: inbox.generation)
  }

  private mutating func goTo(_ found: Action.Found, _ generation: Int) -> [Effect] {
    guard generation == inbox.generation else { return [] }
    switch found {
    case .row(let id): return inbox.list.moveCursor(to: id) ? [] : [load(around: id)]
    case .noUnread: notice = Notice(kind: .hint, text: strings.nothingUnread)
    case .noHit: notice = Notice(kind: .hint, text: strings.noMoreHits)
    }
    return []
  }

  private mutating func ask(aboutMarkingAll query: ListQuery, _ count: Int) {
    if count == 0 {
      notice = Notice(kind: .hint, text: strings.nothingToMark)
    } else {
      mode = .confirm(.markAllRead(query, count: count))
    }
  }

  /// The answer to a question: only y does it, everything else leaves things as they are.
  mutating func answer(_ question: Confirmation, with key: Key) -> [Effect] {
    mode = .browse
    // On a Russian layout the key of "y" types "н"; "д" is the first letter of "да".
    guard case .character(let character) = key, "yYдДнН".contains(character) else { return [] }
    switch question {
    case .markAllRead(let query, _): return [.changeAll(.read, query)]
    case .split(let detail): return [.split(detail.row.id)]
    case .join(let rows): return [.join(rows.map(\.id))]
    }
  }

  /// Rows that were changed, as far as they're on the screen or near it; and the counters.
  private func rereadVisible(_ ids: [NotificationID]) -> [Effect] {
    let loaded = inbox.list.rows.map(\.id)
    guard !ids.isEmpty else { return [.refresh(loaded), .loadCounters] }
    let changed = Set(ids)
    return [.refresh(loaded.filter { changed.contains($0) }), .loadCounters]
  }

  private mutating func report(
    _ undone: Undone?, _ text: (Change, String, Int) -> String, _ regrouping: (Deed, Int) -> String, otherwise: String
  ) -> [Effect] {
    guard let undone else {
      notice = Notice(kind: .hint, text: otherwise)
      return []
    }
    guard case .marked(let change) = undone.deed else {
      notice = Notice(kind: .done, text: regrouping(undone.deed, undone.count))
      return rereadRows(at: inbox.list.current?.id)
    }
    notice = Notice(kind: .done, text: text(change, strings.number(undone.count), undone.count))
    return rereadVisible([])
  }

  private mutating func open(_ surroundings: Surroundings, _ story: LiveStory?) -> [Effect] {
    self = BellState(surroundings: surroundings, size: size, now: now, theme: theme)
    isOnTop = true
    live = story
    return [loadFirstPage(), .loadCounters, .checkForChanges, .security(.alerts)]
  }

  /// What lay on top of this bell is gone: it stands as it was left, but for what happened meanwhile; a story didn't go on.
  private mutating func comeBack(_ size: Size, _ time: Timestamp, _ theme: String) -> [Effect] {
    self.size = size
    self.theme = theme
    notice = nil
    if live == nil { now = time } else { live?.skip(to: time) }
    return [.checkForChanges]
  }

  private mutating func show(_ failure: Action.Failure) {
    inbox.isLoading = false
    inbox.pending = []
    let text =
      switch failure {
      case .store(let error): strings.storeError(error)
      case .message(let message): message
      }
    notice = Notice(kind: .problem, text: text)
  }
}
