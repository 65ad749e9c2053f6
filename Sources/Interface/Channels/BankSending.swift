import Delivery
import Model
import Screen

/// A notification the demo's bank sends, with copies whose time hasn't come yet.
struct SimulatedCopy: Hashable, Sendable {
  var notification: Model.Notification
  /// When its next copy is due.
  var due: Timestamp
}

/// What a bank was told to send, and what becomes of each copy.
struct SentMessage: Hashable, Sendable {
  var bank: String
  var what: BankMessage
  var time: Timestamp
  var copies: [Copy]

  struct Copy: Hashable, Sendable {
    var channel: Channel
    var endpoint: String?
    var isOwn: Bool
    var time: Timestamp
    var deliveredAt: Timestamp?
    var failure: DeliveryReason?
    /// Nil where it costs nothing.
    var cost: Money?
  }
}

extension BellState {
  /// `+`: what the bank may send, in the demo.
  mutating func openSendMenu(bank: String?) -> [Effect] {
    guard bank != nil else { return [] }
    guard surroundings.isDemo else {
      notice = Notice(kind: .hint, text: strings.deliveryStrings.onlyInDemo)
      return []
    }
    mode = .sendMenu(0)
    return []
  }

  /// The bank whose messages `+` sends: the one the cursor stands on.
  var sendingBank: String? { screen == .devices ? deviceBank : chosenBank }

  mutating func take(_ key: Key, inSendMenuAt row: Int) -> [Effect] {
    let last = BankMessage.allCases.count - 1
    switch key {
    case .down, .character("j"): mode = .sendMenu(min(row + 1, last))
    case .up, .character("k"): mode = .sendMenu(max(row - 1, 0))
    case .enter, .character(" "), .character("+"): return send(BankMessage.allCases[row])
    case .character(let digit):
      guard let number = digit.wholeNumberValue, (1...(last + 1)).contains(number) else {
        mode = .browse
        return []
      }
      return send(BankMessage.allCases[number - 1])
    default: mode = .browse
    }
    return []
  }

  private mutating func send(_ what: BankMessage) -> [Effect] {
    mode = .browse
    guard let bank = sendingBank, let picture, let policy = picture.policy(bank) else { return [] }
    var client = client(picture, bank)
    // A device nobody has seen before, as in the story; the notice of it makes it known to the bell.
    let stranger = BankWords.newDevice
    if what == .newDevice, !client.devices.contains(where: { $0.id == stranger && $0.isLinked(at: now) }) {
      client.devices.append(SimulatedClient.Device(id: stranger, name: stranger, platform: "android", isOwn: false, linkedAt: now))
    }
    let text = BankWords(bank: surroundings.name(ofBank: bank), now: now).message(what, bankKey: bank)
    var simulator = Simulator(policy, client: client, seed: UInt64(bitPattern: now.milliseconds))
    let told = simulator.send(text.message, about: what == .newDevice ? stranger : nil)
    let notification = Model.Notification(bank: bank, facts: text.facts, deliveries: told.deliveries)
    let copies = zip(told.attempts, told.deliveries).map { attempt, delivery in
      SentMessage.Copy(
        channel: attempt.channel, endpoint: delivery.endpoint, isOwn: attempt.isOwn, time: attempt.sentAt, deliveredAt: attempt.deliveredAt,
        failure: attempt.failure,
        cost: attempt.costMinor > 0 ? Money(minorUnits: attempt.costMinor, currency: policy.price.currency) : nil)
    }
    let sent = SentMessage(bank: bank, what: what, time: now, copies: copies)
    lastSent = sent
    channels.paneTop = 0
    let held = told.attempts.first.map(\.sentAt).flatMap { $0 > now ? $0 : nil }
    let words = strings.deliveryStrings
    let heldBack = held.map { words.landed(words.sending(what), words.heldUntil(dayAndClock($0))) }
    notice = Notice(kind: .done, text: heldBack ?? landed(sent))
    return ring(notification)
  }

  /// The client the simulator sends to: the devices as they are known; nobody opens a copy while one looks at the screen.
  private func client(_ picture: DeliveryPicture, _ bank: String) -> SimulatedClient {
    let devices = picture.devices.devices(of: bank).compactMap { device -> SimulatedClient.Device? in
      guard let since = device.since ?? device.firstPush else { return nil }
      var simulated = SimulatedClient.Device(
        id: device.device.id, name: device.device.label, platform: device.device.platform ?? "", isOwn: !device.isSuspect, linkedAt: since,
        unlinkedAt: device.isLinked ? nil : device.until ?? now, preferredAt: max(since, device.preferredAt ?? since))
      simulated.isPushPermitted = device.isPushOn
      return simulated
    }
    let number = picture.number.map { SimulatedClient.Number($0, from: Timestamp(milliseconds: 0)) }
    var client = SimulatedClient(
      devices: devices.sorted { $0.linkedAt < $1.linkedAt }, numbers: number.map { [$0] } ?? [], preferences: picture.preferences,
      quiet: picture.log.quiet(bank, at: now, offsetSeconds: picture.offsetSeconds))
    client.habits.opensPush = 0
    client.habits.opensSMS = 0
    return client
  }

