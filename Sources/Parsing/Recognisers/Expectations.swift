/// Texts that begin with what is still to happen: announced, due, asked for, ordered, held up. A balance beside the sum doesn't make it so.
///
/// Only what stands before the operation's word and the sum is looked at, or right behind the sum: further on people's notes, the next payment
/// and advertising begin. Losing money that moved is worse than reporting money that didn't, so a word that says "done" beats all.
enum Expectations {
  static func isExpected(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    guard evidence.amount.sign == 0 else { return false }
    let isHinted = message.concepts.meets(hints) && opens(message, evidence)
    guard
      isHinted || begins(message, evidence) || Standstills.isStuck(message, behind: evidence.amount)
        || Postponements.follows(message, evidence)
        || Postponements.isLater(message, evidence)
    else { return false }
    return Outcomes.last(in: message) == nil
  }

  private static let hints = ConceptSet([.future, .demand, .imperative, .application, .block, .code, .promo])

  // MARK: Before the sum

  /// Whether a word of something to come stands before any operation: "завтра спишем 349 ₽", "подтвердите перевод 5 000 ₽".
  private static func opens(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let amount = evidence.amount.first
    let sentence = message.sentenceStart(of: amount)
    for index in 0..<amount {
      switch message.concept(at: index) {
      case .debit, .credit, .payment, .transfer, .operation, .refund, .incoming, .outgoing:
        // "Payment request", "вам поступил запрос".
        if message.isWord(at: index + 1, among: requests) { return true }
        if message.concept(at: index - 1) != .purpose { return false }
      case .future:
        if isNamed(index, in: message) { continue }
        // "Напоминаем о платеже. Сумма …": a heading; not "Напоминаем: не сообщайте коды. Покупка …".
        if message.isWord(at: index, among: later) {
          if index >= sentence || index <= 2 && (index..<sentence).contains(where: { isMovement(message.concept(at: $0)) }) { return true }
        }
        if index >= sentence, !evidence.verb.isStrong || message.sentenceStart(of: evidence.verb.index) > amount { return true }
      case .demand:
        // "Комиссия за запрос баланса".
        if index >= sentence, message.isWord(at: index, among: requests), message.concept(at: index - 1) != .forWhat,
          !isNamed(index, in: message)
        {
          return true
        }
      case .imperative:
        if index >= sentence, isOrder(index, in: message), !isNamed(index, in: message),
          !(index..<min(amount, index + Message.longestSentence)).contains(where: { message.isMark(at: $0, ":") })
        {
          return true
        }
      case .application:
        if isPaper(index, in: message), !isFulfilled(from: index, to: amount, in: message) { return true }
      case .block:
        if index >= sentence, isOperation(message.concept(at: index + 1)) { return true }
      case .code: if index >= sentence, isForOperation(index, in: message) { return true }
      // "Получите 1 000 ₽".
      case .promo: if index == amount - 1, isOrder(index, in: message) || message.isWord(at: index, among: giving) { return true }
      default: continue
      }
    }
    return false
  }

