extension BellState {
  /// Takes an action and performs its effects on the database, and those of the answers, until nothing is left to do.
  ///
  /// For the first frame, snapshots and tests; the bell itself performs effects in the background.
  ///
  /// - Returns: the effects that aren't the database's, in the order they came.
  @discardableResult
  public mutating func settle(_ action: Action, with storeEffects: StoreEffects) -> [Effect] {
    var others: [Effect] = []
    var waiting = update(action)
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      guard effect.isForStore else {
        others.append(effect)
        continue
      }
      if let answer = storeEffects.perform(effect) { waiting += update(answer) }
    }
    return others
  }
}

extension Effect {
  /// Whether the database performs this effect, not the terminal or the program.
  public var isForStore: Bool {
    switch self {
    case .importFile, .copy, .print, .useTheme, .openDemo, .play, .redraw, .suspend: false
    default: true
    }
  }

  /// What it waits for: reads of the database must not wait for what takes long, nor what counts for the other.
  public var lane: Lane {
    switch self {
    case .compareLab, .recountLab: .lab
    case .countHits: .counts
    default: .database
    }
  }

  /// Effects of one lane are performed one after the other, those of several side by side.
  public enum Lane: CaseIterable, Sendable { case database, counts, lab }

  /// Whether its answer changes what is on the screen: the list's rows, and the pane beside them.
  public var isForNextFrame: Bool {
    switch self {
    case .loadFirst, .loadLast, .loadAround, .loadDetail, .security(.about): true
    default: false
    }
  }
}
