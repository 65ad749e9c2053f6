import Delivery
import Model
import Screen
import Storage

/// The Devices screen: one bank's devices, and which of them has the keys.
struct DevicesState: Sendable {
  var bank = 0
  var row = 0
  /// Whether the cursor has been put on a device that needs an answer, which happens once.
  var hasFoundSuspect = false

  /// Keeps bank and row where there are any.
  mutating func settle(_ rows: Int, banks: Int) {
    bank = min(bank, max(banks - 1, 0))
    row = min(row, max(rows - 1, 0))
  }
}

extension BellState {
  /// The banks that have devices: those with a suspect first, then as in the grid of channels.
  var deviceBanks: [String] {
    guard let picture else { return [] }
    let withDevices = Set(picture.devices.devices.compactMap(\.bank))
    let ordered = channelBanks.filter(withDevices.contains) + withDevices.subtracting(channelBanks).sorted()
    let suspect = Set(picture.devices.devices.filter(\.needsAnswer).compactMap(\.bank))
    return ordered.filter(suspect.contains) + ordered.filter { !suspect.contains($0) }
  }

  var deviceBank: String? {
    deviceBanks.indices.contains(devices.bank) ? deviceBanks[devices.bank] : nil
  }

  /// The devices of the bank that is shown.
  var deviceRows: [KnownDevice] {
    deviceBank.map { picture?.devices.devices(of: $0) ?? [] } ?? []
  }

  var chosenDevice: KnownDevice? {
    deviceRows.indices.contains(devices.row) ? deviceRows[devices.row] : nil
  }

  mutating func performInDevices(_ operation: Operation) -> [Effect] {
    switch operation {
    case .down: devices.row = min(devices.row + 1, max(deviceRows.count - 1, 0))
    case .up: devices.row = max(devices.row - 1, 0)
    case .first: devices.row = 0
    case .last: devices.row = max(deviceRows.count - 1, 0)
    case .nextBank, .right: turnBank(by: 1)
    case .left: turnBank(by: -1)
    case .unlinkDevice: return bind(false)
    case .linkDevice: return bind(true)
    case .mine: return answerDevice(wasMe: true)
    case .notMine: return answerDevice(wasMe: false)
    case .togglePush: return chosenDevice.map { arrange($0.isPushOn ? .pushOff : .pushOn) } ?? []
    case .showMessages: return openDevice()
    case .bankSends: return openSendMenu(bank: deviceBank)
    case .undo: return [.undoDevices(at: now)]
    case .reload: return [loadDelivery]
    case .back, .quit: return show(.inbox)
    default: break
    }
    return []
  }

  private mutating func turnBank(by step: Int) {
    guard !deviceBanks.isEmpty else { return }
    devices.bank = (devices.bank + step + deviceBanks.count) % deviceBanks.count
    devices.row = deviceRows.firstIndex(where: \.needsAnswer) ?? 0
  }

  /// Puts the cursor on the device that needs an answer, the first time there is one.
  mutating func findSuspect() {
    guard !devices.hasFoundSuspect, let row = deviceRows.firstIndex(where: \.needsAnswer) else { return }
    devices.hasFoundSuspect = true
    devices.row = row
  }

  /// Links the device, or unlinks it; of one that is so already it says that.
  private mutating func bind(_ isBinding: Bool) -> [Effect] {
    guard let known = chosenDevice else { return [] }
    guard known.isLinked != isBinding else {
      let words = strings.deliveryStrings
      let name = known.device.label.oneLine
      notice = Notice(kind: .hint, text: isBinding ? words.linkedAlready(name) : words.notLinked(name))
      return []
    }
    return arrange(isBinding ? .bound : .unbound)
  }

  private func arrange(_ step: Arrangement.DeviceStep) -> [Effect] {
    guard let known = chosenDevice else { return [] }
    let arrangement = Arrangement(
      time: now, account: known.account, bank: known.bank, step: .device(step, known.device), by: Arrangement.client)
    return [.arrange(arrangement)]
  }

  /// "Mine", or "not mine", which also says over the screen what to do now.
  private mutating func answerDevice(wasMe: Bool) -> [Effect] {
    guard let known = chosenDevice else { return [] }
    if !wasMe {
      let phone = known.bank.flatMap { surroundings.bankPhones[$0] }
      mode = .advice(strings.deliveryStrings.whatNow(known.device.label.oneLine, phone, "u"))
    }
    return [.answerDevice(known, wasMe: wasMe, at: now)]
  }

  /// An answer was stored: the footer says how many findings it settled, and how many ask about something else; said again, it is no second one.
  mutating func tell(_ answered: DeviceAnswered) -> [Effect] {
    let words = strings.deliveryStrings
    guard case .device(let done, let device) = answered.step.step else { return [] }
    let said = words.deviceChanged(done, device.label.oneLine)
    notice =
      answered.isKnown
      ? Notice(kind: .hint, text: said)
      : Notice(
        kind: .done,
        text: [said, answered.findings > 0 ? words.settledFindings(answered.findings) : nil, strings.undoHint].compactMap(\.self)
          .joined(separator: " · "))
    return [loadDelivery] + reloadSecurity
  }

  /// An answer was taken back: the footer says which holds now.
  mutating func tellUndone(_ answer: GivenAnswer) -> [Effect] {
    untold = answer
    return [loadDelivery] + reloadSecurity
  }

  /// Tells what holds for a device since an answer for it was taken back, once that was read.
  mutating func tellUntold() {
    guard let answer = untold, let picture else { return }
    untold = nil
    notice = Notice(kind: .done, text: strings.undone(answer, picture.devices))
  }

  /// Enter: the inbox with what messages tell of the device.
  private mutating func openDevice() -> [Effect] {
    guard let known = chosenDevice else { return [] }
    var query = inbox.query
    query.search = known.device.label
    visitInbox(query)
    inbox.lastSearch = known.device.label
    return show(.inbox) + [loadFirstPage()]
  }

  mutating func takeInDevices(_ mouse: Mouse) -> [Effect] {
    guard mouse.kind == .press || mouse.kind == .doubleClick else { return [] }
    let row = mouse.at.y - frame.body.y - 1
    guard deviceRows.indices.contains(row) else { return [] }
    let isSame = devices.row == row
    devices.row = row
    return mouse.kind == .doubleClick && isSame ? performInDevices(.showMessages) : []
  }
}