  /// "Распоряжение на перевод …", "покупку … можно разделить", "через 3 дня …", "к оплате", "срок платежа".
  private static func begins(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let (amount, verb) = (evidence.amount, evidence.verb)
    if message.isWord(at: amount.first - 1, among: becoming), !message.lexemes[amount.first - 1].flags.contains(.upper) { return true }
    // Behind the sum of a transfer its sender may have written that.
    if message.isWord(at: verb.index - 1, among: dues), !isNamed(verb.index - 1, in: message),
      verb.index < amount.first || message.sentenceStart(of: verb.index) <= amount.first
    {
      return verb.index < amount.first || !evidence.hasBalance && !message.has(.transfer)
    }
    // "Перевод в другой банк: подтвердите 5 000 ₽ кодом".
    if message.concept(at: amount.first - 1) == .imperative, isOrder(amount.first - 1, in: message) { return true }
    switch message.concept(at: 0) {
    // "За покупку 9 000 ₽ начислим 90 ₽".
    case .forWhat: return message.lexemes[amount.last...].contains { giving.contains($0.value) && $0.kind == .word }
    // "Для подтверждения перевода … отправьте код".
    case .purpose: return message.has(.code) || message.has(.imperative)
    case .bind: return message.isWord(at: 1, among: automatic)
    // "Поступил счёт" is a bill; money comes "на счёт".
    case .credit:
      guard message.isWord(at: 0, among: coming), !message.lexemes[1].flags.contains(.upper) else { return false }
      return message.isWord(at: 1, among: bills) && !message.isKind(.masked, at: 2) && !message.isKind(.number, at: 2)
        || message.isWord(at: 1, among: debts) || message.isWord(at: 1, among: writs)
    default: break
    }
    // "Lien of Rs 79.36".
    if message.isWord(at: amount.first - 2, among: liens), message.isWord(at: amount.first - 1, among: of) { return true }
    // "Планируемое списание", "завершите оплату".
    let adjective = verb.index < amount.first ? verb.index - 1 : amount.first - 2
    if message.isWord(at: adjective, among: meant) { return true }
    guard message.isWord(at: 0, among: beginnings) else { return false }
    // "AutoPay active", "autopay reminder".
    if message.isWord(at: 0, among: automatic) {
      return (1..<8).contains { $0 < amount.first && message.isWord(at: $0, among: active) }
    }
    // "Новый счёт на 4 320 ₽", "новый штраф".
    if message.isWord(at: 0, among: fresh), message.isWord(at: 1, among: bills) || message.isWord(at: 1, among: debts) { return true }
    guard message.sentenceStart(of: amount.first) == 0 else { return false }
    if message.isWord(at: 0, among: restraints), !message.isMark(at: 1, ":") { return true }
    if message.isWord(at: 0, among: soon) {
      return isMovement(message.concept(at: 1))
    }
    if message.isWord(at: 0, among: alone), !(0..<amount.first).contains(where: { message.isMark(at: $0, ":") }) { return true }
    if isDays(1, in: message) { return true }
    if message.isWord(at: 0, among: bills) {
      // "Счёт за интернет 500 ₽. Оплатите до 10.06".
      if isAim(message.concept(at: 1)), verb.index == amount.first, message.has(.imperative) || message.has(.future) { return true }
      return isAim(message.concept(at: 1)) && message.concept(at: 2) == .debit && !isFulfilled(from: 2, to: amount.first, in: message)
    }
    return isQuestion(message)
  }

  /// "Ольга К отправила": a capital inside a sentence begins a name.
  static func isNamed(_ index: Int, in message: Message) -> Bool {
    let lexeme = message.lexemes[index]
    return lexeme.flags.contains(.upper) && index > 0 && !lexeme.startsLine && !message.endsSentence(before: index)
      && message.lexemes.prefix(64).contains { $0.kind == .word && $0.flags.contains(.lower) }
  }

  /// "Заявка на перевод", "обработано распоряжение 453580068": not "по распоряжению".
  private static func isPaper(_ index: Int, in message: Message) -> Bool {
    guard index < 8, message.concept(at: index - 1) != .by else { return false }
    if isAim(message.concept(at: index + 1)) { return true }
    guard index > 0, index + 1 < message.count else { return false }
    let number = message.lexemes[index + 1]
    return number.kind == .chain || number.kind == .number && number.digits >= 6
  }

  /// "Заявка на возврат: зачисление 500 ₽": what was asked for, and behind it what was done.
  private static func isFulfilled(from start: Int, to amount: Int, in message: Message) -> Bool {
    (start..<amount).contains {
      guard message.isMark(at: $0, ":") else { return false }
      return message.concept(at: $0 + 1) == .debit || message.concept(at: $0 + 1) == .credit
    }
  }

