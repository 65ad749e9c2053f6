/// Operations that were refused, failed, or taken back.
enum Refusals {
  /// Refused, failed, or "not done".
  static func isDeclined(_ message: Message, _ amount: Sums.Item) -> Bool {
    if message.has(.decline), hasDecline(message, amount) { return true }
    if message.mayHave(succeeding), isFailure(message, amount) { return true }
    // "Мало средств. Покупка 640 ₽", "маловато денег для покупки".
    if message.mayHave(little),
      (0..<min(amount.first, 12)).contains(where: { message.isWord(at: $0, among: little) && message.isWord(at: $0 + 1, among: money) })
    {
      return true
    }
    // "Возврат: перевод не принят. Деньги зачислены на карту".
    guard message.has(.negation), !(message.has(.refund) && Outcomes.isBooked(message)) else { return false }
    var index = 0
    while let negation = message.first(.negation, in: index..<message.count) {
      index = negation + 1
      // "Couldn't process".
      let behind = message.isKind(.mark, at: negation + 1) && message.isGlued(negation + 2) ? negation + 3 : negation + 1
      let next = message.concept(at: behind)
      let isRefusal =
        impossible.contains(message.lexemes[negation].value) || message.first(.done, in: negation + 1..<negation + 4) != nil
        || next == .debit || next == .credit || next == .payment
        || message.isWord(at: behind, among: failing)
        || message.isWord(at: behind, among: unfinished) && isOfOperation(negation, amount, in: message)
      if isRefusal, !isAdvice(negation, behind: amount, in: message) { return true }
    }
    return false
  }

  /// "No ha podido realizarse", "nie udało się", "konnte nicht", "не вдалося": what didn't succeed, in languages that say it with two words.
  private static func isFailure(_ message: Message, _ amount: Sums.Item) -> Bool {
    message.lexemes.indices.contains { index in
      message.isWord(at: index, among: succeeding)
        && (max(0, index - 3)..<index + 4).contains { message.isWord(at: $0, among: nots) && $0 != index }
        && !isAdvice(index, behind: amount, in: message)
    }
  }

  private static let succeeding = WordSet(.succeeding)
  private static let nots = WordSet(.nots)

  /// Whether "не" speaks of the operation: before the sum in its sentence, or behind it with nothing but a name between. "Возврат 500 ₽: товар не
  /// доставлен", "поездка не состоялась" speak of something else.
  private static func isOfOperation(_ negation: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    if message.has(.refund) { return false }
    if negation < amount.first { return negation >= message.sentenceStart(of: amount.first) }
    return Standstills.isBehindNames(negation, amount, in: message)
  }

  /// Cancelled, or a hold released; not "перевод нельзя отменить".
  static func isTakenBack(_ message: Message, _ amount: Sums.Item) -> Bool {
    guard message.has(.cancel) else { return false }
    var index = 0
    while let cancel = message.first(.cancel, in: index..<message.count) {
      index = cancel + 1
      // "Перевод нельзя отменить", "комиссия за отмену".
      // "Возврат за отмену заказа", "refund for your cancelled booking".
      if message.has(.refund), message.isWord(at: cancel + 1, among: orders) { continue }
      let isSubject = infinitives.contains(message.lexemes[cancel].value) || message.concept(at: cancel - 1) == .forWhat
      let isChoice = cancel > amount.last && isSubject
      if !isChoice, !isAdvice(cancel, behind: amount, in: message) { return true }
    }
    return false
  }

  private static func hasDecline(_ message: Message, _ amount: Sums.Item) -> Bool {
    var isBooked: Bool?
    var index = 0
    while let decline = message.first(.decline, in: index..<message.count) {
      index = decline + 1
      switch message.concept(at: decline + 1) {
      // "Rs 640 credited for failed transaction".
      case .operation, .payment, .transfer, .debit, .reference: if isBookedAnyway(message, &isBooked) { continue }
      // "Возврат: отказ от товара".
      case .from: if message.has(.refund) { continue }
      // "Возврат: получатель отказался. Зачислено на карту".
      default: if message.has(.refund), isBookedAnyway(message, &isBooked) { continue }
      }
      // "Лимит не превышен".
      if message.concept(at: decline - 1) == .negation { continue }
      if amount.label == .fee, amount.last < decline, isReason(decline, ofFee: amount, in: message) { continue }
      if !isAdvice(decline, behind: amount, in: message) { return true }
    }
    return false
  }

  private static func isBookedAnyway(_ message: Message, _ known: inout Bool?) -> Bool {
    let isBooked = known ?? Outcomes.isBooked(message)
    known = isBooked
    return isBooked
  }

  /// "Комиссия 25 ₽ за отказ", "fee … due to insufficient funds", "fee $35 charged: insufficient funds".
  private static func isReason(_ decline: Int, ofFee fee: Sums.Item, in message: Message) -> Bool {
    let before = message.concept(at: decline - 1)
    return before == .forWhat || before == .to
      || (fee.last + 1..<min(decline, fee.last + 8)).contains {
        message.concept(at: $0) == .debit || message.concept(at: $0) == .operation
      }
  }

  /// Whether a word stands in a sentence behind the operation's that begins with a condition or a purpose: "Если не вы, подтвердите отказ",
  /// "Для платежа 349 ₽ недостаточно средств".
  private static func isAdvice(_ index: Int, behind amount: Sums.Item, in message: Message) -> Bool {
    var first = index
    while first > amount.last, first > index - 12, !message.endsSentence(before: first), !message.lexemes[first].startsLine { first -= 1 }
    guard first > amount.last + 1, message.isKind(.word, at: first) else { return false }
    if message.concept(at: first) == .purpose {
      // "Для платежа 349 ₽ недостаточно средств" is another payment; "для оплаты недостаточно средств" is this one.
      return (first + 1..<index).contains { message.isKind(.number, at: $0) }
    }
    // "Not you? Decline in the app".
    return conditions.contains(message.lexemes[first].value) || message.isMark(at: first - 1, "?")
  }

  private static let impossible = WordSet(.impossible)
  private static let failing = WordSet(.failing)
  private static let unfinished = WordSet(.unfinished)
  private static let little = WordSet(.tooLittle)
  private static let money = WordSet(.moneyLacking)
  static let infinitives = WordSet(.asksToCancel)
  private static let orders = WordSet(.order)
  private static let conditions = WordSet(.`if`)
}
