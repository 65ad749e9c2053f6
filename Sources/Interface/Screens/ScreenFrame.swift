import Screen

/// What stands around every screen: the header with the screens' names above, status and keys below.
struct ScreenFrame: Hashable, Sendable {
  var header: Rect
  /// Where an alert stands while one is unanswered.
  var banner: Rect?
  var body: Rect
  var status: Rect
  /// At the end of the status line, how a story that unfolds goes on, where that has no room above.
  var live: Rect?
  var footer: Rect

  init(size: Size, hasBanner: Bool = false, liveWidth: Int = 0) {
    header = Rect(x: 0, y: 0, width: size.width, height: 1)
    if hasBanner { banner = Rect(x: 0, y: 1, width: size.width, height: 1) }
    let top = hasBanner ? 2 : 1
    body = Rect(x: 0, y: top, width: size.width, height: max(size.height - top - 2, 0))
    let liveWidth = min(liveWidth, size.width / 2)
    status = Rect(x: 0, y: size.height - 2, width: size.width - liveWidth, height: 1)
    if liveWidth > 0 { live = Rect(x: status.width, y: status.y, width: liveWidth, height: 1) }
    footer = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
  }
}

extension BellState {
  var frame: ScreenFrame { ScreenFrame(size: size, hasBanner: !security.alerts.isEmpty, liveWidth: LiveMark(state: self).width) }
}
