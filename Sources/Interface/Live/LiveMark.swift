import Screen

/// How a story that unfolds goes on, at the end of the status line: there where the header has room for its clock alone.
struct LiveMark {
  let state: BellState

  /// The cells it takes, with one of space on either side; 0 where the header tells it, and where nothing unfolds.
  var width: Int {
    guard let progress = state.liveProgress, !HeaderBar(state: state).hasRoomForBadge else { return 0 }
    return TextWidth.of(progress) + 2
  }

  func draw(into grid: inout Grid, at rect: Rect) {
    grid.fill(rect, style: Style(.footer))
    grid.write(
      state.liveProgress ?? "", at: Point(x: rect.x + 1, y: rect.y), width: rect.width - 2, style: Style(.warning, background: .footer))
  }
}

extension BellState {
  /// How the story goes on, in words; nil when nothing unfolds.
  var liveProgress: String? {
    live.map { strings.deliveryStrings.liveProgress($0.speed, $0.secondsToNext, $0.isPaused) }
  }
}
