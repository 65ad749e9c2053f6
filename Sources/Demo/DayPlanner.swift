import Model

/// Plans one day: what the calendar brings, what the story brings, and everyday life until the day has its number of messages.
struct DayPlanner: Sendable {
  let date: CivilDate
  /// UTC ms; what is planned lies from `start` to before `end`.
  let start: Int64
  let end: Int64
  let book: VoiceBook
  /// The cards in use, the foreign one apart.
  private let cards: [Int]
  /// The cards in use, each as often as Anna pays with it; and those of them that aren't credit cards.
  private let lots: [Int]
  private let debitLots: [Int]
  private(set) var planned: [Planned] = []
  private var random: RandomStream

  init(date: CivilDate, end: Int64, book: VoiceBook, random: RandomStream, reusing buffer: [Planned] = []) {
    self.date = date
    start = date.start
    self.end = end
    self.book = book
    self.random = random
    cards = Wallet.cards.indices.filter { Wallet.cards[$0].isInUse(date) && !Wallet.cards[$0].isForeign }
    lots = cards.flatMap { Array(repeating: $0, count: Wallet.cards[$0].share) }
    debitLots = lots.filter { !Wallet.cards[$0].isCredit }
    planned = buffer
    planned.removeAll(keepingCapacity: true)
  }

  // MARK: The calendar

  /// What this date brings each month or year, whatever else happens.
  mutating func planCalendar(balances: [Int64]) {
    planIncome()
    planBills()
    planCredit(balances: balances)
    planOwnTransfers(balances: balances)
    planHolidays()
    for milestone in Milestone.all where milestone.date == date {
      guard let card = card(of: milestone.bank), book.speaks(milestone.bank.rawValue, of: milestone.occasion) else { continue }
      planned.append(
        Planned(milestone.occasion, at: start + milestone.time, seed: random.next(), card: card, device: milestone.device))
    }
  }

  /// Salary on the 5th and an advance on the 20th; on the Friday before when that is a weekend.
  private mutating func planIncome() {
    guard let card = card(of: .sberbank) else { return }
    if isPayday(5) { plan(.salary, card: card) }
    if isPayday(20) { plan(.advance, card: card) }
  }

  private func isPayday(_ day: Int) -> Bool {
    if date.isWeekend { return false }
    return date.day == day || date.weekday == 4 && (date.day + 1 == day || date.day + 2 == day)
  }

  private mutating func planBills() {
    guard let main = card(of: .sberbank) else { return }
    switch date.day {
    case 1: plan(.fee, card: main)
    case 3: plan(.rent, card: main)
    case 6: card(of: .tbank).map { plan(.fee, card: $0) }
    case 8: card(of: date.year < 2020 ? .raiffeisen : .vtb).map { plan(.fee, card: $0) }
    case 12: plan(.utilities, card: main)
    case 15: plan(.mobile, card: main)
    case 9, 21: card(of: .tbank).map { plan(.subscription, card: $0) }
    case 27: card(of: .tbank).map { plan(.cashback, card: $0) }
    case 28: card(of: .tbank).map { plan(.interest, card: $0) }
    default: break
    }
  }

  /// Greetings, and the week in Dubai.
  private mutating func planHolidays() {
    switch (date.month, date.day) {
    case (9, 17): for _ in 0..<3 { planned.append(Planned(.birthday, at: moment(of: .birthday), seed: random.next())) }
    case (12, 31), (3, 8):
      for bank in [DemoBank.sberbank, .vtb] { card(of: bank).map { plan(.greeting, card: $0) } }
    default: break
    }
    guard date.month == 2, let dubai = card(of: .emirates) else { return }
    switch date.day {
    case 8: plan(.transferIn, card: dubai)
    case 9...15: if random.chance(70) { plan(.purchase, card: dubai) }
    case 20: plan(.marketing, card: dubai)
    default: break
    }
  }

  /// The instalments of a loan at VTB, and the statements of the credit cards with what Anna then pays.
  private mutating func planCredit(balances: [Int64]) {
    if Self.loan.contains(date), let card = card(of: .vtb) {
      if date.day == 14 { plan(.loanReminder, card: card, amount: Self.instalment) }
      if date.day == 17 { plan(.loanPayment, card: card, amount: Self.instalment) }
    }
    for card in cards where Wallet.cards[card].isCredit {
      let statementDay = Wallet.cards[card].bank == .tbank ? 25 : 14
      let paymentDay = Wallet.cards[card].bank == .tbank ? 16 : 4
      let debt = Wallet.cards[card].limit - balances[card]
      guard debt > 0 else { continue }
      if date.day == statementDay { plan(.cardStatement, card: card) }
      if date.day == paymentDay, let payer = richest(balances) {
        planOwnTransfer(from: payer, to: card, amount: min(debt, balances[payer] / 300_000 * 100_000))
      }
    }
  }

  /// 2019-06-17 to 2024-06-17.
  private static let loan = CivilDate(2019, 6, 1)...CivilDate(2024, 6, 17)
  private static let instalment: Int64 = 1_387_417

  /// Money goes where it is short, and what is too much goes into savings.
  private mutating func planOwnTransfers(balances: [Int64]) {
    guard let richest = richest(balances) else { return }
    if balances[richest] > 24_000_000, book.speaks(voice(richest), of: .savings) {
      plan(.savings, card: richest, amount: (balances[richest] - 9_000_000) / 500_000 * 500_000)
    }
    for card in cards where !Wallet.cards[card].isCredit && card != richest && balances[card] < 350_000 && random.chance(30) {
      let amount = Int64(random.within(8...30)) * 100_000
      guard balances[richest] > amount * 2 else { continue }
      planOwnTransfer(from: richest, to: card, amount: amount)
      return
    }
  }

