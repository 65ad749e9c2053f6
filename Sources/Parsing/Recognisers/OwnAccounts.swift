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
    // "Комиссия за перевод между счетами" is a fee.
    guard message.has(.account), message.mayHave(between), amount?.label != .fee else { return false }
    return (0..<message.count).contains {
      message.isWord(at: $0, among: between) && message.concept(at: $0 + 1) == .account && isOfOperation($0, in: message, amount)
    }
  }

  /// Whether a word belongs to the sum's sentence, or to one before it: further on stand advertising and advice, and behind a name its note.
  private static func isOfOperation(_ index: Int, in message: Message, _ amount: Sums.Item?) -> Bool {
    if let amount, message.sentenceStart(of: index) > amount.last { return false }
    if Speech.isNote(index, in: message) { return false }
    return !(max(0, index - 12)..<index).contains { message.isKind(.word, at: $0) && message.lexemes[$0].value == ot }
  }

  private static let between = WordSet("между mezhdu")
  private static let ot = Lexeme.value(ofWord: "от")
}
