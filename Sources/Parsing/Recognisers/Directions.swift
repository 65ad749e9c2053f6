import Model

/// Which way the money went, by the verbs and signs of a text.
enum Directions {
  /// The word or sign that tells the direction.
  struct Verb {
    /// Which way; nil for a word that tells that money moved, and not which way.
    var direction: Direction?
    /// Whether it says so beyond doubt.
    var isStrong: Bool
    /// Its piece.
    var index: Int
  }

  /// The direction, and whether a word says it beyond doubt.
  static func find(in message: Message, amount: Sums.Item?) -> Verb? {
    if message.has(.transfer) || message.has(.debit) || amount?.sign == 1, OwnAccounts.isBetween(message, amount) {
      return Verb(direction: .transfer, isStrong: true, index: 0)
    }
    // "−10 960 ₸ Кэшбэк 548 ₸ Покупка": what leads, leads.
    if let amount, amount.sign < 0, message.lexemes[amount.first].startsLine || amount.first == 0, !message.has(.cancel) {
      return Verb(direction: .outgoing, isStrong: true, index: amount.first)
    }
    if let amount, message.has(.cancel), let reversal = Reversals.verb(in: message, amount) { return reversal }
    if message.has(.refund), let refund = Refunds.verb(in: message, amount) { return refund }
    if let amount, amount.sign != 0 { return Verb(direction: amount.sign > 0 ? .incoming : .outgoing, isStrong: true, index: amount.first) }
    if let refund = Refunds.passive(in: message) { return refund }
    if let clients = Clients.verb(in: message, amount) { return clients }
    var weak: Verb?
    var fee: Verb?
    var index = 0
    while index < message.count {
      let concept = message.lexemes[index].concept
      switch concept {
      case .debit, .credit:
        if let strong = strong(concept, at: index, in: message, amount), weak == nil || !Speech.isNote(index, in: message) {
          return nearer(amount, than: index, in: message) ?? Verb(direction: strong, isStrong: true, index: index)
        }
      case .incoming where weak == nil || !Speech.isNote(index, in: message):
        return Verb(direction: .incoming, isStrong: true, index: index)
      case .outgoing where weak == nil || !Speech.isNote(index, in: message):
        return Verb(direction: .outgoing, isStrong: true, index: index)
      case .interest:
        // "Перечисление процентов".
        if weak == nil || message.concept(at: index - 1) == .payment {
          weak = Verb(direction: isCharged(index, in: message) ? .outgoing : .incoming, isStrong: false, index: index)
        }
      case .cancel: if weak == nil, index < 6 { return Verb(direction: .incoming, isStrong: false, index: index) }
      case .transfer, .payment:
        if message.concept(at: index - 1) == .purpose { break }
        let comes = Payers.comes(index, in: message, amount)
        if weak == nil || comes { weak = Verb(direction: comes ? .incoming : .outgoing, isStrong: false, index: index) }
      case .operation where message.concept(at: index - 1) != .purpose:
        if weak == nil { weak = Verb(direction: .outgoing, isStrong: false, index: index) }
      // "Auto-Pay of $12".
      case .pay:
        if weak == nil, message.isWord(at: index - 2, among: auto) { weak = Verb(direction: .outgoing, isStrong: false, index: index) }
      case .atm:
        if isCashIn(index, in: message) { return Verb(direction: .incoming, isStrong: true, index: index) }
        // "Наличные 1 900 ₽".
        if weak == nil, let amount, Nouns.isAt(index, amount, in: message) {
          weak = Verb(direction: .outgoing, isStrong: false, index: index)
        }
      case .fee: if fee == nil, let amount { fee = Nouns.verb(at: index, in: message, amount) }
      default: if weak == nil, let amount { weak = Nouns.verb(at: index, in: message, amount) }
      }
      index += 1
    }
    guard weak == nil, let amount else { return weak }
    if amount.label == .fee || Refunds.isCashbackBeside(amount, in: message) {
      return Verb(direction: .outgoing, isStrong: false, index: amount.first)
    }
    return fee
  }

