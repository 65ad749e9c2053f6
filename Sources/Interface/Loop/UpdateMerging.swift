import Model
import Storage

extension BellState {
  /// x: joins the two rows that are selected, or splits the one under the cursor; asks first.
  mutating func splitOrJoin() -> [Effect] {
    let chosen = inbox.selection
    if chosen.count > 1 {
      askToJoin(inbox.list.rows.filter { chosen.contains($0.id) }, of: chosen.count)
    } else if let detail = inbox.detail, detail.row.id == inbox.list.current?.id, detail.copies.count > 1 {
      mode = .confirm(.split(detail))
    } else if inbox.list.current != nil {
      notice = Notice(kind: .hint, text: strings.merging.nothingToSplit)
    }
    return []
  }

  private mutating func askToJoin(_ rows: [NotificationRow], of count: Int) {
    guard count == 2, rows.count == 2 else {
      notice = Notice(kind: .hint, text: strings.merging.twoToJoin)
      return
    }
    guard rows[0].bank == rows[1].bank, rows[0].account == rows[1].account else {
      notice = Notice(kind: .hint, text: strings.merging.differentBanks)
      return
    }
    mode = .confirm(.join(rows))
  }

  /// What became of a split or a joining.
  mutating func take(_ regrouped: Regrouped, of deed: Deed, count: Int) -> [Effect] {
    switch regrouped {
    case .nothingToDo: notice = Notice(kind: .hint, text: strings.merging.nothingToSplit)
    case .differentBanks: notice = Notice(kind: .hint, text: strings.merging.differentBanks)
    case .done(let ids):
      inbox.picked = []
      inbox.rangeStart = nil
      notice = Notice(kind: .done, text: strings.merging.done(deed, deed == .split ? ids.count : count) + " · " + strings.undoHint)
      return rereadRows(at: ids.first)
    }
    return []
  }

  /// Rows came and went: the list from one of them on, and everything that depends on it.
  mutating func rereadRows(at id: NotificationID?) -> [Effect] {
    inbox.detail = nil
    inbox.wantedDetail = nil
    return [id.map { load(around: $0) } ?? reloadHere(), .loadCounters]
  }

  /// Puts the cursor on the row nearest in time to one that is gone: most often the same notification, which an earlier copy has moved.
  mutating func replaceCursor(of gone: NotificationID) {
    func distance(_ row: NotificationRow) -> UInt64 { (row.id.rawValue - gone.rawValue).magnitude }
    guard let nearest = inbox.list.rows.min(by: { distance($0) < distance($1) }) else { return }
    inbox.list.moveCursor(to: nearest.id)
  }
}

extension Detail {
  /// The deliveries that splitting would part: one of each message, whatever endpoints it went to at the same moment.
  var copies: [Delivery] {
    var found: [Delivery] = []
    for delivery in deliveries where !found.contains(where: { $0.isSameMessage(as: delivery) }) { found.append(delivery) }
    return found
  }
}

extension Delivery {
  fileprivate func isSameMessage(as other: Delivery) -> Bool {
    time == other.time && channel == other.channel && sender == other.sender && title == other.title && text == other.text
  }
}
