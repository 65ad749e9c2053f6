import Delivery
import Model
import Storage

/// Performs the effects that read or write the database and gives their answers. Every call is safe on any thread.
public struct StoreEffects: Sendable {
  let store: Store

  public init(store: Store) {
    self.store = store
  }

  /// Performs an effect. The interruption stops the read when nobody waits for it any more.
  ///
  /// - Returns: the answer; nil when there's none, when the read was interrupted, or when the effect isn't the database's.
  public func perform(_ effect: Effect, interruption: Interruption = Interruption()) -> Action? {
    do {
      return try answer(effect, interruption)
    } catch {
      if case .interrupted = error.reason { return nil }
      return .failed(.store(error))
    }
  }

  private func answer(_ effect: Effect, _ interruption: Interruption) throws(StoreError) -> Action? {
    switch effect {
    case .loadFirst(let query, let limit, let generation):
      let page = try store.page(query, from: nil, direction: .onward, limit: limit, unless: interruption)
      return .loaded(
        Action.LoadedPage(
          rows: page.rows, reachesStart: true, reachesEnd: page.reachesEnd, cursor: nil, atEnd: false, generation: generation))
    case .loadLast(let query, let limit, let generation):
      let page = try store.page(query, from: nil, direction: .back, limit: limit, unless: interruption)
      return .loaded(
        Action.LoadedPage(
          rows: page.rows, reachesStart: page.reachesEnd, reachesEnd: true, cursor: nil, atEnd: true, generation: generation))
    case .loadMore(let query, let cursor, let side, let limit, let generation):
      let direction: PageDirection = side == .start ? .back : .onward
      let page = try store.page(query, from: cursor, direction: direction, limit: limit, unless: interruption)
      return .loadedMore(page, side: side, generation: generation)
    case .loadAround(let query, let id, let limit, let generation):
      return try around(id, query, limit, generation, interruption)
    case .merge(let query, let cursor, let ids, let limit, let generation):
      return try merge(query, cursor, ids, limit, generation, interruption)
    case .loadDetail(let id): return .detail(id, try store.detail(id))
    case .refresh(let ids): return .refreshed(try store.rows(ids))
    case .loadCounters: return .counters(try store.counters())
    case .checkForChanges: return .changeToken(try store.changeToken())
    case .findUnread(let query, let cursor, let forward, let generation):
      let row = try store.neighbour(
        query, of: cursor, direction: forward ? .onward : .back, unreadOnly: true, unless: interruption)
      return .found(row.map { .row($0.id) } ?? .noUnread, generation: generation)
    case .findHit(let query, let cursor, let forward, let generation):
      let row = try store.neighbour(
        query, of: cursor, direction: forward ? .onward : .back, unreadOnly: false, unless: interruption)
      return .found(row.map { .row($0.id) } ?? .noHit, generation: generation)
    case .countUnread(let query):
      return .counted(query, try store.count(query, unreadOnly: true, limit: .max, unless: interruption))
    case .countHits(let query, let limit, _):
      return .hits(query, try store.count(query, limit: limit, unless: interruption))
    case .loadSpending(let query):
      let months = try store.spending(query, by: .month, unless: interruption)
      let merchants = try store.spending(query, by: .merchant, unless: interruption)
      return .spending(Action.Spending(months: months, merchants: merchants))
    case .change(let change, let ids):
      return .changed(change, count: try store.change(change, on: ids).count, ids: ids)
    case .changeAll(let change, let query):
      return .changed(change, count: try store.change(change, allIn: query).count, ids: [])
    case .split(let id): return .regrouped(try store.split(id), .split, count: 1)
    case .join(let ids): return .regrouped(try store.join(ids), .joined, count: ids.count)
    case .undo: return .undone(try store.undo())
    case .redo: return .redone(try store.redo())
    case .loadDelivery(let since): return .delivery(try DeliveryPicture.Sources(store, since: since))
    case .arrange(let step): return .arranged(try store.arrange(step))
    case .answerDevice(let device, let wasMe, let time): return .deviceAnswered(try store.answer(for: device, wasMe: wasMe, at: time))
    case .undoChannels(let time):
      let log = ArrangementLog(try store.arrangements())
      guard let last = log.lastUndoable(.channels) else { return .arrangementUndone(nil) }
      return .arrangementUndone(try store.arrange(log.inverse(of: last, at: time)))
    case .undoDevices(let time):
      switch try store.undoDeviceStep(at: time) {
      case .answer(let answer): return .deviceAnswerUndone(answer)
      case .step(let step): return .arrangementUndone(step)
      case nil: return .arrangementUndone(nil)
      }
    case .store(let notification):
      _ = try store.add([notification])
      return .stored
    case .storeEvent(let event):
      try store.add(events: [event])
      return .stored
    case .seal: return .sealed(try seal())
    case .compareLab(let policies, let clients, let generation):
      let rows = LabState.compare(policies, clients: clients) { interruption.isInterrupted }
      return rows.map { .compared($0, generation: generation) }
    case .recountLab(let policies, let clients, let generation):
      let results = LabComparison(clients: clients).run(policies) { interruption.isInterrupted }
      return results.map { .recounted($0, generation: generation) }
    case .security(let effect): return try perform(effect).map { .security($0) }
    case .importFile, .copy, .print, .useTheme, .openDemo, .play, .redraw, .suspend: return nil
    }
  }

  private func seal() throws(StoreError) -> LedgerSeal {
    let seal = try store.ledgerSeal()
    guard case .whole = seal, store.access == .readWrite else { return seal }
    do {
      return .whole(size: try store.makeCheckpoint().checkpoint.size)
    } catch {
      guard case .ledger(let fault) = error.reason else { throw error }
      return .broken(fault)
    }
  }

  /// A page with a row of the list in it; when the row isn't in this list any more, the list from its start.
  private func around(
    _ id: NotificationID, _ query: ListQuery, _ limit: Int, _ generation: Int, _ interruption: Interruption
  ) throws(StoreError) -> Action? {
    guard let row = try store.row(id) else { return try answer(.loadFirst(query, limit: limit, generation: generation), interruption) }
    let cursor = Cursor(row: row, order: query.order)
    let before = try store.page(query, from: cursor, direction: .back, limit: limit, unless: interruption)
    let last = before.rows.last.map { Cursor(row: $0, order: query.order) }
    // From the row before it on, so that the row itself is among them if, and only if, it belongs to the list.
    let after = try store.page(query, from: last, direction: .onward, limit: limit + 1, unless: interruption)
    let nearest = after.rows.first { $0.id == id } ?? after.rows.first ?? before.rows.last
    return .loaded(
      Action.LoadedPage(
        rows: before.rows + after.rows, reachesStart: before.reachesEnd, reachesEnd: after.reachesEnd, cursor: nearest?.id, atEnd: false,
        generation: generation))
  }

  /// The list from `cursor` on as it is now, and the rows among `ids` that it no longer holds.
  private func merge(
    _ query: ListQuery, _ cursor: Cursor?, _ ids: [NotificationID], _ limit: Int, _ generation: Int, _ interruption: Interruption
  ) throws(StoreError) -> Action? {
    let page = try store.page(query, from: cursor, direction: .onward, limit: limit, unless: interruption)
    let known = Set(page.rows.map(\.id))
    let missing = ids.filter { !known.contains($0) }
    let others = try store.rows(missing)
    return .merged(
      Action.MergedStretch(
        rows: page.rows, reachesStart: cursor == nil, reachesEnd: page.reachesEnd, others: others,
        gone: Set(missing).subtracting(others.map(\.id))),
      generation: generation)
  }
}
