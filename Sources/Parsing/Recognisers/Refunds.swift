import Model

/// Money that comes back.
enum Refunds {
  /// A refund brings money back; "Cashback Reversal" takes it.
  static func verb(in message: Message) -> Directions.Verb? {
    guard let first = message.first(.refund, in: 0..<message.count) else { return nil }
    if message.concept(at: first + 1) == .refund { return Directions.Verb(direction: .outgoing, isStrong: true, index: first) }
    // "Перевод … Сообщение: возврат долга".
    if message.has(.transfer), Speech.isNote(first, in: message) { return nil }
    // "Баланс 900 ₽. Кэшбэк 11 ₽": what came besides.
    if let balance = message.first(.balance, in: 0..<first), balance < first, message.isWord(at: first, among: cashback),
      !message.has(.credit),
      !message.has(.transfer)
    {
      return message.has(.debit) ? nil : Directions.Verb(direction: .outgoing, isStrong: false, index: first)
    }
    // Advertising for cashback behind a purchase isn't a refund.
    if let debit = message.first(.debit, in: 0..<message.count), debit < first, debit + 4 < first { return nil }
    if let credit = message.first(.credit, in: 0..<message.count), credit < first {
      return Directions.Verb(direction: .incoming, isStrong: true, index: credit)
    }
    // "Оплата с учётом возврата".
    if message.isWord(at: first - 1, among: regard) { return nil }
    if message.concept(at: first - 1) == .purpose || message.concept(at: first - 1) == .promo { return nil }
    return Directions.Verb(direction: .incoming, isStrong: true, index: first)
  }

  /// "Purchase of $5 has been refunded".
  static func passive(in message: Message) -> Directions.Verb? {
    guard message.mayHave(refunded) else { return nil }
    let refund = message.lexemes.indices.first { message.isWord(at: $0, among: refunded) && message.isWord(at: $0 - 1, among: passives) }
    return refund.map { Directions.Verb(direction: .incoming, isStrong: true, index: $0) }
  }

  private static let cashback = WordSet("cashback кэшбэк кешбэк кэшбек кешбек")
  private static let regard = WordSet("учетом uchetom")
  private static let passives = WordSet("been was")
  private static let refunded = WordSet("refunded")
}
