import Delivery
import Model
import Screen

/// What `s` on the Channels screen offers: when messages that can wait are held back.
enum QuietChoice: CaseIterable, Sendable {
  case bankHour, bankNight, allHour, allNight, hours, end

  /// How long the snooze lasts, in ms; nil for the other choices.
  var length: Int64? {
    switch self {
    case .bankHour, .allHour: 3_600_000
    case .bankNight, .allNight: 8 * 3_600_000
    case .hours, .end: nil
    }
  }

  var isForBank: Bool { self == .bankHour || self == .bankNight }

  /// The night, for those who don't say otherwise.
  static let night = DailyHours(from: 23 * 60, until: 7 * 60)
}

extension BellState {
  mutating func openQuietMenu() -> [Effect] {
    if chosenBank != nil { mode = .quietMenu(0) }
    return []
  }

  mutating func take(_ key: Key, inQuietMenuAt row: Int) -> [Effect] {
    let last = QuietChoice.allCases.count - 1
    switch key {
    case .down, .character("j"): mode = .quietMenu(min(row + 1, last))
    case .up, .character("k"): mode = .quietMenu(max(row - 1, 0))
    case .enter, .character(" "): return choose(QuietChoice.allCases[row])
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...(last + 1)).contains(number) else {
        mode = .browse
        return []
      }
      return choose(QuietChoice.allCases[number - 1])
    default: mode = .browse
    }
    return []
  }

  private mutating func choose(_ choice: QuietChoice) -> [Effect] {
    mode = .browse
    guard let bank = chosenBank, let picture else { return [] }
    if choice == .end {
      let steps = picture.log.endingQuiet(bank, at: now)
      if steps.isEmpty { notice = Notice(kind: .hint, text: strings.deliveryStrings.nothingHeld) }
      return steps.map { .arrange($0) }
    }
    let step = choice.length.map { Arrangement.Step.snooze(until: now.advanced(by: $0)) } ?? .quietHours(QuietChoice.night)
    return [.arrange(Arrangement(time: now, bank: choice.isForBank ? bank : nil, step: step, by: Arrangement.client))]
  }
}

/// The menu of what can be held back.
struct QuietMenuView {
  let state: BellState
  let row: Int

  func draw(into grid: inout Grid) {
    let strings = state.strings.deliveryStrings
    let bank = state.chosenBank.map(state.surroundings.name(ofBank:)) ?? ""
    let lines = QuietChoice.allCases.enumerated().map { "\($0 + 1)  " + strings.quietChoice($1, bank) }
    OverlayBox.drawMenu(strings.quietMenu, lines, at: row, into: &grid)
  }
}
