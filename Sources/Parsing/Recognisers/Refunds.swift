import Model

/// Money that comes back.
enum Refunds {
  /// A refund brings money back; "Cashback Reversal" takes it.
  static func verb(in message: Message, _ amount: Sums.Item?) -> Directions.Verb? {
    var index = 0
    while let refund = message.first(.refund, in: index..<message.count) {
      index = refund + 1
      if message.concept(at: refund + 1) == .refund { return Directions.Verb(direction: .outgoing, isStrong: true, index: refund) }
      // "Перевод … Сообщение: возврат долга".
      if message.has(.transfer), Speech.isNote(refund, in: message) { continue }
      if message.isWord(at: refund, among: cashback) {
        if let amount, isBeside(refund, amount, in: message) { continue }
      } else if message.isWord(at: refund - 1, among: regard) {
        // "Оплата с учётом возврата".
        continue
      }
      if let verb = verb(at: refund, in: message) { return verb }
    }
    return nil
  }

  private static func verb(at refund: Int, in message: Message) -> Directions.Verb? {
    // Advertising for what comes back behind a purchase isn't a refund; "Оплата товаров/услуг(возврат)" is.
    if let debit = message.first(.debit, in: 0..<message.count), debit < refund, debit + 4 < refund, !message.isMark(at: refund - 1, "("),
      !isSaidOfClient(refund, in: message)
    {
      return nil
    }
    if let credit = message.first(.credit, in: 0..<message.count), credit < refund {
      return Directions.Verb(direction: .incoming, isStrong: true, index: credit)
    }
    if message.concept(at: refund - 1) == .purpose || message.concept(at: refund - 1) == .promo { return nil }
    return Directions.Verb(direction: .incoming, isStrong: true, index: refund)
  }

  /// "… возвращена на Вашу карту".
  private static func isSaidOfClient(_ refund: Int, in message: Message) -> Bool {
    message.concept(at: refund + 1) == .to && Clients.isClients(refund + 2, in: message)
  }

  /// Whether cashback is named beside an operation whose word nobody knows: only what was paid brings any.
  static func isCashbackBeside(_ amount: Sums.Item, in message: Message) -> Bool {
    var index = 0
    while let refund = message.first(.refund, in: index..<message.count) {
      if message.isWord(at: refund, among: cashback), isBeside(refund, amount, in: message) { return true }
      index = refund + 1
    }
    return false
  }

  /// "Покупка 480 ₽. Кэшбэк 5 ₽": what came besides, where the sum is another's.
  private static func isBeside(_ cashback: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    if amount.first > cashback {
      // "Кэшбэк за покупки: 340 ₽"; but "Кэшбэк 5 ₽. Покупка 480 ₽".
      let between = cashback + 1..<amount.first
      return between.contains { operations.contains(message.concept(at: $0)) && !isReason($0, in: message) }
        && between.contains { message.isKind(.number, at: $0) }
    }
    // "480 ₽ кэшбэка за покупки"; but "KAFE 480 ₽. Кэшбэк 5 ₽".
    return (cashback + 1..<min(cashback + 5, message.count)).contains { message.isKind(.number, at: $0) }
      || (0..<cashback).contains { operations.contains(message.concept(at: $0)) && !isReason($0, in: message) }
  }

  /// "За покупки", "по операции".
  private static func isReason(_ index: Int, in message: Message) -> Bool {
    switch message.concept(at: index - 1) {
    case .forWhat, .by, .from, .purpose, .on: true
    default: false
    }
  }

  /// "Purchase of $5 has been refunded".
  static func passive(in message: Message) -> Directions.Verb? {
    guard message.mayHave(refunded) else { return nil }
    let refund = message.lexemes.indices.first { message.isWord(at: $0, among: refunded) && message.isWord(at: $0 - 1, among: passives) }
    return refund.map { Directions.Verb(direction: .incoming, isStrong: true, index: $0) }
  }

  private static let operations = ConceptSet([.debit, .payment, .transfer, .operation])
  static let cashback = WordSet(.cashback)
  private static let regard = WordSet(.regard)
  private static let passives = WordSet(.passiveBeen)
  private static let refunded = WordSet(.refunded)
}
