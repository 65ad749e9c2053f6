import Model
import Screen
import Storage

/// What can be done with findings, as the menu lists it.
enum TriageChoice: CaseIterable, Hashable, Sendable {
  case acknowledge, begin, truePositive, falsePositive, benign, duplicate, aDay, aWeek, aMonth, reopen

  func triage(at now: Timestamp) -> Triage {
    switch self {
    case .acknowledge: .acknowledge
    case .begin: .begin
    case .truePositive: .resolve(.truePositive)
    case .falsePositive: .resolve(.falsePositive)
    case .benign: .resolve(.benign)
    case .duplicate: .resolve(.duplicate)
    case .aDay: .suppress(until: now.advanced(by: Self.day))
    case .aWeek: .suppress(until: now.advanced(by: 7 * Self.day))
    case .aMonth: .suppress(until: now.advanced(by: 30 * Self.day))
    case .reopen: .reopen
    }
  }

  var isSuppression: Bool { [.aDay, .aWeek, .aMonth].contains(self) }

  private static let day: Int64 = 86_400_000
}

/// The menu over the screen.
struct TriageMenu {
  let state: BellState
  let row: Int

  func draw(into grid: inout Grid) {
    let strings = state.strings.securityStrings.screen
    let title = strings.triageTitle(state.security.targets.count)
    let lines = TriageChoice.allCases.map(strings.choice)
    let width = max(lines.map(TextWidth.of).max() ?? 0, TextWidth.of(title) + 2)
    let inside = OverlayBox(title: title, size: Size(width: width, height: lines.count)).draw(into: &grid)
    let first = max(0, min(row - inside.height + 1, lines.count - inside.height))
    for (place, line) in lines.dropFirst(first).prefix(inside.height).enumerated() {
      grid.write(line, at: Point(x: inside.x, y: inside.y + place), width: inside.width, style: Style())
      if first + place == row {
        grid.restyle(Rect(x: inside.x, y: inside.y + place, width: inside.width, height: 1), background: .selection)
      }
    }
  }
}

extension BellState {
  /// A key while the menu is open.
  mutating func take(_ key: Key, inTriageMenuAt row: Int) -> [Effect] {
    let last = TriageChoice.allCases.count - 1
    switch key {
    case .down, .character("j"), .character("о"): mode = .triageMenu(min(row + 1, last))
    case .up, .character("k"), .character("л"): mode = .triageMenu(max(row - 1, 0))
    case .home: mode = .triageMenu(0)
    case .end: mode = .triageMenu(last)
    case .enter:
      security.pending = TriageChoice.allCases[row]
      mode = .line(EditLine(.comment), error: nil)
    default: mode = .browse
    }
    return []
  }

  /// The comment is typed: what was chosen is done with all targets, as one step.
  mutating func applyTriage(comment: String) -> [Effect] {
    guard let choice = security.pending else { return [] }
    let targets = security.targets
    let isEmpty = comment.allSatisfy(\.isWhitespace)
    if isEmpty, choice.isSuppression, targets.contains(where: { $0.finding.severity == .critical }) {
      notice = Notice(kind: .problem, text: strings.securityStrings.screen.commentNeeded)
      return []
    }
    mode = .browse
    security.pending = nil
    return [.security(.triage(targets.map(\.id), choice.triage(at: now), comment: isEmpty ? nil : comment))]
  }
}
