import Model
import Parsing

extension BellState {
  /// `c`: shows the code of the row for a while. An old one, of no use but to somebody who shouldn't see it, takes two presses.
  mutating func revealCode() -> [Effect] {
    guard let row = inbox.list.current, !row.facts.secrets.isEmpty else {
      notice = Notice(kind: .hint, text: strings.noCodeHere)
      return []
    }
    if inbox.showsCode(of: row.id, at: now) {
      inbox.reveal = nil
      return []
    }
    let isOld = now.milliseconds - row.time.milliseconds > InboxState.oldCodeAge
    if isOld, inbox.reveal != InboxState.Reveal(id: row.id, stage: .armed) {
      inbox.reveal = InboxState.Reveal(id: row.id, stage: .armed)
      notice = Notice(kind: .hint, text: strings.oldCodeAgain)
      return []
    }
    inbox.reveal = InboxState.Reveal(id: row.id, stage: .shown(until: now.advanced(by: InboxState.revealDuration)))
    return []
  }

  /// `y`: the texts of the chosen rows, codes covered unless one is shown right now.
  mutating func copy() -> [Effect] {
    let chosen = Set(inbox.targets)
    let rows = inbox.list.rows.filter { chosen.contains($0.id) }
    guard !rows.isEmpty else { return [] }
    let texts = rows.map { row in
      let whole = inbox.detail?.row.id == row.id ? inbox.detail?.text ?? row.text : row.text
      return readable(whole, of: row)
    }
    notice = Notice(kind: .done, text: strings.copied(strings.number(rows.count), rows.count))
    return [.copy(texts.joined(separator: "\n"))]
  }

  /// A text of a row as it may be shown now: its secrets covered unless it was asked for.
  func readable(_ text: String, of row: NotificationRow) -> String {
    if row.flags.contains(.erased) { return strings.ledgerStrings.erasedText }
    if inbox.showsCode(of: row.id, at: now) { return text }
    return masked(text, row.facts.secrets)
  }
}
