import Foundation
import Model
import Screen
import Storage

/// The bell without the bell: rows and notifications as lines of text that are safe to print, codes covered.
public struct PlainText: Sendable {
  private let state: BellState

  private var strings: Strings { state.strings }

  /// Whether codes stand in the open.
  public var revealsCodes: Bool

  /// Text in the user's language and zone, seen at `now`.
  public init(surroundings: Surroundings, now: Timestamp, revealsCodes: Bool = false) {
    state = BellState(surroundings: surroundings, size: Size(width: 100, height: 24), now: now, theme: "")
    self.revealsCodes = revealsCodes
  }

  /// One line: id, date, time, mark, bank, category, channels, amount, text.
  public func line(_ row: NotificationRow) -> SafeText {
    let facts = row.facts
    let columns: [(String, Int, Alignment)] = [
      (String(row.id.rawValue), 19, .leading),
      (String(row.time.advanced(by: offset(at: row.time)).rfc3339.prefix(16)).replacing("T", with: " "), 16, .leading),
      (row.isUnread ? state.surroundings.glyphs.unreadDot : " ", 1, .leading),
      (row.bank.map(state.surroundings.name(ofBank:)) ?? row.sender, 11, .leading),
      (facts.category.map(strings.category) ?? strings.uncategorised, 9, .leading),
      (RowView.marks(row.channels), 3, .leading),
      (facts.movedAmount.map { strings.money($0, signed: !facts.isOpen) } ?? "", 14, .trailing),
    ]
    let head = columns.map { SafeText(line: $0.0).fitted(to: $0.1, $0.2) }.joined(separator: " ")
    let text = [row.title, row.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    return head + "  " + SafeText(line: covered(text, row).oneLine)
  }

  /// The whole of a notification, as the reading pane shows it, wrapped to `width` cells.
  public func text(of detail: Detail, width: Int) -> SafeText {
    var state = state
    state.inbox.list.replace([detail.row], reachesStart: true, reachesEnd: true)
    state.inbox.detail = detail
    if revealsCodes {
      let forever = state.now.advanced(by: .max)
      state.inbox.reveal = InboxState.Reveal(id: detail.row.id, stage: .shown(until: forever))
    }
    let lines = ReadingPane(state: state, width: width).lines(limit: BellState.paneLineLimit, showsCodeHint: !revealsCodes)
    return lines.map { $0.map { SafeText(line: $0.text) }.joined() + "\n" }.joined()
  }

  /// A text of a row with its code covered, unless codes stand in the open.
  public func covered(_ text: String, _ row: NotificationRow) -> String {
    revealsCodes ? text : state.readable(text, of: row)
  }

  private func offset(at time: Timestamp) -> Int64 {
    let seconds = state.surroundings.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1_000))
    return Int64(seconds) * 1_000
  }
}
