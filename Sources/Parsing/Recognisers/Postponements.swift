/// What stands behind a sum and puts it off: "приостановлен", "на 25.05", "is due", "подключён".
enum Postponements {
  /// "Перевод 5 000 ₽ приостановлен", "payment of $45 is due", "автоплатёж 500 ₽ подключён", "платёж 640 ₽ ожидает подтверждения".
  static func follows(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let (amount, verb) = (evidence.amount, evidence.verb)
    let isAutomatic =
      verb.index <= 2
      && (message.isWord(at: verb.index, among: Expectations.automatic) || message.isWord(at: 0, among: Expectations.automatic))
    let next = message.isMark(at: amount.last + 1, ".") ? amount.last + 2 : amount.last + 1
    // "Списание 9 800р. приостановлено".
    if message.has(.block), verb.index < amount.first, message.isKind(.word, at: next), !message.lexemes[next].flags.contains(.upper),
      message.isWord(at: next, among: heldUp) || message.isWord(at: next + 1, among: heldUp)
    {
      return true
    }
    guard isAutomatic || !verb.isStrong && message.has(.future), verb.index <= amount.first else { return false }
    if message.concept(at: next) == .future, message.isWord(at: next + 1, among: awaited) { return true }
    if !verb.isStrong,
      message.isWord(at: next, among: due)
        || !Expectations.isNamed(min(next + 1, message.count - 1), in: message) && message.isWord(at: next + 1, among: due)
    {
      return true
    }
    for index in next..<min(next + 8, message.count) where message.isKind(.word, at: index) {
      if message.isWord(at: index, among: due), message.isWord(at: index - 1, among: being) { return true }
      if message.endsSentence(before: index), index > next { return false }
      if isAutomatic, message.isWord(at: index, among: arranged), !message.lexemes[index].flags.contains(.upper),
        message.concept(at: index - 1) != .card
      {
        return true
      }
      if message.concept(at: index) == .balance { return false }
    }
    return false
  }

  /// "Списание 100 ₽ через 3 дня", "8 400 ₽ состоится 25.05", "платёж 8 400 ₽ до 25.05", "оплата до 25.05".
  static func isLater(_ message: Message, _ evidence: Verdicts.Evidence) -> Bool {
    let (next, verb) = (evidence.amount.last + 1, evidence.verb)
    let isPayment = message.concept(at: verb.index) == .payment
    if isPayment || verb.index > next,
      verb.index < next || !evidence.hasBalance || message.sentenceStart(of: verb.index) <= evidence.amount.first,
      isUntil(verb.index + 1, in: message)
    {
      return true
    }
    // "Платёж 700 ₽. Оплатить до 12.09".
    if message.has(.imperative),
      message.lexemes.indices.contains(where: { message.concept(at: $0) == .imperative && isUntil($0 + 1, in: message) })
    {
      return true
    }
    // A name begins with a capital.
    guard message.isKind(.word, at: next), !message.lexemes[next].flags.contains(.upper) else { return false }
    switch message.lexemes[next].concept {
    case .by: return Expectations.isDays(next + 1, in: message)
    default:
      if message.isWord(at: next, among: takingPlace) { return true }
      if verb.direction == .incoming, message.isWord(at: next, among: arriving) { return true }
      return isPayment && verb.index < evidence.amount.first && isUntil(next, in: message)
    }
  }

  /// "До 25.05", "до 1 декабря".
  private static func isUntil(_ index: Int, in message: Message) -> Bool {
    guard message.isWord(at: index, among: until) else { return false }
    guard message.isKind(.number, at: index + 1) else { return message.isKind(.moment, at: index + 1) }
    let number = message.lexemes[index + 1]
    if message.concept(at: index + 2) == .month { return true }
    return number.decimals == 2 && number.digits == 4 && number.value % 100 <= 12 && number.value <= 3112
      && message.concept(at: index + 2) != .currency
  }

  private static let due = WordSet(.overdue)
  private static let being = WordSet(.isBeing)
  private static let awaited = WordSet(.awaited)
  private static let heldUp = WordSet(.heldUp)
  private static let arranged = WordSet(.arranged)
  private static let takingPlace = WordSet(.willTakePlace)
  private static let arriving = WordSet(.willArrive)
  private static let until = WordSet(.until)
}
