/// Money that stays with the client.
enum OwnAccounts {
  /// "Между своими счетами", "на свой счёт", "между счетами"; "PEREVOD MEZHDU KARTAMI" is what some banks call any transfer to a card.
  static func isBetween(_ message: Message, _ amount: Sums.Item?) -> Bool {
    if message.has(.own) {
      guard let own = message.first(.own, in: 0..<message.count) else { return false }
      let next = message.concept(at: own + 1)
      // A name: "Свой Счет Кафе".
      if message.lexemes[own].flags.contains(.upper), message.lexemes[own].flags.contains(.lower), own > 0,
        !message.endsSentence(before: own)
      {
        return false
      }
      return (next == .account || next == .card) && isOfOperation(own, in: message, amount)
    }
    // "На накопительный счёт с карты".
    if message.mayHave(savings), isSaved(in: message, amount) { return true }
    // "Комиссия за перевод между счетами" is a fee.
    guard message.has(.account), message.mayHave(between), amount?.label != .fee else { return false }
    return (0..<message.count).contains {
      message.isWord(at: $0, among: between) && message.concept(at: $0 + 1) == .account && isOfOperation($0, in: message, amount)
    }
  }

  /// What goes from a card to the savings of whoever holds it.
  private static func isSaved(in message: Message, _ amount: Sums.Item?) -> Bool {
    message.lexemes.indices.contains { index in
      guard message.isWord(at: index, among: savings), isOfOperation(index, in: message, amount) else { return false }
      let isTo =
        message.concept(at: index - 1) == .to || message.concept(at: index - 1) == .account && message.concept(at: index - 2) == .to
      return isTo
        && ((index + 1..<index + 5).contains { message.concept(at: $0) == .from && message.concept(at: $0 + 1) == .card }
          || (index + 1..<min(index + 10, message.count)).contains {
            message.concept(at: $0) == .balance && message.concept(at: $0 + 1) == .card
          })
    }
  }

  private static let savings = WordSet(.savings)

  /// Whether a word belongs to the sum's sentence, or to one before it: further on stand advertising and advice, and behind a name its note.
  private static func isOfOperation(_ index: Int, in message: Message, _ amount: Sums.Item?) -> Bool {
    if let amount, message.sentenceStart(of: index) > amount.last { return false }
    if Speech.isNote(index, in: message) { return false }
    return !(max(0, index - 12)..<index).contains { message.isKind(.word, at: $0) && ot.contains(message.lexemes[$0].value) }
  }

  private static let between = WordSet(.between)
  private static let ot = WordSet(.fromWhom)
}
