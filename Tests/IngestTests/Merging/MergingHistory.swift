import Model

@testable import Ingest

/// A history of messages made from a seed, of which it is known which tell the same event.
struct MergingHistory {
  /// What befalls the client, and how it is told.
  enum Scenario: String, CaseIterable {
    // What the facts identify.
    case movement = "a movement of money by both channels"
    case code = "a code by both channels"
    case notice = "a notice in the same words"
    case nearTwins = "two events that differ in one fact"
    case equalPurchases = "equal purchases a minute apart, balances told"
    case ownTransfer = "a transfer between own accounts"
    case lost = "a copy that never came"
    case repostedSlot = "a push shown again with another amount"
    case sameChannel = "the same words twice by one channel"
    case otherBank = "the same sum at two banks, or of two accounts"
    // What they don't.
    case equalWithoutBalance = "equal purchases a minute apart, no balance in the push"
    case equalWithLoss = "equal purchases of which a push and the other SMS are lost"
    case late = "an SMS 6 to 30 minutes late"
    case wrongZone = "a clock an hour off"
    case otherWords = "a notice in other words"
    case otherName = "a shop under two names, no balance in the push"

    /// Whether the facts say which copies belong together.
    var isClear: Bool {
      switch self {
      case .equalWithoutBalance, .equalWithLoss, .late, .wrongZone, .otherWords, .otherName: false
      default: true
      }
    }

    static let clear = allCases.filter(\.isClear)
  }

  struct Copy {
    var message: InboundMessage
    /// Copies of one event share its number.
    var event: Int
    var scenario: Scenario
  }

  /// In order of time. The own id of a message is its place in here before sorting.
  private(set) var copies: [Copy] = []
  private var random: Dice
  private var time: Int64 = 1_772_362_934_000
  private var events = 0
  private var scenario = Scenario.movement
  private var balances: [String: Int] = [:]

  init(seed: UInt64, scenarios: [Scenario], rounds: Int) {
    random = Dice(state: seed)
    for _ in 0..<rounds {
      for next in scenarios.shuffled(using: &random) {
        // Some run into each other, and most don't.
        time += Int64.random(in: 1...900, using: &random) * 1000
        scenario = next
        play()
      }
    }
    copies.sort { $0.message.time < $1.message.time }
  }

  private mutating func play() {
    let bank = BankTexts.allCases.randomElement(using: &random) ?? .sber
    switch scenario {
    case .movement: tell(movement(bank), of: bank)
    case .code: tellCode(bank, code(), at: time)
    case .notice: tellNotice(bank)
    case .nearTwins: nearTwins(bank)
    case .equalPurchases: equalPurchases(bank, isBrief: false)
    case .ownTransfer: ownTransfer(bank)
    case .lost:
      let losesPush = Bool.random(using: &random)
      tell(movement(bank), of: bank, push: losesPush ? .lost : .usual, sms: losesPush ? .usual : .lost)
    case .repostedSlot: repostedSlot(bank)
    case .sameChannel: sameChannel(bank)
    case .otherBank: otherBank(bank)
    case .equalWithoutBalance: equalPurchases(bank, isBrief: true)
    case .equalWithLoss: equalWithLoss(bank)
    case .late: tell(movement(bank), of: bank, sms: .seconds(.random(in: 360...1800, using: &random)))
    case .wrongZone: tell(movement(bank), of: bank, sms: .seconds(3600))
    case .otherWords: otherWords(bank)
    case .otherName: otherName(bank)
    }
  }

  // MARK: Telling

  private mutating func add(_ channel: Channel, _ sender: String, _ text: String, at moment: Int64, account: String? = nil) {
    let id = "c\(copies.count)"
    // No two in one millisecond: what is equal then is the same record.
    let time = Timestamp(milliseconds: moment + Int64(copies.count % 997))
    let message = InboundMessage(channel: channel, sender: sender, text: text, time: time, account: account, sourceID: id)
    copies.append(Copy(message: message, event: events, scenario: scenario))
  }

  /// When a copy comes.
  private enum Arrival {
    case usual
    /// So many after the event.
    case seconds(Int64)
    case lost

    func delay(usually: Int64) -> Int64? {
      switch self {
      case .usual: usually
      case .seconds(let seconds): seconds
      case .lost: nil
      }
    }
  }

  /// Tells a movement by both channels, unless one is lost.
  private mutating func tell(
    _ movement: BankTexts.Movement, of bank: BankTexts, at moment: Int64? = nil, push: Arrival = .usual, sms: Arrival = .usual,
    isBrief: Bool? = nil, account: String? = nil
  ) {
    let moment = moment ?? time
    events += 1
    let brief = isBrief ?? (Int.random(in: 0..<3, using: &random) == 0)
    let pushDelay = Int64.random(in: 0...20, using: &random)
    let smsDelay = Int64.random(in: 2...120, using: &random)
    if let delay = push.delay(usually: pushDelay) {
      add(.push, bank.app, bank.push(movement, isBrief: brief), at: moment + delay * 1000, account: account)
    }
    if let delay = sms.delay(usually: smsDelay) {
      add(.sms, bank.smsSender, bank.sms(movement), at: moment + delay * 1000, account: account)
    }
  }

  private mutating func tellCode(_ bank: BankTexts, _ code: String, at moment: Int64) {
    events += 1
    add(.push, bank.app, bank.push(code: code), at: moment + Int64.random(in: 0...10, using: &random) * 1000)
    add(.sms, bank.smsSender, bank.sms(code: code), at: moment + Int64.random(in: 1...60, using: &random) * 1000)
  }

