import Model
import Screen

/// Where the parts of the inbox stand on a screen of some size. Both `update` and `view` ask it, so that keys and picture agree.
struct InboxLayout: Hashable, Sendable {
  var tabs: Rect
  var list: Rect
  /// The line between list and pane; a column beside, a row below.
  var divider: Rect?
  var pane: Rect?

  /// From this width on the pane stands beside the list, as the design says.
  static let widthForPaneBeside = 120
  /// Below this height there's no room for list and pane at once: the pane takes the list's place while it has the keys.
  static let heightForPaneBelow = 18

  var isPaneBeside: Bool { divider.map { $0.height > 1 } ?? false }

  init(size: Size, frame: ScreenFrame, paneHasKeys: Bool) {
    tabs = Rect(x: 0, y: frame.body.y, width: size.width, height: 1)
    let body = Rect(x: 0, y: tabs.y + 1, width: size.width, height: max(frame.body.height - 1, 0))
    list = body
    if size.width >= Self.widthForPaneBeside {
      let listWidth = min(max(size.width * 11 / 20, 72), 110)
      list.width = listWidth
      divider = Rect(x: listWidth, y: body.y, width: 1, height: body.height)
      pane = Rect(x: listWidth + 2, y: body.y, width: size.width - listWidth - 3, height: body.height)
    } else if size.height >= Self.heightForPaneBelow {
      let paneHeight = paneHasKeys ? body.height * 2 / 3 : body.height * 2 / 5
      list.height = body.height - paneHeight - 1
      divider = Rect(x: 0, y: body.y + list.height, width: size.width, height: 1)
      pane = Rect(x: 1, y: body.y + list.height + 1, width: size.width - 2, height: paneHeight)
    } else if paneHasKeys {
      list.height = 0
      pane = Rect(x: 1, y: body.y, width: size.width - 2, height: body.height)
    }
  }
}

extension BellState {
  var layout: InboxLayout { InboxLayout(size: size, frame: frame, paneHasKeys: inbox.paneHasKeys) }

  /// The day a row belongs to; in an order that isn't by time there are no days.
  var dayOfRow: (@Sendable (NotificationRow) -> Int)? {
    guard inbox.query.order != .amount else { return nil }
    let zone = surroundings.zone
    return { Civil($0.time, in: zone).dayNumber }
  }
}
