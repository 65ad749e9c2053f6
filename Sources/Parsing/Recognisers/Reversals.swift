import Model

/// Operations that were taken back, and the money that came back with them.
///
/// "Отмена покупки 640 ₽" gives back what the purchase took: it is money that moved. A released hold is none, nor is an order, a subscription or
/// a payment that was called off before it was made.
enum Reversals {
  /// The word by which the bank says that an operation was taken back that had moved money; nil where none does.
  static func word(in message: Message, _ amount: Sums.Item) -> Int? {
    guard message.has(.cancel) else { return nil }
    var index = 0
    while let cancel = message.first(.cancel, in: index..<message.count) {
      index = cancel + 1
      if isOfOperation(cancel, in: message, amount) { return cancel }
    }
    return nil
  }

  /// Which way the money goes: back to the client, unless it is money that had come.
  static func verb(in message: Message, _ amount: Sums.Item) -> Directions.Verb? {
    guard let cancel = word(in: message, amount) else { return nil }
    return Directions.Verb(direction: isOfIncome(cancel, in: message) ? .outgoing : .incoming, isStrong: true, index: cancel)
  }

  /// Whether a text of money that moved tells of money that came back: of an operation that was taken back, or of a refund.
  static func isTold(in message: Message, _ amount: Sums.Item) -> Bool {
    if word(in: message, amount) != nil { return true }
    guard let refund = Refunds.verb(in: message, amount) ?? Refunds.passive(in: message), refund.isStrong else { return false }
    return (max(0, refund.index - 8)..<min(message.count, refund.index + 8)).contains {
      message.concept(at: $0) == .refund && !message.isWord(at: $0, among: Refunds.cashback)
    }
  }

  /// Whether what was taken back is an operation, and one that had been made.
  private static func isOfOperation(_ cancel: Int, in message: Message, _ amount: Sums.Item) -> Bool {
    if message.isWord(at: cancel, among: Refusals.infinitives) || message.isWord(at: cancel - 1, among: clients) { return false }
    // What was to come was called off; who sends money may write that something was.
    if message.has(.pending) || message.has(.decline) || Speech.isNote(cancel, in: message) { return false }
    if amount.last < cancel, (amount.last + 1..<cancel).contains(where: { Payers.isFromSomebody($0, in: message) }) { return false }
    if cancel > amount.last, message.sentenceStart(of: cancel) > amount.last, !isBehindPlaces(cancel, amount, in: message) { return false }
    let reach = max(0, cancel - 3)..<min(message.count, cancel + 4)
    if reach.contains(where: { message.isWord(at: $0, among: arrangements) }) || isReleased(message) { return false }
    switch subject(of: cancel, in: message) {
    // A hold that is lifted moves nothing.
    case .block: return false
    case .debit, .operation, .atm, .codeVerb, .credit, .refund: return isBooked(message) || cancel < amount.first
    default: return isBooked(message)
    }
  }

  /// "Разблокировано 500 ₽", "otmena rezervirovaniya": what was held is free again, and nothing came back, unless the text says that money did.
  static func isReleased(_ message: Message) -> Bool {
    guard message.mayHave(released), !message.has(.refund), !message.has(.credit) else { return false }
    return message.lexemes.indices.contains { message.isWord(at: $0, among: released) }
  }

  private static let released = WordSet(.released)

  /// What was taken back: the nearest word of an operation, first behind the word, then before it.
  private static func subject(of cancel: Int, in message: Message) -> Concept {
    for index in [cancel + 1, cancel + 2, cancel + 3, cancel - 1, cancel - 2, cancel - 3]
    where subjects.contains(message.concept(at: index)) {
      if message.isKind(.word, at: index) { return message.concept(at: index) }
    }
    return .none
  }

  private static func isOfIncome(_ cancel: Int, in message: Message) -> Bool {
    switch subject(of: cancel, in: message) {
    case .credit, .incoming, .interest: message.concept(at: cancel + 1) == .credit || message.concept(at: cancel - 1) == .credit
    default: false
    }
  }

  /// "…; 30.00 RUR; отменена": in a row of fields the verdict may stand at the end.
  private static func isBehindPlaces(_ cancel: Int, _ amount: Sums.Item, in message: Message) -> Bool {
    message.lexemes[cancel].flags.contains(.upper) && !message.lexemes[cancel].flags.contains(.lower)
  }

  /// Whether the text tells of an account or card whose balance is another now.
  private static func isBooked(_ message: Message) -> Bool {
    message.has(.balance) || message.has(.available) || message.has(.card) || message.has(.cardBrand)
      || message.lexemes.contains { $0.kind == .masked }
  }

  private static let subjects = ConceptSet([
    .debit, .credit, .refund, .operation, .payment, .transfer, .atm, .codeVerb, .incoming, .interest, .block,
  ])
  private static let clients = WordSet(.clientsReversed)
  private static let arrangements = WordSet(.arrangements)
}