  /// "Вы заказали выдачу с копилки. 192 ₴ зачислены на карту": what the sum's own sentence says of it goes before what stands in one before.
  private static func nearer(_ amount: Sums.Item?, than verb: Int, in message: Message) -> Verb? {
    guard let amount, verb < amount.first else { return nil }
    let start = message.sentenceStart(of: amount.first)
    guard verb < start else { return nil }
    for index in start..<min(message.count, amount.last + 8) {
      if index > amount.last, message.lexemes[index].startsLine || message.endsSentence(before: index) { return nil }
      let concept = message.concept(at: index)
      guard concept == .debit || concept == .credit, Outcomes.isDone(at: index, in: message) else { continue }
      if let strong = strong(concept, at: index, in: message, amount) { return Verb(direction: strong, isStrong: true, index: index) }
    }
    return nil
  }

  private static func strong(_ concept: Concept, at index: Int, in message: Message, _ amount: Sums.Item?) -> Direction? {
    let next = message.concept(at: index + 1)
    let before = message.concept(at: index - 1)
    if isCreditOrDebit(message.lexemes[index], in: message) {
      // "Credit card", "debit card", "credit limit", "available credit": the kind of card, not what happened.
      // "Credit bureau", "Home Credit".
      if message.isWord(at: index + 1, among: facilities) || message.isWord(at: index - 1, among: home) { return nil }
      if next == .card || next == .limit || next == .cardBrand || before == .available || before == .card { return nil }
      // "Cr.Card", "HOMECREDIT.KZ(CREDIT)".
      if message.isMark(at: index + 1, "."), message.concept(at: index + 2) == .card || message.concept(at: index + 2) == .limit {
        return nil
      }
      if message.isMark(at: index - 1, "("), message.isGlued(index - 1), !message.isKind(.mark, at: index - 2) { return nil }
      if message.concept(at: index + 2) == .card, message.isMark(at: index + 1, "/") { return nil }
      if message.isGlued(index), message.isMark(at: index - 1, "/") { return nil }
      // CR behind a balance tells its sign.
      if message.isKind(.number, at: index - 1), index - 1 != amount?.number { return nil }
    }
    // "Получение наличных" is money out of the account.
    if concept == .credit, next == .atm, isReceipt(message.lexemes[index]) { return .outgoing }
    // "Начислена комиссия", "внесён платёж".
    if concept == .credit, isOwed(index, in: message) { return .outgoing }
    // What a client is not to do, or can do elsewhere, hasn't happened.
    if before == .negation || before == .purpose || isInfinitive(message.lexemes[index], in: message) { return nil }
    if message.isWord(at: index, among: groceries), index > 2 { return nil }
    // "You have earned AED 119.92 as interest"; but "AED 100 … you have earned 10 points".
    if message.isWord(at: index, among: earned) {
      return amount.map { index < $0.first && $0.first - index <= 3 } == true ? .incoming : nil
    }
    if message.isWord(at: index - 1, among: preceding) || message.isWord(at: index + 1, among: following) {
      switch besides(concept, at: index, in: message) {
      case .nothing: return nil
      case .some(let direction): return direction
      case .asItSays: break
      }
    }
    guard concept == .debit else { return message.first(.beneficiary, in: index + 1..<index + 5) != nil ? .outgoing : .incoming }
    if message.isMark(at: index + 1, "("), message.isMark(at: index + 3, ")"), message.isWord(at: index + 4, among: toYou) {
      return .incoming
    }
    // "На карту *6762 переведено 30 000 ₽".
    if message.isWord(at: index, among: passed), index < 6, message.concept(at: 0) == .to,
      (1..<index).contains(where: { message.concept(at: $0) == .card || message.concept(at: $0) == .account })
    {
      return .incoming
    }
    return message.isWord(at: index, among: paid) && isPaidToClient(index, in: message) ? .incoming : .outgoing
  }

