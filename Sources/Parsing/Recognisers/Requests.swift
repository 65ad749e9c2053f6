import Model

/// What a bank asks its client to approve, sign or pay: the very moment of an attack, and nothing that moved.
enum Requests {
  /// "Подтвердите списание 640 ₽", "Confirmar pago", "KAFE запитує оплату 20 ₴", "Скоро платёж", "Подпишите платёж".
  static func isRequest(_ message: Message, _ amount: Sums.Item) -> Bool {
    guard message.mayHave(asking) else { return false }
    for index in message.lexemes.indices where message.isWord(at: index, among: asking) {
      if message.isWord(at: index, among: wanting) {
        if isOperation(index + 1, in: message) || isOperation(index + 2, in: message), !isName(index, in: message) { return true }
        continue
      }
      guard opens(index, in: message), !isShop(index + 1, in: message) else { continue }
      if message.isWord(at: index, among: soon) {
        if isOperation(index + 1, in: message) { return true }
        continue
      }
      // "Подтверждение операции" above what is to be confirmed; "Списано 640 ₽. Подтвердите получение чека" stands below.
      guard index < amount.first || message.has(.code) && amount.sign == 0 && index == 0 else { continue }
      if isOperation(index + 1, in: message) || isOperation(index + 2, in: message) || isOperation(index + 3, in: message) {
        if Outcomes.last(in: message) == nil { return true }
      }
    }
    return false
  }

  /// Whether a word opens the text, a line or a sentence, or stands behind a plea: "please confirm", "pulsa para confirmar".
  private static func opens(_ index: Int, in message: Message) -> Bool {
    if index <= 1 || message.lexemes[index].startsLine || message.endsSentence(before: index) || message.isMark(at: index - 1, ":") {
      return true
    }
    return message.isWord(at: index - 1, among: pleas) || message.isWord(at: index - 2, among: pleas)
  }

  private static func isOperation(_ index: Int, in message: Message) -> Bool {
    switch message.concept(at: index) {
    case .debit, .credit, .payment, .transfer, .operation: message.isKind(.word, at: index)
    default: false
    }
  }

  /// "Confirm Fitness purchase".
  private static func isShop(_ index: Int, in message: Message) -> Bool {
    message.isKind(.word, at: index) && message.concept(at: index) == .none && isName(index, in: message)
      && !message.isWord(at: index, among: polite)
  }

  private static func isName(_ index: Int, in message: Message) -> Bool {
    message.lexemes[index].flags.contains(.upper) && !message.lexemes[index].startsLine && index > 0
      && message.lexemes[index].flags.contains(.lower)
  }

  /// Confirm, approve, sign, as an order, a noun or in the plain form.
  private static let confirming = WordSet(.confirming)
  /// Somebody wants money.
  private static let wanting = WordSet(.wanting)
  private static let polite = WordSet(.politeRequest)
  private static let soon = WordSet(.soonAsked)
  private static let pleas = WordSet(.pleaseConfirm)
  private static let asking = WordSet(of: confirming, wanting, soon)
}
