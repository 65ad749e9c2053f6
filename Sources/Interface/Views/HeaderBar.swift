import Screen

/// The first line: the bell with what is unread, the program, the screens with their numbers, and what narrows the list.
struct HeaderBar {
  let state: BellState

  /// A screen's name with the columns it takes.
  struct Tab {
    var screen: BellScreen
    var label: String
    var columns: Range<Int>
  }

  func draw(into grid: inout Grid, at rect: Rect) {
    grid.fill(rect, style: Style(.header))
    grid.write(title, at: rect.origin, width: rect.width)
    let tabs = tabs
    for tab in tabs {
      let isShown = tab.screen == state.screen
      let style = isShown && BellScreen.allCases.count > 1 ? Style(.accent, background: .header, bold: true) : Style(.header)
      grid.write(tab.label, at: Point(x: tab.columns.lowerBound, y: rect.y), width: rect.width - tab.columns.lowerBound, style: style)
    }
    var used = tabs.last?.columns.upperBound ?? 0
    if state.surroundings.isDemo {
      // With every screen's name there may be room for its first word only, which says enough.
      let badge = "   " + (hasRoomForBadge ? demoBadge : demoMark)
      grid.write(
        badge, at: Point(x: used, y: rect.y), width: max(rect.width - used, 0), style: Style(.warning, background: .header))
      used += TextWidth.of(badge)
    }
    used = drawSeal(into: &grid, at: rect, from: used)
    let room = rect.width - used - 3
    guard !narrowing.isEmpty, room > 8 else { return }
    let width = min(TextWidth.of(narrowing), room)
    grid.write(
      narrowing, at: Point(x: rect.x + rect.width - width - 1, y: rect.y), width: width,
      style: Style(.accent, background: .header, bold: true))
  }

  /// A mark behind the program's name while the log is whole; words in red when it isn't.
  /// - Returns: where the line is free.
  private func drawSeal(into grid: inout Grid, at rect: Rect, from x: Int) -> Int {
    switch state.seal {
    case nil, .some(.none): return x
    case .whole:
      let place = Point(x: titleWidth + 1, y: rect.y)
      grid.write(state.surroundings.glyphs.check, at: place, width: 1, style: Style(.good, background: .header))
      return x
    case .broken:
      grid.write(
        sealWords, at: Point(x: x, y: rect.y), width: max(rect.width - x, 0), style: Style(.error, background: .header, bold: true))
      return x + TextWidth.of(sealWords)
    }
  }

  private var sealWords: String {
    guard case .broken = state.seal else { return "" }
    return "   " + state.surroundings.glyphs.cross + " " + state.strings.ledgerStrings.sealBroken
  }

  private var titleWidth: Int { title.reduce(0) { $0 + TextWidth.of($1.text) } }

  /// The screens as they stand in the line. Where there's no room for all names, the others' are shortened, and then left out.
  var tabs: [Tab] {
    let start = titleWidth + 3
    let badge = TextWidth.of(sealWords) + (state.surroundings.isDemo ? TextWidth.of(demoMark) + 3 : 0)
    for name in [state.strings.screen, state.strings.screenShort] {
      let tabs = place(othersNamed: name, from: start)
      if (tabs.last?.columns.upperBound ?? 0) + badge + roomForNarrowing <= state.size.width { return tabs }
    }
    return place(othersNamed: { _ in "" }, from: start)
  }

  private func place(othersNamed name: (BellScreen) -> String, from start: Int) -> [Tab] {
    var x = start
    return BellScreen.allCases.map { screen in
      let words = screen == state.screen ? state.strings.screen(screen) : name(screen)
      let label = String(screen.rawValue) + (words.isEmpty ? "" : " " + words)
      defer { x += TextWidth.of(label) + 2 }
      return Tab(screen: screen, label: label, columns: x..<x + TextWidth.of(label))
    }
  }

  /// That the data is invented; of a story that unfolds its clock, its speed, and how long until the next message.
  private var demoBadge: String {
    guard let live = state.live, let progress = state.liveProgress else { return state.strings.demoBadge }
    return state.strings.deliveryStrings.live(state.timeText.clockWithSeconds(live.now), progress)
  }

  /// Whether there is room for the whole badge beside the screens' names.
  var hasRoomForBadge: Bool {
    (tabs.last?.columns.upperBound ?? 0) + 3 + TextWidth.of(demoBadge) + roomForNarrowing <= state.size.width
  }

  private var demoMark: String {
    state.live.map { state.timeText.clockWithSeconds($0.now) } ?? state.strings.demoMark
  }

  /// The cells that what narrows the list takes at least, with the space around it.
  private var roomForNarrowing: Int { narrowing.isEmpty ? 0 : min(TextWidth.of(narrowing), 24) + 4 }

  private var title: [Span] {
    var spans = [Span(" " + state.surroundings.glyphs.bell, Style(.header))]
    if let unread = state.counters?.inbox.unread, unread > 0 {
      spans.append(Span(" " + state.strings.number(unread), Style(.header, bold: true)))
    }
    spans.append(Span("  Kolokol", Style(.header, bold: true)))
    return spans
  }

  /// What makes the list shorter or other than usual, in words.
  private var narrowing: String {
    guard state.screen == .inbox else { return "" }
    let query = state.inbox.query
    var parts: [String] = []
    if !query.search.isEmpty { parts.append(state.strings.searchLabel + " " + query.search) }
    if let filter = query.filter { parts.append(state.strings.filterLabel + " " + filter.text) }
    if query.order != .newest { parts.append(state.strings.sortedBy(state.strings.order(query.order))) }
    return parts.joined(separator: "  ")
  }
}
