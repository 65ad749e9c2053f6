import Model

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

  /// A message as it came out: its plan after the money was counted, and what it moved.
  struct Told: Sendable {
    var plan: Planned
    var notification: Notification
    var movement: Movement?
  }

  private(set) var balances = Wallet.cards.map(\.opening)
  private(set) var book = VoiceBook()
  /// Seeds of own transfers that lacked the money; what was to come in of them doesn't.
  private var failed: Set<UInt64> = []
  var writer = TextWriter()
  let now: Timestamp
  private let scenes: [Scene]

  init(now: Timestamp, scenes: [Scene]) {
    self.now = now
    self.scenes = scenes
  }

  mutating func turn(to year: Int) {
    book.turn(to: year)
  }

  /// One that `isRecent` may still be unread.
  mutating func compose(_ plan: Planned, on date: CivilDate, isRecent: Bool) -> Told {
    var plan = plan
    var random = RandomStream(seed: plan.seed)
    let scene = plan.scene.map { scenes[Int($0)] }
    var details = draw(plan, scene, on: date, &random)
    settle(&plan, &details)
    let movement = move(plan, &details)
    var telling = Telling(plan: plan, details: details, voice: voice(of: plan), random: random)
    let deliveries = scene.map { copies(of: $0, &telling) } ?? everydayCopies(&telling, on: date, isRecent: isRecent)
    let notification = Notification(isRead: scene?.isRead ?? telling.isRead, deliveries: deliveries)
    return Told(plan: plan, notification: notification, movement: movement)
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
    let shelf = shelf(of: plan, on: date)
    details.shop = scene?.shop ?? Int(shelf[random.below(shelf.count)])
    details.person = scene?.person ?? (plan.occasion == .rent ? Vocabulary.landlady : random.below(Vocabulary.landlady))
    details.codeLength = Self.codeLengths[voice(of: plan)]
    details.code = random.below(Self.powersOfTen[details.codeLength])
    details.reference = random.below(1_000_000)
    details.device = scene?.device ?? plan.device.map(Int.init) ?? Self.ownDevice(on: date, roll)
    details.place = scene?.place ?? (roll < 970 ? Vocabulary.moscow : Vocabulary.tver)
    if let other = plan.other { details.bank = Wallet.cards[Int(other)].bank.rawValue }
    details.due = date.adding(days: plan.occasion == .cardStatement ? 20 : plan.occasion == .loanReminder ? 3 : 3 + roll % 5)
    details.amount = scene?.amount ?? plan.amount ?? Price.of(plan.occasion, shop: details.shop, on: date, &random)
    if plan.occasion == .abroadPurchase { drawAbroad(&details, &random) }
    return details
  }

  private func drawAbroad(_ details: inout Details, _ random: inout RandomStream) {
    guard let place = Vocabulary.holiday(details.date.year) else { return }
    details.currency = place
    details.shown = Price.inShop(Shop.all[details.shop], &random)
    details.amount = details.shown * Vocabulary.currencies[place].kopecks / 100
  }

  private func shelf(of plan: Planned, on date: CivilDate) -> [UInt8] {
    switch plan.occasion {
    case .onlinePurchase, .purchaseCode: return Shelf.online
    case .subscription: return Shelf.subscriptions
    case .abroadPurchase: return Vocabulary.holiday(date.year).map { Shelf.abroad[$0] } ?? Shelf.online
    default:
      let isDubai = plan.card.map { Wallet.cards[Int($0)].isForeign } ?? false
      return isDubai ? Shelf.dubai : Shelf.everyday(date)
    }
  }

  private static let codeLengths = [5, 4, 6, 4, 6, 6, 6, 4]
  private static let powersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  private static func ownDevice(on date: CivilDate, _ roll: Int) -> Int {
    if roll % 10 < 4 { return Vocabulary.desk.lowerBound + roll % Vocabulary.desk.count }
    return date >= Milestone.iPhoneLinked ? Vocabulary.iPhone : Vocabulary.redmi
  }

  // MARK: Money

  /// What can't be paid is declined now and then; mostly somebody sends the money that is short, before Anna tries.
  private mutating func settle(_ plan: inout Planned, _ details: inout Details) {
    guard let card = plan.card.map(Int.init) else { return }
    if plan.occasion == .decline { return settleDecline(&plan, &details) }
    let isOrphan = plan.occasion == .ownIn && failed.remove(plan.seed) != nil
    let kept = plan.scene == nil ? Wallet.cards[card].kept : 0
    let isShort = plan.occasion.sign < 0 && balances[card] - kept < details.amount
    guard isOrphan || isShort else { return }
    if plan.occasion == .ownOut { failed.insert(plan.seed) }
    let isShopping = plan.occasion == .purchase || plan.occasion == .onlinePurchase
    if isShopping, balances[card] < details.amount, plan.seed % 4 == 0, book.speaks(voice(of: plan), of: .decline) {
      plan.occasion = .decline
    } else {
      plan.occasion = .transferIn
      plan.other = nil
      details.amount = details.amount / 100_000 * 100_000 + Int64(3 + plan.seed % 23) * 100_000
    }
  }

  /// A planned refusal wants more than there is; where plenty is, it is paid.
  private func settleDecline(_ plan: inout Planned, _ details: inout Details) {
    let available = balances[details.card]
    if available > 4_000_000 {
      plan.occasion = .purchase
    } else {
      details.amount = available / 100 * 100 + Int64(1 + plan.seed % 60) * 10_000
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
}