  private mutating func movement(_ bank: BankTexts, kind: BankTexts.Movement.Kind? = nil) -> BankTexts.Movement {
    let kind = kind ?? [.purchase, .purchase, .purchase, .income, .transfer].randomElement(using: &random) ?? .purchase
    var movement = BankTexts.Movement(
      kind: kind, amount: Int.random(in: 1_000...999_999, using: &random), card: bank.cards.randomElement(using: &random) ?? "", balance: 0)
    movement.shop = BankTexts.shops.randomElement(using: &random) ?? BankTexts.shops[0]
    settle(&movement)
    return movement
  }

  /// Lets a movement change its card's balance.
  private mutating func settle(_ movement: inout BankTexts.Movement) {
    let before = balances[movement.card] ?? 500_000_00
    movement.balance = max(before + (movement.kind == .income ? movement.amount : -movement.amount), 1)
    balances[movement.card] = movement.balance
  }

  private mutating func code() -> String { "\(Int.random(in: 100_000...999_999, using: &random))" }

  // MARK: Scenarios

  private static let notices = [
    "Вклад «Лучший %» открыт. Подробности в приложении", "Ваша выписка готова, посмотрите её в приложении",
    "Лимит на переводы изменён по вашей заявке", "Мы обновили условия обслуживания карт",
  ]

  private mutating func tellNotice(_ bank: BankTexts) {
    let text = Self.notices.randomElement(using: &random) ?? ""
    // Quotation marks, a full stop and letters that only look alike.
    let other = text.replacing("«", with: "\"").replacing("»", with: "\"").replacing("а", with: "a") + "."
    events += 1
    add(.push, bank.app, text, at: time)
    add(.sms, bank.smsSender, other, at: time + Int64.random(in: 1...200, using: &random) * 1000)
    // The same notice comes again another day, not within minutes.
    time += 900_000
  }

  private mutating func nearTwins(_ bank: BankTexts) {
    let first = movement(bank, kind: .purchase)
    var second = first
    switch Int.random(in: 0..<4, using: &random) {
    case 0: second.amount += 1
    case 1:
      second.shop = BankTexts.shops[(BankTexts.shops.firstIndex { $0.app == first.shop.app } ?? 0) == 0 ? 1 : 0]
    case 2: second.card = bank.cards.first { $0 != first.card } ?? first.card
    default:
      let number = code()
      tellCode(bank, number, at: time)
      tellCode(bank, String(number.reversed()) == number ? code() : String(number.reversed()), at: time + 40_000)
      return
    }
    settle(&second)
    tell(first, of: bank, isBrief: false)
    tell(second, of: bank, at: time + Int64.random(in: 5...90, using: &random) * 1000, isBrief: false)
  }

  private mutating func equalPurchases(_ bank: BankTexts, isBrief: Bool) {
    var purchase = movement(bank, kind: .purchase)
    for index in 0..<Int.random(in: 2...3, using: &random) {
      if index > 0 { settle(&purchase) }
      tell(purchase, of: bank, at: time + Int64(index) * 60_000, isBrief: isBrief)
    }
  }

  private mutating func equalWithLoss(_ bank: BankTexts) {
    var purchase = movement(bank, kind: .purchase)
    tell(purchase, of: bank, sms: .lost, isBrief: true)
    settle(&purchase)
    tell(purchase, of: bank, at: time + 60_000, push: .lost)
  }

  private mutating func ownTransfer(_ bank: BankTexts) {
    let outgoing = movement(bank, kind: .transfer)
    var incoming = outgoing
    incoming.kind = .income
    incoming.card = bank.cards.first { $0 != outgoing.card } ?? outgoing.card
    settle(&incoming)
    tell(outgoing, of: bank)
    tell(incoming, of: bank, at: time + 1000)
  }

  /// The push first shows what was reserved, then what was taken; the SMS tells the latter.
  private mutating func repostedSlot(_ bank: BankTexts) {
    let reserved = movement(bank, kind: .purchase)
    var taken = reserved
    taken.amount += 15_050
    tell(reserved, of: bank, sms: .lost)
    tell(taken, of: bank, at: time + 30_000)
  }

  private mutating func sameChannel(_ bank: BankTexts) {
    let purchase = movement(bank, kind: .purchase)
    for _ in 0..<2 {
      tell(purchase, of: bank, push: .lost, sms: .seconds(2))
      time += 20_000
    }
  }

  private mutating func otherBank(_ bank: BankTexts) {
    let first = movement(bank)
    tell(first, of: bank)
    if Bool.random(using: &random) {
      tell(first, of: bank, account: "boris")
    } else {
      let other = BankTexts.allCases.first { $0 != bank } ?? bank
      var second = movement(other, kind: first.kind)
      second.amount = first.amount
      tell(second, of: other)
    }
  }

  private mutating func otherWords(_ bank: BankTexts) {
    events += 1
    add(.push, bank.app, "Готово! Вклад открыт, а подробности ждут в приложении", at: time)
    add(.sms, bank.smsSender, "Вы открыли вклад. Условия в договоре", at: time + 30_000)
    time += 900_000
  }

  private mutating func otherName(_ bank: BankTexts) {
    var purchase = movement(bank, kind: .purchase)
    purchase.shop = (terminal: "RETAIL 7 OOO TANDER", app: "Магнит у дома")
    tell(purchase, of: bank, isBrief: true)
  }
}
