import Model
import Parsing

/// Turns what was planned into the message: draws what the plan left open, moves the money, words it, sends it on its way.
struct Composer: Sendable {
  /// What moved on a card because of a message; the sum of all of them is the card's balance.
  struct Movement: Hashable, Sendable {
    var card: Int
    /// Kopecks, negative when money went out.
    var amount: Int64
    /// Kopecks left.
    var balance: Int64
  }

  private(set) var balances = Wallet.cards.map(\.opening)
  private(set) var book = VoiceBook()
  /// Seeds of own transfers that lacked the money; what was to come in of them doesn't.
  private var failed: Set<UInt64> = []
  private var writer = TextWriter()
  private let now: Timestamp
  private let scenes: [Scene]

  init(now: Timestamp, scenes: [Scene]) {
    self.now = now
    self.scenes = scenes
  }

  mutating func turn(to year: Int) {
    book.turn(to: year)
  }

  /// The message, and what it moved; one that `isRecent` may still be unread.
  mutating func compose(_ plan: Planned, on date: CivilDate, isRecent: Bool) -> (notification: Notification, movement: Movement?) {
    var plan = plan
    var random = RandomStream(seed: plan.seed)
    let scene = plan.scene.map { scenes[Int($0)] }
    var details = draw(plan, scene, on: date, &random)
    settle(&plan, &details)
    let movement = move(plan, &details)
    var telling = Telling(plan: plan, details: details, voice: voice(of: plan), random: random)
    let deliveries = scene.map { copies(of: $0, &telling) } ?? everydayCopies(&telling, on: date, isRecent: isRecent)
    return (Notification(isRead: scene?.isRead ?? telling.isRead, deliveries: deliveries), movement)
  }

  private func voice(of plan: Planned) -> Int {
    plan.card.map { Wallet.cards[Int($0)].bank.rawValue } ?? VoiceBook.others
  }

  // MARK: What it is about

  private func draw(_ plan: Planned, _ scene: Scene?, on date: CivilDate, _ random: inout RandomStream) -> Details {
    var details = Details(date: date)
    details.setClock(plan.time)
    details.card = Int(plan.card ?? 0)
    let roll = random.below(1_000)
    let online = plan.occasion == .onlinePurchase || plan.occasion == .purchaseCode || plan.occasion == .subscription
    let shelf = online ? Vocabulary.online : Vocabulary.everyday
    details.shop = scene?.shop ?? Int(shelf[random.below(shelf.count)])
    details.person = scene?.person ?? (plan.occasion == .rent ? Vocabulary.landlady : random.below(Vocabulary.landlady))
    details.codeLength = Self.codeLengths[voice(of: plan)]
    details.code = random.below(Self.powersOfTen[details.codeLength])
    details.reference = random.below(1_000_000)
    details.device = scene?.device ?? plan.device.map(Int.init) ?? Self.ownDevice(on: date, roll)
    details.place = scene?.place ?? (roll < 940 ? 0 : roll < 970 ? 2 : 3)
    if let other = plan.other { details.bank = Wallet.cards[Int(other)].bank.rawValue }
    details.due = date.advanced(by: plan.occasion == .cardStatement ? 20 : 3 + roll % 5)
    details.amount = scene?.amount ?? plan.amount ?? Price.of(plan.occasion, shop: details.shop, on: date, &random)
    if plan.occasion == .abroadPurchase { drawAbroad(&details, &random) }
    return details
  }

  private func drawAbroad(_ details: inout Details, _ random: inout RandomStream) {
    guard let index = Vocabulary.holidayCurrency(details.date.year) else { return }
    let money = Vocabulary.currencies[index]
    details.currency = index
    details.shop = money.shops[random.below(money.shops.count)]
    details.shown = Price.inShop(Vocabulary.shops[details.shop], &random)
    details.amount = details.shown * money.kopecks / 100
  }

  private static let codeLengths = [5, 4, 6, 4, 6, 6, 4]
  private static let powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  private static func ownDevice(on date: CivilDate, _ roll: Int) -> Int {
    if roll % 10 < 4 { return 3 + roll % 3 }
    return date.dayNumber >= Milestone.iPhoneLinked.dayNumber ? 1 : 0
  }

  // MARK: Money

  /// What can't be paid is declined now and then; mostly somebody sends the money that is short, before Anna tries.
  private mutating func settle(_ plan: inout Planned, _ details: inout Details) {
    guard let card = plan.card.map(Int.init) else { return }
    let isOrphan = plan.occasion == .ownIn && failed.remove(plan.seed) != nil
    let isShort = plan.occasion.sign < 0 && balances[card] < details.amount
    guard isOrphan || isShort else { return }
    if plan.occasion == .ownOut { failed.insert(plan.seed) }
    let isShopping = plan.occasion == .purchase || plan.occasion == .onlinePurchase
    if isShopping, plan.seed % 4 == 0, book.speaks(voice(of: plan), of: .decline) {
      plan.occasion = .decline
    } else {
      plan.occasion = .transferIn
      plan.other = nil
      details.amount = details.amount / 100_000 * 100_000 + Int64(3 + plan.seed % 23) * 100_000
    }
  }

  private mutating func move(_ plan: Planned, _ details: inout Details) -> Movement? {
    guard let card = plan.card.map(Int.init) else { return nil }
    let sign = plan.occasion.sign
    balances[card] += sign * details.amount
    details.balance = balances[card]
    let debt = max(0, Wallet.cards[card].limit - balances[card])
    details.extra = (debt / 20 / 100 + 1) * 100
    return sign == 0 ? nil : Movement(card: card, amount: sign * details.amount, balance: balances[card])
  }

