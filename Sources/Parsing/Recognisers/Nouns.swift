import Model

/// Nouns that name an operation where they stand at the sum or open the text: "комиссия", "авторизация", "депозит 1 100 ₽", "кредитная часть".
enum Nouns {
  static func verb(at index: Int, in message: Message, _ amount: Sums.Item) -> Directions.Verb? {
    guard message.isKind(.word, at: index) else { return nil }
    func verb(_ direction: Direction?) -> Directions.Verb { Directions.Verb(direction: direction, isStrong: false, index: index) }
    switch message.concept(at: index) {
    // "Комиссия за обслуживание 99 ₽".
    case .fee: return isOfSum(index, amount, in: message) ? verb(.outgoing) : nil
    // "Заблокировано 292 ₴": what a card pays is held first.
    case .block: return message.isWord(at: index, among: holding) && isBefore(index, amount, in: message) ? verb(.outgoing) : nil
    case .deposit where message.isWord(at: index, among: depositing):
      return isBefore(index, amount, in: message) || index < 4 && message.has(.card) ? verb(.incoming) : nil
    default: break
    }
    guard message.isWord(at: index, among: known) else { return nil }
    if message.isWord(at: index, among: authorisations) { return verb(.outgoing) }
    if message.isWord(at: index, among: holds) { return isBefore(index, amount, in: message) ? verb(.outgoing) : nil }
    // "Top up $20 and get $5" asks for it.
    if message.isWord(at: index, among: topping), index > 0 || message.isMark(at: 1, "-") {
      guard message.isWord(at: message.isMark(at: index + 1, "-") ? index + 2 : index + 1, among: up) else { return nil }
      return verb(message.concept(at: index - 1) == .phone ? .outgoing : .incoming)
    }
    if message.isWord(at: index, among: mobile) { return message.isWord(at: index + 1, among: bank) ? verb(.outgoing) : nil }
    if message.isWord(at: index, among: services) { return index < 8 || isBefore(index, amount, in: message) ? verb(.outgoing) : nil }
    if message.isWord(at: index, among: crediting) { return message.isWord(at: index + 1, among: part) ? verb(.incoming) : nil }
    if message.isWord(at: index, among: closing) { return message.concept(at: index + 1) == .deposit ? verb(.incoming) : nil }
    // "Изменён на сумму 100 000 сум": by how much, not which way.
    return isChange(index, in: message) ? Directions.Verb(direction: nil, isStrong: true, index: index) : nil
  }

  /// Whether a word opens the text or a line, or stands near the sum.
  static func isAt(_ index: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    index < 4 || message.lexemes[index].startsLine || (index - amount.first).magnitude <= 4
      || (index - amount.last).magnitude <= 3
  }

  /// Whether a fee's word is the sum's: "Комиссия за перевод: 0 ₽" has a sum of its own.
  private static func isOfSum(_ index: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    guard index < 8 || isAt(index, amount, in: message) else { return false }
    let number = (index + 1..<min(index + 6, message.count)).first { message.isKind(.number, at: $0) }
    return number.map { $0 == amount.number } ?? true
  }

  /// Whether nothing but marks stands between a word and the sum behind it.
  private static func isBefore(_ index: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    index < amount.first && index >= amount.first - 4
      && (index + 1..<amount.first).allSatisfy {
        message.isKind(.mark, at: $0) || message.concept(at: $0) == .to || message.concept(at: $0) == .amount
      }
  }

  /// "Изменение остатка", "счёт изменён на сумму".
  private static func isChange(_ index: Int, in message: Message) -> Bool {
    (index - 5..<index + 4).contains { message.concept(at: $0) == .balance || message.concept(at: $0) == .account }
  }

  private static let authorisations = WordSet(.authorisations)
  private static let holding = WordSet(.holding)
  private static let holds = WordSet(.puttingOnHold)
  private static let services = WordSet(.services)
  private static let depositing = WordSet(.depositing)
  private static let mobile = WordSet(.mobile)
  private static let topping = WordSet(.topping)
  private static let up = WordSet(.toppingUp)
  private static let bank = WordSet(.bankBesideNoun)
  static let changing = WordSet(.changing)
  private static let crediting = WordSet(.crediting)
  private static let part = WordSet(.part)
  private static let closing = WordSet(.closing)
  private static let known = WordSet(of: authorisations, holds, services, topping, mobile, changing, crediting, closing)
}
