import Screen

/// What stands around every screen: the header with the screens' names above, status and keys below.
struct ScreenFrame: Hashable, Sendable {
  var header: Rect
  /// Where an alert stands while one is unanswered.
  var banner: Rect?
  var body: Rect
  var status: Rect
  var footer: Rect

  init(size: Size, hasBanner: Bool = false) {
    header = Rect(x: 0, y: 0, width: size.width, height: 1)
    if hasBanner { banner = Rect(x: 0, y: 1, width: size.width, height: 1) }
    let top = hasBanner ? 2 : 1
    body = Rect(x: 0, y: top, width: size.width, height: max(size.height - top - 2, 0))
    status = Rect(x: 0, y: size.height - 2, width: size.width, height: 1)
    footer = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
  }
}

extension BellState {
  var frame: ScreenFrame { ScreenFrame(size: size, hasBanner: !security.alerts.isEmpty) }
}
