import Model
import Screen
import Storage

extension BellState {
  /// The next state, and what must be done outside for it. Pure: the same state and action always give the same.
  public mutating func update(_ action: Action) -> [Effect] {
    var effects: [Effect] = []
    switch action {
    case .started: effects = [loadFirstPage(), .loadCounters, .checkForChanges, .security(.alerts)]
    case .input(let input): effects = take(input)
    case .operation(let operation): effects = perform(operation)
    case .tick(let time): effects = tick(time)
    default: effects = takeAnswer(action)
    }
    inbox.list.showCursor(height: layout.list.height, group: dayOfRow)
    if inbox.list.top == 0 { inbox.newAbove = 0 }
    // The pane first, since it is seen at once: what lies beyond the screen can wait.
    return effects + paneFollowUps() + securityFollowUps() + listFollowUps() + countHits()
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .resize(let size):
      self.size = size
      return []
    case .terminate:
      endProgram()
      return []
    default: break
    }
    if isTooSmall {
      if case .key(let key) = input, KeyMap.standard.operation(for: key) == .quitAtOnce { endProgram() }
      return []
    }
    notice = nil
    if case .key(let key) = input, let isRussian = KeyMap.isRussian(key) { typesRussian = isRussian }
    switch (mode, input) {
    case (.browse, .key(let key)):
      return screen.keyMap.operation(for: key, isRussian: isRussianLayout).map { perform($0) } ?? []
    case (.browse, .mouse(let mouse)):
      return take(mouse)
    case (.line(let line, _), .key(let key)):
      return take(key, in: line)
    case (.line(var line, _), .paste(let text)):
      line.insert(text)
      return lineChanged(line)
    case (.help(let help), .key(let key)):
      return take(key, in: help)
    case (.confirm(let question), .key(let key)):
      return answer(question, with: key)
    case (.spending(let spending), .key(let key)):
      return take(key, in: spending)
    case (.sendMenu(let row), .key(let key)):
      return take(key, inSendMenuAt: row)
    case (.quietMenu(let row), .key(let key)):
      return take(key, inQuietMenuAt: row)
    case (.alert(let alert), .key(let key)):
      return take(key, inAlert: alert)
    case (.triageMenu(let row), .key(let key)):
      return take(key, inTriageMenuAt: row)
    case (.advice, .key):
      mode = .browse
      return []
    default:
      return []
    }
  }

  mutating func endProgram() {
    isFinished = true
    endsProgram = true
  }

  /// Whether `.` and `,` are the keys of `/` and `?`: on a Russian layout, as far as the last letter tells. While a story unfolds they stop it and
  /// go on until a Russian letter was typed; otherwise nothing else wants them.
  private var isRussianLayout: Bool { live == nil || typesRussian == true }

  /// Time passed: codes are covered again, and the database is asked whether somebody else wrote to it.
  private mutating func tick(_ time: Timestamp) -> [Effect] {
    let due = goOn(to: time) + sealWhatIsDue()
    if case .shown(let until)? = inbox.reveal?.stage, until <= now { inbox.reveal = nil }
    guard time.milliseconds - lastLook.milliseconds >= Self.lookInterval || time < lastLook else { return due }
    lastLook = time
    guard time.milliseconds - security.lastWatch.milliseconds >= Self.watchInterval || time < security.lastWatch else {
      return due + [.checkForChanges] + sendWhatIsDue()
    }
    security.lastWatch = time
    // A cooling-off ends though nobody writes anything.
    let delivery = screen == .channels || screen == .devices ? [loadDelivery] : []
    return due + [.checkForChanges, .security(.watch)] + delivery + sendWhatIsDue()
  }

  /// How often the database is asked whether somebody else wrote to it, in ms.
  private static let lookInterval: Int64 = 400

  /// How often findings are brought up to date with the clock, in ms.
  private static let watchInterval: Int64 = 60_000

  private mutating func sealWhatIsDue() -> [Effect] {
    guard let lastSeal, now.milliseconds - lastSeal.milliseconds >= Self.sealInterval else { return [] }
    self.lastSeal = now
    return [.seal]
  }

  /// How often the log is looked at and signed while the bell is open, in ms: 15 minutes. [ours]
  private static let sealInterval: Int64 = 900_000

  /// The whole of the row under the cursor, when it isn't there yet.
  private mutating func paneFollowUps() -> [Effect] {
    guard let current = inbox.list.current, inbox.detail?.row.id != current.id, inbox.wantedDetail != current.id else { return [] }
    inbox.wantedDetail = current.id
    inbox.paneTop = 0
    return [.loadDetail(current.id)]
  }

  /// Counts what a search or a filter lets through, beside everything else; of another order it is as many.
  mutating func countHits(anew: Bool = false) -> [Effect] {
    var query = inbox.query
    query.order = .newest
    guard !query.search.isEmpty || query.filter != nil else {
      inbox.hits = nil
      return []
    }
    guard anew || inbox.hits?.query != query else { return [] }
    inbox.hits = InboxState.Hits(query: query, count: inbox.hits?.query == query ? inbox.hits?.count : nil)
    return [.countHits(query, limit: InboxState.Hits.limit + 1, generation: inbox.generation)]
  }

  /// The rows near the cursor that aren't there yet.
  private mutating func listFollowUps() -> [Effect] {
    var effects: [Effect] = []
    let margin = max(size.height * 2, 60)
    for side in inbox.list.wanted(margin: margin) where !inbox.pending.contains(side) && !inbox.isLoading {
      let edge = side == .start ? inbox.list.rows.first : inbox.list.rows.last
      guard let edge else { continue }
      inbox.pending.insert(side)
      let cursor = Cursor(row: edge, order: inbox.query.order)
      effects.append(.loadMore(inbox.query, from: cursor, side: side, limit: pageLimit, generation: inbox.generation))
    }
    return effects
  }

  /// Rows a page holds: enough for three screens.
  var pageLimit: Int { max(size.height * 3, 100) }

  /// Starts the current query anew.
  mutating func loadFirstPage() -> Effect {
    startGeneration()
    return .loadFirst(inbox.query, limit: pageLimit, generation: inbox.generation)
  }

  /// Starts the current query anew around a row.
  mutating func load(around id: NotificationID) -> Effect {
    startGeneration()
    return .loadAround(inbox.query, id, limit: pageLimit, generation: inbox.generation)
  }

  mutating func loadLastPage() -> Effect {
    startGeneration()
    return .loadLast(inbox.query, limit: pageLimit, generation: inbox.generation)
  }

  private mutating func startGeneration() {
    inbox.generation += 1
    inbox.isLoading = true
    inbox.pending = []
    inbox.newAbove = 0
  }
}