  /// Where a message landed, in words: `a code → push Xiaomi 12 ▲ · nothing came to you`.
  private func landed(_ sent: SentMessage) -> String {
    let words = strings.deliveryStrings
    let arrived = sent.copies.filter { $0.deliveredAt != nil }
    let places = arrived.map { copy in
      let name = DeliveryTable.masked((copy.endpoint ?? "?").oneLine)
      return words.cell(copy.channel) + " " + name + (copy.isOwn ? "" : " " + surroundings.glyphs.warning)
    }
    let place = places.isEmpty ? words.nobody : places.joined(separator: ", ")
    return words.landed(words.sending(sent.what), place) + (arrived.contains(where: \.isOwn) ? "" : " · " + words.notToYou)
  }

  /// Stores the copies whose time has come and keeps the rest for later.
  mutating func ring(_ notification: Model.Notification) -> [Effect] {
    var now = notification
    now.deliveries = notification.deliveries.filter { $0.time <= self.now }
    if let next = notification.deliveries.first(where: { $0.time > self.now }) {
      underway.append(SimulatedCopy(notification: notification, due: next.time))
    }
    return now.deliveries.isEmpty ? [] : [.store(now)]
  }

  /// What was held back is sent sooner when what held it back was ended.
  mutating func sendHeldBackSooner() {
    guard let log = picture?.log, let offset = picture?.offsetSeconds else { return }
    for place in underway.indices {
      let held = underway[place].notification
      // The first copy of a message that isn't held back is sent at once.
      guard held.firstTime > now else { continue }
      let free = log.quiet(held.bank, at: now, offsetSeconds: offset).sendingTime(now, held.facts.category ?? .payment)
      guard free < held.firstTime else { continue }
      underway[place] = SimulatedCopy(
        notification: held.moved(by: free.milliseconds - held.firstTime.milliseconds), due: free)
    }
  }

  /// What the demo's bank has to send by now: a later step of a cascade.
  mutating func sendWhatIsDue() -> [Effect] {
    guard underway.contains(where: { $0.due <= now }) else { return [] }
    let due = underway.filter { $0.due <= now }
    underway.removeAll { $0.due <= now }
    return due.flatMap { ring($0.notification) }
  }
}

/// The menu of what the bank may send.
struct SendMenuView {
  let state: BellState
  let row: Int

  func draw(into grid: inout Grid) {
    let strings = state.strings.deliveryStrings
    let title = strings.sendMenu(state.sendingBank.map(state.surroundings.name(ofBank:)) ?? "")
    let lines = BankMessage.allCases.enumerated().map { "\($0 + 1)  " + strings.sending($1) }
    OverlayBox.drawMenu(title, lines, at: row, into: &grid)
  }
}

extension OverlayBox {
  /// A menu in a box: one line a choice, the one under the cursor in the selection's colour.
  static func drawMenu(_ title: String, _ lines: [String], at row: Int, into grid: inout Grid) {
    let width = max(lines.map(TextWidth.of).max() ?? 0, TextWidth.of(title) + 2, 24)
    let inside = OverlayBox(title: title, size: Size(width: width, height: lines.count)).draw(into: &grid)
    for (place, line) in lines.enumerated() {
      grid.write(line, at: Point(x: inside.x, y: inside.y + place), width: inside.width, style: Style())
      if place == row { grid.restyle(Rect(x: inside.x, y: inside.y + place, width: inside.width, height: 1), background: .selection) }
    }
  }
}

/// What to do now, over the screen; any key closes it.
struct AdviceView {
  let state: BellState
  let lines: [String]

  func draw(into grid: inout Grid) {
    let width = min(state.size.width - 8, 70)
    let wrapped = lines.flatMap { wrap($0, width: width, limit: 4) + [""] }.dropLast()
    let box = OverlayBox(title: state.surroundings.glyphs.warning, size: Size(width: width, height: wrapped.count + 2))
    let inside = box.draw(into: &grid)
    let last = max(inside.height - 1, 0)
    for (place, line) in wrapped.prefix(last).enumerated() {
      grid.write(line, at: Point(x: inside.x, y: inside.y + place), width: inside.width, style: Style())
    }
    grid.write(state.strings.closeKeys, at: Point(x: inside.x, y: inside.y + last), width: inside.width, style: Style(.accent))
  }
}