  // MARK: Words and ways

  /// A message on its way to its copies.
  private struct Telling {
    let plan: Planned
    let details: Details
    let voice: Int
    var random: RandomStream
    var isRead = true
  }

  private mutating func copies(of scene: Scene, _ telling: inout Telling) -> [Delivery] {
    scene.copies.enumerated().map { index, copy in
      var delivery = word(&telling, copy.channel, line: scene.line)
      // One after the other, as a bank goes through its endpoints; a store takes two at one moment for the same copy.
      delivery.time = delivery.time.advanced(by: Int64(index) * 150)
      delivery.endpoint = copy.endpoint
      delivery.status = copy.status
      delivery.reason = copy.reason
      delivery.deliveredAt = copy.delivered.map(delivery.time.advanced(by:))
      delivery.seenAt = copy.seen.map(delivery.time.advanced(by:))
      if copy.status == .notSent { delivery.costMinor = nil }
      return delivery
    }
  }

  private mutating func everydayCopies(_ telling: inout Telling, on date: CivilDate, isRecent: Bool) -> [Delivery] {
    telling.isRead = !isRecent || telling.random.below(100) >= Self.unreadShare(telling.plan.occasion)
    let roll = telling.random.below(100)
    var route = telling.plan.card.map { Route.of(Wallet.cards[Int($0)].bank, telling.plan.occasion, on: date, roll: roll) } ?? .sms
    if book.lines(telling.voice, telling.plan.occasion, .sms).isEmpty { route = .push }
    if book.lines(telling.voice, telling.plan.occasion, .push).isEmpty { route = .sms }
    switch route {
    case .push: return [push(&telling, on: date)]
    case .sms: return [sms(&telling, on: date)]
    case .both: return [push(&telling, on: date), sms(&telling, on: date, after: 1_000)]
    case .smsAfter(let failure):
      return [failedPush(&telling, to: Endpoint.device(on: date), failure.rawValue), sms(&telling, on: date, after: 60_000)]
    case .smsAfterUnread: return [unopenedPush(&telling, on: date), sms(&telling, on: date, after: 60_000)]
    case .pushAfterOldDevice: return [failedPush(&telling, to: Endpoint.redmi, "device unlinked"), push(&telling, on: date, after: 700)]
    }
  }

  private static func unreadShare(_ occasion: Occasion) -> Int {
    switch occasion {
    case .marketing, .outage, .service: 60
    case .parcel, .clinic, .operatorNote, .friend: 20
    default: occasion.isCode ? 5 : 28
    }
  }

  private mutating func push(_ telling: inout Telling, on date: CivilDate, after delay: Int64 = 0) -> Delivery {
    var delivery = word(&telling, .push)
    delivery.endpoint = Endpoint.device(on: date)
    arrive(&delivery, &telling, after: delay, takes: 300...2_500)
    return delivery
  }

  private mutating func sms(_ telling: inout Telling, on date: CivilDate, after delay: Int64 = 0) -> Delivery {
    var delivery = word(&telling, .sms)
    delivery.endpoint = Endpoint.number(on: date)
    arrive(&delivery, &telling, after: delay, takes: 1_500...9_000)
    return delivery
  }

  private mutating func failedPush(_ telling: inout Telling, to device: String, _ reason: String) -> Delivery {
    var delivery = word(&telling, .push)
    delivery.endpoint = device
    delivery.status = .failed
    delivery.reason = reason
    return delivery
  }

  private mutating func unopenedPush(_ telling: inout Telling, on date: CivilDate) -> Delivery {
    var delivery = word(&telling, .push)
    delivery.endpoint = Endpoint.device(on: date)
    delivery.deliveredAt = delivery.time.advanced(by: 800)
    return delivery
  }

  private func arrive(_ delivery: inout Delivery, _ telling: inout Telling, after delay: Int64, takes: ClosedRange<Int>) {
    delivery.time = delivery.time.advanced(by: delay)
    let delivered = delivery.time.advanced(by: Int64(telling.random.within(takes)))
    delivery.deliveredAt = delivered
    guard telling.isRead else { return }
    let seen = delivered.advanced(by: Int64(telling.random.within(2_000...400_000)))
    delivery.seenAt = min(seen, max(delivered, now))
    delivery.status = .seen
  }

  private mutating func word(_ telling: inout Telling, _ channel: Channel, line: Int? = nil) -> Delivery {
    var lines = book.lines(telling.voice, telling.plan.occasion, channel)
    if lines.isEmpty { lines = book.lines(telling.voice, telling.plan.occasion, channel == .sms ? .push : .sms) }
    let time = Timestamp(milliseconds: telling.plan.time)
    guard !lines.isEmpty else { return Delivery(channel: channel, time: time, sender: book.sender(telling.voice, channel), text: "") }
    let chosen = lines[line ?? telling.random.below(lines.count)]
    let text = writer.fill(chosen.text, with: telling.details)
    let title = channel == .push ? chosen.title.map { writer.fill($0, with: telling.details) } : nil
    let parts = channel == .sms ? Segmentation(text).parts : nil
    return Delivery(
      channel: channel, time: time, parts: parts, costMinor: parts.flatMap { telling.plan.card == nil ? nil : Int64($0) * 300 },
      sender: chosen.sender ?? book.sender(telling.voice, channel), title: title, text: text)
  }
}