  /// "Did you spend …", "approve payment of …", "use 481290 to approve …".
  private static func isQuestion(_ message: Message) -> Bool {
    guard message.isWord(at: 0, among: asks) else { return false }
    if message.isWord(at: 1, among: you) { return true }
    if message.isKind(.number, at: 1) { return message.lexemes[1].digits >= 4 && message.concept(at: 2) == .to }
    // "Split Bakery payment": a name.
    if message.isKind(.word, at: 1), message.lexemes[1].flags.contains(.upper), message.concept(at: 1) == .none { return false }
    return (1..<4).contains {
      switch message.concept(at: $0) {
      case .debit, .payment, .transfer, .operation: true
      default: false
      }
    }
  }

  private static func isAim(_ concept: Concept) -> Bool { concept == .to || concept == .forWhat || concept == .by }

  /// "3 дня".
  static func isDays(_ index: Int, in message: Message) -> Bool {
    message.isKind(.number, at: index) && message.isWord(at: index + 1, among: days)
  }

  private static func isOperation(_ concept: Concept) -> Bool {
    concept == .operation || concept == .transfer || concept == .payment
  }

  private static func isMovement(_ concept: Concept) -> Bool {
    isOperation(concept) || concept == .debit || concept == .credit
  }

  /// "Внесите", "podtverdite": not "оплатить", which can stand behind "удалось", and not "позвоните", which can stand before what was done.
  private static func isOrder(_ index: Int, in message: Message) -> Bool {
    let word = message.lexemes[index]
    guard word.kind == .word, word.end - word.start > 4, !calls.contains(word.value) else { return false }
    let end = message.bytes[Int(word.end) - 4..<Int(word.end)]
    return end.elementsEqual("те".utf8) || end.dropFirst(2).elementsEqual("te".utf8)
  }

  /// "OTP is 481290 for txn of …", "код 4821 для оплаты …", "код: 4821 - оплата …".
  private static func isForOperation(_ code: Int, in message: Message) -> Bool {
    // "481290 — код подтверждения перевода".
    if code <= 2, message.isKind(.number, at: 0), (4...8).contains(message.lexemes[0].digits) { return true }
    guard let number = (code + 1..<code + 4).first(where: { message.isKind(.number, at: $0) }) else { return false }
    // "Код авторизации 4821" is a receipt's.
    let next = message.concept(at: number + 1)
    for concept in [message.concept(at: code + 1), next] where concept == .otherCode || concept == .reference { return false }
    if code == 0, number == 1 || number == 2 && message.isMark(at: 1, ":"), message.lexemes[number].digits >= 4 { return true }
    return next == .forWhat || next == .purpose || next == .to
  }

  // MARK: Words

  private static let giving = WordSet(.weWillGive)
  private static let coming = WordSet(.cameIn)
  private static let writs = WordSet(.writ)
  private static let later = WordSet(.later)
  private static let requests = WordSet(.asksForMoney)
  private static let dues = WordSet(.untilDue)
  private static let becoming = WordSet(.willAmountTo)
  private static let debts = WordSet(.owed)
  private static let asks = WordSet(.asksToAct)
  private static let you = WordSet(.you)
  private static let bills = WordSet(.bill)
  private static let soon = WordSet(.soon)
  private static let alone = WordSet(.noOperationByItself)
  private static let beginnings = WordSet(of: asks, bills, soon, restraints, alone, counting, automatic, fresh)
  /// "Через 3 дня".
  private static let counting = WordSet(.countingDown)
  private static let active = WordSet(.activeAlready)
  private static let of = WordSet(.of)
  private static let liens = WordSet(.lien)
  private static let restraints = WordSet(.restraint)
  private static let calls = WordSet(.asksToCall)
  static let automatic = WordSet(.automaticPayment)
  private static let days = WordSet(.day)
  private static let meant = WordSet(.meantNotDone)
  private static let fresh = WordSet(.new)
}