  private static let passed = WordSet(.passed)

  /// What the words around a verb make of it.
  private enum Turn {
    case nothing
    case some(Direction)
    case asItSays
  }

  private static func besides(_ concept: Concept, at index: Int, in message: Message) -> Turn {
    let before = message.isWord(at: index - 1, among: already) ? index - 2 : index - 1
    if isSupposed(before, in: message) { return .nothing }
    // "Деньги будут зачислены": what arrives later than it left tells no direction.
    if message.isWord(at: before, among: willBe) { return .nothing }
    guard concept == .debit else {
      // "Вы прислали", "вы вернули"; "магазин прислал чек".
      guard message.isWord(at: index, among: giving) else { return .asItSays }
      if message.isWord(at: before, among: persons) { return .some(.outgoing) }
      return message.isWord(at: index + 1, among: papers) ? .nothing : .asItSays
    }
    // "Отпускные перечислили на карту".
    if message.isWord(at: index, among: transferred), message.concept(at: index + 1) == .to { return .some(.incoming) }
    if message.isWord(at: before, among: possible) { return .nothing }
    // "Вам перевели", "Анна И. перевела вам", "Ann sent you": somebody else's money.
    if message.isWord(at: before, among: toYou) || message.isWord(at: index + 1, among: toYou)
      || message.isWord(at: index + 1, among: you) && message.isWord(at: index, among: sendings)
    {
      return .some(.incoming)
    }
    // "You got paid!", "выдан кредит на счёт".
    if message.isWord(at: before, among: got), message.isWord(at: index, among: paid) { return .some(.incoming) }
    // "Pension 1,200.00 GBP paid in".
    if message.isWord(at: index + 1, among: inwards), message.isWord(at: index, among: paid), message.endsClause(at: index + 2) {
      return .some(.incoming)
    }
    if message.isWord(at: index + 1, among: credits), message.isWord(at: index, among: given) { return .some(.incoming) }
    return .asItSays
  }

  /// "Interest charge", "interest of $12 was charged": what the client owes.
  private static func isCharged(_ interest: Int, in message: Message) -> Bool {
    (interest + 1..<interest + 8).contains { message.isWord(at: $0, among: charged) }
  }

  /// "Interest paid", "dividend of $12 was paid to your account"; not "interest paid on your loan", "you paid $45 to your card".
  private static func isPaidToClient(_ index: Int, in message: Message) -> Bool {
    let before = max(0, index - 8)..<index
    if before.contains(where: { message.isWord(at: $0, among: you) }) { return false }
    if (max(0, index - 8)..<index + 5).contains(where: { message.isWord(at: $0, among: loan) }) { return false }
    if let interest = message.first(.interest, in: before), !message.isMark(at: interest + 1, "-"), message.concept(at: index + 1) != .from
    {
      return true
    }
    let next = message.concept(at: index + 1)
    guard next == .to || next == .incoming, message.isWord(at: index + 2, among: your) else { return false }
    return (index + 2..<index + 6).contains { message.concept(at: $0) == .account }
  }

  private static let charged = WordSet(.chargedToClient)
  private static let earned = WordSet(.earned)
  private static let credits = WordSet(.loanInRussian)
  private static let given = WordSet(.givenOut)
  /// "Пополнять": what can be done.
  private static func isInfinitive(_ lexeme: Lexeme, in message: Message) -> Bool {
    guard lexeme.end - lexeme.start > 6 else { return false }
    let word = message.bytes[..<Int(lexeme.end)]
    // "Popolnyat", "popolnit": no word of English ends so.
    return word.suffix(4).elementsEqual("ть".utf8)
      || ["yat", "jat", "iat", "vat", "nit"].contains { word.suffix(3).elementsEqual($0.utf8) }
  }

  /// "Ignore if already paid", "если вы оплатили".
  private static func isSupposed(_ index: Int, in message: Message) -> Bool {
    guard message.concept(at: index) == .none else { return false }
    return message.isWord(at: index, among: conditions)
      || message.isWord(at: index - 1, among: conditions) && message.isWord(at: index, among: persons)
  }