  private func richest(_ balances: [Int64]) -> Int? {
    cards.filter { !Wallet.cards[$0].isCredit }.max { balances[$0] < balances[$1] }
  }

  private mutating func planOwnTransfer(from payer: Int, to receiver: Int, amount: Int64) {
    guard amount > 0, Wallet.cards[payer].bank != Wallet.cards[receiver].bank else { return }
    guard book.speaks(voice(payer), of: .ownOut), book.speaks(voice(receiver), of: .ownIn) else { return }
    let seed = random.next()
    let time = moment(of: .ownOut)
    planned.append(Planned(.ownOut, at: time, seed: seed, card: payer, other: receiver, amount: amount))
    planned.append(Planned(.ownIn, at: later(time, 2_000...9_000), seed: seed, card: receiver, other: payer, amount: amount))
  }

  // MARK: Everyday life

  /// Adds `count` messages of what happens on any day, or one more, so that a code keeps what it confirms; on the last day no more.
  mutating func planLife(_ count: Int, isLastDay: Bool) {
    var left = count
    while left > 0 {
      let before = planned.count
      planEpisode(mayBePair: left > 1 || !isLastDay)
      left -= planned.count - before
    }
  }

  private mutating func planEpisode(mayBePair: Bool) {
    let occasion = Self.life[random.below(Self.life.count)]
    switch occasion {
    case .parcel, .taxi, .friend, .clinic, .operatorNote, .odd:
      planned.append(Planned(occasion, at: moment(of: occasion), seed: random.next()))
    case .purchase: planPurchase()
    case .onlinePurchase: planWithCode(.onlinePurchase, code: .purchaseCode, mayBePair: mayBePair, codes: 85)
    case .transferOut: planWithCode(.transferOut, code: .transferCode, mayBePair: mayBePair, codes: 55)
    case .login: planWithCode(.login, code: .loginCode, mayBePair: mayBePair, codes: 60)
    default: planOn(anyCard(occasion), occasion)
    }
  }

  private mutating func planPurchase() {
    let card = anyCard(.purchase)
    let abroad = date.month == 7 && (11...25).contains(date.day) && Vocabulary.holiday(date.year) != nil
    if abroad, random.chance(60), book.speaks(voice(card), of: .abroadPurchase) {
      plan(.abroadPurchase, card: card)
    } else {
      planOn(card, .purchase)
    }
  }

  private mutating func planWithCode(_ occasion: Occasion, code: Occasion, mayBePair: Bool, codes: Int) {
    let card = anyCard(occasion)
    guard book.speaks(voice(card), of: occasion) else { return planOn(card, .purchase) }
    guard mayBePair, book.speaks(voice(card), of: code), random.chance(codes) else { return plan(occasion, card: card) }
    let seed = random.next()
    let time = moment(of: code)
    planned.append(Planned(code, at: time, seed: seed, card: card))
    planned.append(Planned(occasion, at: later(time, 14_000...70_000), seed: seed, card: card))
  }

  private mutating func planOn(_ card: Int, _ occasion: Occasion) {
    plan(book.speaks(voice(card), of: occasion) ? occasion : .purchase, card: card)
  }

  private static let life: [Occasion] = [
    (Occasion.purchase, 500), (.onlinePurchase, 45), (.transferOut, 42), (.transferIn, 50), (.cash, 22), (.cashIn, 4), (.refund, 9),
    (.decline, 14),
    (.marketing, 62), (.service, 8), (.outage, 6), (.login, 34), (.tokenLinked, 1), (.passwordChanged, 1), (.parcel, 22), (.taxi, 10),
    (.friend, 24), (.clinic, 5), (.operatorNote, 8), (.odd, 2),
  ].flatMap { Array(repeating: $0.0, count: $0.1) }

  // MARK: Small steps

  private mutating func plan(_ occasion: Occasion, card: Int, amount: Int64? = nil) {
    guard book.speaks(voice(card), of: occasion) else { return }
    planned.append(Planned(occasion, at: moment(of: occasion), seed: random.next(), card: card, amount: amount))
  }

  private func voice(_ card: Int) -> Int {
    Wallet.cards[card].bank.rawValue
  }

  /// The debit card in use at a bank.
  private func card(of bank: DemoBank) -> Int? {
    Wallet.cards.indices.first { Wallet.cards[$0].bank == bank && !Wallet.cards[$0].isCredit && Wallet.cards[$0].isInUse(date) }
  }

  /// A card for an occasion: nobody draws cash on credit.
  private mutating func anyCard(_ occasion: Occasion) -> Int {
    switch occasion {
    case .cash, .cashIn, .transferIn, .transferOut: debitLots[random.below(debitLots.count)]
    default: lots[random.below(lots.count)]
    }
  }

  private mutating func moment(of occasion: Occasion) -> Int64 {
    let hours = Rhythm.hours(of: occasion)
    let time = start + Int64(hours[random.below(hours.count)]) * 3_600_000 + Int64(random.below(3_600_000))
    return time < end ? time : start + Int64(random.below(Int(end - start)))
  }

  private mutating func later(_ time: Int64, _ range: ClosedRange<Int>) -> Int64 {
    min(time + Int64(random.within(range)), start + CivilDate.millisecondsADay - 1)
  }
}
