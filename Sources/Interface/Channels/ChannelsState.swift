import Delivery
import Foundation
import Model
import Screen

/// The Channels screen: which cell of the grid has the keys, and what stands beside it.
struct ChannelsState: Sendable {
  var row = 0
  var column = 0
  var showsHistory = false
  /// The first line beside the grid that is shown.
  var paneTop = 0

  static let categories = Category.allCases
}

extension BellState {
  /// What the two screens read: steps, mentions, and the deliveries of the last two months, for the timeline.
  var loadDelivery: Effect { .loadDelivery(since: now.advanced(by: -2 * DeliveryPicture.month)) }

  mutating func showPicture(_ sources: DeliveryPicture.Sources) {
    let offset = surroundings.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(now.milliseconds) / 1_000))
    let (bank, device, cell) = (deviceBank, chosenDevice?.device.id, chosenBank)
    picture = DeliveryPicture(sources, policies: surroundings.policies, now: now, offsetSeconds: offset)
    channels.row = cell.flatMap { channelBanks.firstIndex(of: $0) } ?? min(channels.row, max(channelBanks.count - 1, 0))
    // The keys stay with the device: what is done to it may give it another place.
    if let bank, let place = deviceBanks.firstIndex(of: bank) { devices.bank = place }
    devices.settle(deviceRows.count, banks: deviceBanks.count)
    if let device, let place = deviceRows.firstIndex(where: { $0.device.id == device }) { devices.row = place }
    findSuspect()
    sendHeldBackSooner()
    tellPolicyProblem()
  }

  /// What is wrong with the user's own policies is told once, when the first screen wants them.
  mutating func tellPolicyProblem() {
    guard !knowsPolicyProblems else { return }
    knowsPolicyProblems = true
    guard let problem = surroundings.policyShelf.problems.first else { return }
    notice = Notice(kind: .problem, text: strings.labStrings.policyProblem(problem))
  }

  /// A step that was just stored counts at once, not only when all was read again: what is sent next goes by it.
  private mutating func count(_ step: Arrangement) {
    guard let picture else { return }
    var sources = picture.sources
    sources.steps.append(step)
    showPicture(sources)
  }

  /// The banks of the grid: those with most messages first.
  var channelBanks: [String] {
    let known = counters?.banks ?? [:]
    let ordered = known.keys.sorted { (known[$1]?.total ?? 0, $0) < (known[$0]?.total ?? 0, $1) }
    return picture?.banks(among: ordered) ?? []
  }

  var chosenBank: String? {
    channelBanks.indices.contains(channels.row) ? channelBanks[channels.row] : nil
  }

  var chosenCategory: Model.Category { ChannelsState.categories[channels.column] }

  mutating func performInChannels(_ operation: Operation) -> [Effect] {
    switch operation {
    case .down: chooseCell(channels.row + 1, channels.column)
    case .up: chooseCell(channels.row - 1, channels.column)
    case .right: chooseCell(channels.row, channels.column + 1)
    case .left: chooseCell(channels.row, channels.column - 1)
    case .first: chooseCell(0, channels.column)
    case .last: chooseCell(channelBanks.count - 1, channels.column)
    case .pageDown: scrollChannels(by: 5)
    case .pageUp: scrollChannels(by: -5)
    case .switchChannel: return switchChannel()
    case .snooze: return openQuietMenu()
    case .bankSends: return openSendMenu(bank: chosenBank)
    case .history:
      channels.showsHistory.toggle()
      channels.paneTop = 0
    case .undo: return [.undoChannels(at: now)]
    case .reload: return [loadDelivery]
    case .back, .quit:
      if channels.showsHistory {
        channels.showsHistory = false
        return []
      }
      return show(.inbox)
    default: break
    }
    return []
  }

  private mutating func chooseCell(_ row: Int, _ column: Int) {
    channels.row = max(min(row, channelBanks.count - 1), 0)
    channels.column = max(min(column, ChannelsState.categories.count - 1), 0)
    channels.paneTop = 0
  }

  private mutating func scrollChannels(by lines: Int) {
    channels.paneTop = max(min(channels.paneTop + lines, ChannelsView(state: self).lastTop(in: frame)), 0)
  }

  /// Space: push becomes SMS and the other way round, unless the policy forbids it, which the footer explains.
  private mutating func switchChannel() -> [Effect] {
    guard let bank = chosenBank, let picture else { return [] }
    if let refusal = picture.refusal(bank, chosenCategory) {
      notice = Notice(kind: .problem, text: strings.deliveryStrings.refusal(refusal, surroundings.name(ofBank: bank)))
      return []
    }
    guard let channel = picture.switching(bank, chosenCategory) else { return [] }
    let step = Arrangement(
      time: now, bank: bank, step: .channel(.category(chosenCategory), channel), by: Arrangement.client)
    return [.arrange(step)]
  }

  /// A step was stored: the footer says what it did.
  mutating func tell(_ step: Arrangement) -> [Effect] {
    count(step)
    notice = Notice(kind: .done, text: words(of: step) + " · " + strings.undoHint)
    return [loadDelivery]
  }

  mutating func tellUndone(_ step: Arrangement?) -> [Effect] {
    guard let step else {
      notice = Notice(kind: .hint, text: strings.deliveryStrings.nothingArranged)
      return []
    }
    count(step)
    let log = picture?.log ?? ArrangementLog([step])
    notice = Notice(kind: .done, text: strings.undone(step, in: log, bank: surroundings.name(ofBank:), moment: dayAndClock))
    return [loadDelivery]
  }

  /// A moment as Channels writes it, always with the time of the day: `today 14:00`.
  func dayAndClock(_ time: Timestamp) -> String { timeText.dayWithinLine(time) + " " + timeText.clock(time) }

  private func words(of step: Arrangement) -> String {
    strings.words(of: step, bank: surroundings.name(ofBank:), moment: dayAndClock)
  }

  mutating func takeInChannels(_ mouse: Mouse) -> [Effect] {
    switch mouse.kind {
    case .wheelDown: scrollChannels(by: 3)
    case .wheelUp: scrollChannels(by: -3)
    default: break
    }
    guard mouse.kind == .press || mouse.kind == .doubleClick else { return [] }
    let view = ChannelsView(state: self)
    guard let cell = view.cell(at: mouse.at, in: frame) else { return [] }
    let isSame = channels.row == cell.row && channels.column == cell.column
    chooseCell(cell.row, cell.column)
    return mouse.kind == .doubleClick && isSame ? performInChannels(.switchChannel) : []
  }
}
