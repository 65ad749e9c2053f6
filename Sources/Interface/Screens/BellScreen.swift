import Screen

/// The screens of the bell; the raw value is the number key that shows it.
///
/// To add one: a case here with its keys; an `Operation` that shows it, bound to its number in `KeyMap.everywhere`; a word in
/// `Strings.screen`; a state of its own in `BellState`; and a line in each switch over screens that the compiler then asks for: what its keys do
/// (`perform`), what the mouse does (`take`), what it reads when it is shown (`appear`), and how it is drawn (`drawBody`).
public enum BellScreen: Int, CaseIterable, Sendable {
  case inbox = 1
  case channels = 2
  case devices = 3
  case security = 4
  case lab = 5

  /// What the keys do while the screen is shown.
  var keyMap: KeyMap {
    switch self {
    case .inbox: .standard
    case .channels: .channels
    case .devices: .devices
    case .security: .security
    case .lab: .lab
    }
  }

  /// What it takes to show it.
  var operation: Operation {
    switch self {
    case .inbox: .showInbox
    case .channels: .showChannels
    case .devices: .showDevices
    case .security: .showSecurity
    case .lab: .showLab
    }
  }

  /// The screen that an operation shows; nil for operations that do something else.
  init?(shownBy operation: Operation) {
    guard let screen = Self.allCases.first(where: { $0.operation == operation }) else { return nil }
    self = screen
  }
}

extension BellState {
  /// Changes to a screen. It finds its place as it was left.
  mutating func show(_ screen: BellScreen) -> [Effect] {
    self.screen = screen
    mode = .browse
    return appear()
  }

  /// Changes to a screen that the user names; then Esc leads nowhere back to.
  mutating func turn(to screen: BellScreen) -> [Effect] {
    inbox.visit = nil
    return show(screen)
  }

  /// What the screen that is shown now reads anew.
  private mutating func appear() -> [Effect] {
    switch screen {
    case .inbox: []
    case .channels, .devices: [loadDelivery]
    case .security: [listFindings]
    case .lab: startLab()
    }
  }
}