  private static let conditions = WordSet(.`if`)
  private static let persons = WordSet(.youAsSubject)
  private static let home = WordSet(.home)
  private static let facilities = WordSet(.creditFacility)
  private static let already = WordSet(.already)
  private static let possible = WordSet(.possible)
  private static let auto = WordSet(.auto)
  private static let sendings = WordSet(.sentToYou)
  private static let giving = WordSet(.gaveBack)
  private static let papers = WordSet(.paper)
  private static let transferred = WordSet(.theyTransferred)
  private static let onto = WordSet(.onto)
  /// "Alimentare cont" tops an account up; elsewhere it is what a shop sells.
  private static let groceries = WordSet(.groceries)
  private static let got = WordSet(.got)
  private static let paid = WordSet(.paid)
  private static let you = WordSet(.you)
  private static let your = WordSet(.your)
  private static let loan = WordSet(.loan)
  private static let money = WordSet(.money)
  private static let willBe = WordSet(.willBe)

  /// The words "credit", "debit", CR and DR, which also name kinds of cards.
  private static func isCreditOrDebit(_ lexeme: Lexeme, in message: Message) -> Bool {
    let first = message.bytes[Int(lexeme.start)] | 0x20
    let length = lexeme.end - lexeme.start
    return (first == 0x63 || first == 0x64) && length <= 6
  }

  /// The noun "получение", transliterated or not; "получено" is another word.
  private static func isReceipt(_ lexeme: Lexeme) -> Bool {
    receipts.contains(lexeme.value)
  }

  private static let receipts = WordSet(.receiving)

  /// "Начислена комиссия 99 ₽", "комиссия начислена", "начислена плата за обслуживание", "внесён платёж".
  private static func isOwed(_ index: Int, in message: Message) -> Bool {
    if message.isWord(at: index, among: paidIn) {
      return message.concept(at: index + 1) == .payment || message.isWord(at: index + 1, among: split)
    }
    guard message.isWord(at: index, among: accrued) else { return false }
    return (index - 2..<index + 4).contains { message.concept(at: $0) == .fee || message.isWord(at: $0, among: charges) }
  }

  private static let accrued = WordSet(.accrued)
  private static let charges = WordSet(.charges)
  private static let paidIn = WordSet(.paidIn)
  private static let split = WordSet(.split)

  private static let toYou = WordSet(.toYou)
  private static let preceding = WordSet(of: already, conditions, persons, willBe, possible, toYou, got)
  private static let inwards = WordSet(.inwards)
  private static let following = WordSet(of: toYou, you, inwards, credits, papers, onto)

  private static let operations = ConceptSet([.credit, .debit, .payment, .operation, .transfer])
  private static let back = WordSet(.back)
  private static let intake = WordSet(.intakeOfCash)

  /// "Cash-in", "Cash in", "приём наличных".
  private static func isCashIn(_ index: Int, in message: Message) -> Bool {
    if message.isWord(at: index - 1, among: intake) || message.isWord(at: index + 1, among: intake) { return true }
    // "Cash Back за операции".
    if message.isMark(at: index + 1, "-"), message.isWord(at: index + 2, among: back), !message.concepts.meets(operations) { return true }
    if message.isWord(at: index + 1, among: back), message.lexemes[index].startsLine || index == 0 || !message.concepts.meets(operations) {
      return true
    }
    let next = message.isMark(at: index + 1, "-") ? index + 2 : index + 1
    guard message.isKind(.word, at: next), message.bytes[Int(message.lexemes[index].start)] | 0x20 == 0x63 else { return false }
    let word = message.lexemes[next]
    return word.end - word.start == 2 && message.bytes[Int(word.start)] | 0x20 == 0x69 && message.bytes[Int(word.start) + 1] | 0x20 == 0x6E
  }
}
